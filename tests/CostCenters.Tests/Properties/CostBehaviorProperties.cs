using CostCenters.CostBehavior;
using CostCenters.Explanations;
using CostCenters.Forecasts;
using CostCenters.Monetary;
using CostCenters.Variances.Flexible;
using FsCheck.Xunit;

namespace CostCenters.Tests.Properties;

[Laws(Arbitrary = [typeof(CostBehaviorGenerators)])]
public class CostBehaviorProperties
{
    [Property]
    public void FlexibleBudget_BothTrees_AddUpToTheDifferenceInProfit(FlexibleCase c)
    {
        FlexibleBudget budget = c.Budget;
        VarianceNode byCause = budget.ByCause(VarianceBasis.Profit);
        VarianceNode byLine = budget.ByLine(VarianceBasis.Profit);

        Assert.Equal(budget.ActualProfit - budget.StaticProfit, byCause.Amount);
        Assert.Equal(byCause.Amount, byLine.Amount);
        Assert.Equal(budget.FlexibleProfit - budget.StaticProfit, byCause["activity"].Amount);
        Assert.Equal(
            byCause["flexible-budget"].Amount, Fraction.Sum(byLine.Children.Select(line => line.Children[1].Amount)));
        Assert.All([byCause, byLine], AddsUp);
    }

    [Property]
    public void FlexibleBudget_CostBasis_HasTheOppositeSignAndTheSameOutcome(FlexibleCase c)
    {
        VarianceNode cost = c.Costs.ByCause(VarianceBasis.Cost);
        VarianceNode profit = c.Costs.ByCause(VarianceBasis.Profit);

        Assert.Equal(cost.Amount, -profit.Amount);
        Assert.Equal(
            cost.Walk().Select(node => (node.Name, node.ProfitEffect, node.Outcome)),
            profit.Walk().Select(node => (node.Name, node.ProfitEffect, node.Outcome)));
    }

    [Property] // The actual of the one is the static budget of the other; the flexible budget is between them.
    public void FlexibleBudget_PlanAndActualSwapped_NegatesAndFlips(FlexibleCase c)
    {
        var forth = new FlexibleBudget(Currency.Eur, c.Lines.Select((line, index) => FlexibleBudgetLine.Given(
            $"{index}", line.Nature, line.Fixed, line.Planned, line.ActualAmount)));
        var back = new FlexibleBudget(Currency.Eur, c.Lines.Select((line, index) => FlexibleBudgetLine.Given(
            $"{index}", line.Nature, line.ActualAmount, line.Planned, line.Fixed)));

        VarianceNode there = forth.ByCause(VarianceBasis.Profit);
        VarianceNode again = back.ByCause(VarianceBasis.Profit);

        Assert.Equal(there.Amount, -again.Amount);
        Assert.Equal(there["activity"].Amount, -again["flexible-budget"].Amount);
        Assert.Equal(Flipped(there.Outcome), again.Outcome);
    }

    [Property]
    public void LeastSquares_Line_LeavesNoResidualInSum(ObservationCase c)
    {
        LeastSquaresFit fit = CostEstimation.LeastSquares(c.Observations);
        CostFunction line = fit.Estimate.ToCostFunction(OutsideRange.Refuse);
        var residuals = c.Observations.Select(seen => Fraction.Of(seen.Cost) - line.CostAt(seen.Activity)).ToList();

        Assert.Equal(Fraction.Zero, Fraction.Sum(residuals));
        Assert.Equal(fit.ResidualSquareSum, Fraction.Sum(residuals.Select(rest => rest * rest)));
        Assert.True(fit.RSquared is not Fraction part || (part >= Fraction.Zero && part <= Fraction.One));
    }

    [Property]
    public void Estimates_AnyOrder_AreTheSame(ObservationCase c)
    {
        CostObservation[] reversed = [.. c.Observations.Reverse()];

        Assert.Equal(CostEstimation.LeastSquares(c.Observations), CostEstimation.LeastSquares(reversed));
        foreach (HighLowTie tie in Enum.GetValues<HighLowTie>())
        {
            Assert.Equal(
                CostEstimation.HighLow(c.Observations, tie), CostEstimation.HighLow(reversed, tie));
        }
    }

    [Property]
    public void UnitsFor_Target_EarnExactlyTheTarget(BreakEvenCase c)
    {
        Fraction units = c.Product.UnitsFor(c.Target)!.Value;

        Assert.True(units.Sign >= 0);
        Assert.Equal(Fraction.Of(c.Target), (units * c.Product.Contribution) - Fraction.Of(c.Product.FixedCost));
    }

    [Property]
    public void EarnedValue_AtCompletion_AddsUpToTheVarianceAtCompletion(EarnedValue project)
    {
        foreach (EstimateMethod method in Enum.GetValues<EstimateMethod>())
        {
            VarianceNode? tree = project.AtCompletion(method, Currency.Eur);

            Assert.Equal(project.VarianceAtCompletion(method), tree?.ProfitEffect);
            Assert.Equal(project.CostVariance, tree is null ? project.CostVariance : tree["to-date"].ProfitEffect);
        }
    }

    private static void AddsUp(VarianceNode tree) => Assert.All(
        tree.Walk().Where(node => node.Children.Length > 0),
        node => Assert.Equal(node.Amount, Fraction.Sum(node.Children.Select(child => child.Amount))));

    private static Outcome Flipped(Outcome outcome) => outcome switch
    {
        Outcome.Favorable => Outcome.Unfavorable,
        Outcome.Unfavorable => Outcome.Favorable,
        _ => Outcome.Neutral,
    };
}
