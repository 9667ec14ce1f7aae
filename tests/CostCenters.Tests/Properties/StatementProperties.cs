using CostCenters.Explanations;
using CostCenters.Monetary;
using CostCenters.Profitability;
using CostCenters.Variances.CostCenterCategories;
using CostCenters.Variances.Currencies;
using FsCheck.Xunit;

namespace CostCenters.Tests.Properties;

[Laws(Arbitrary = [typeof(StatementGenerators)])]
public class StatementProperties
{
    private static readonly RateEffectBase[] Bases = [RateEffectBase.ActualAmount, RateEffectBase.ReferenceAmount];

    [Property]
    public void Currency_EitherBase_AddsUpToTheSameTotal(PostedCase c)
    {
        var amounts = Bases.Select(rateEffect => c.Amounts(VarianceBasis.Cost, rateEffect)).ToList();
        var products = Bases.Select(c.PriceAndVolume).ToList();

        Assert.All([.. amounts, .. products], AssertAddsUp);
        Assert.Equal(amounts[0].Amount, amounts[1].Amount);
        Assert.Equal(products[0].Amount, products[1].Amount);
    }

    [Property] // The base moves over with the sides: what was actual is the reference now.
    public void Currency_Swapped_NegatesEveryEffect(PostedCase c)
    {
        var tree = c.Amounts(VarianceBasis.Cost, RateEffectBase.ActualAmount);
        var swapped = c.Swapped.Amounts(VarianceBasis.Cost, RateEffectBase.ReferenceAmount);

        Assert.Equal(tree.Walk().Select(node => -node.Amount), swapped.Walk().Select(node => node.Amount));
        Assert.Equal(tree.Outcome, Opposite(swapped.Outcome));
        Assert.Equal(
            -c.PriceAndVolume(RateEffectBase.ActualAmount).Amount,
            c.Swapped.PriceAndVolume(RateEffectBase.ActualAmount).Amount);
    }

    [Property]
    public void Center_AnyCategories_AddUpToActualCostLessCredit(CenterCase c)
    {
        var tree = CostCenterVariances.AnalyzeCenter(Currency.Eur, c.Inputs, c.Output, c.Categories);

        AssertAddsUp(tree);
        Assert.Equal(
            Fraction.Sum(c.Inputs.Select(input => input.ActualCost ?? Fraction.Zero)) - c.Output.ActualCredit,
            tree.Amount);
        Assert.Equal(
            CostCenterVariances.AnalyzeCenter(Currency.Eur, c.Inputs, c.Output, VarianceCategories.None).Amount,
            tree.Amount);
    }

    [Property]
    public void Split_EitherWay_KeepsTheCost(ReceiverCase c)
    {
        foreach (var splitting in (CostSplitting[])[CostSplitting.TargetCost, CostSplitting.EquivalenceNumber])
        {
            Assert.Equal(
                Fraction.Of(c.Cost), Fraction.Sum(ActualCostSplit.Shares(c.Cost, c.Receivers, splitting)));
            AssertAddsUp(ActualCostSplit.Analyze(Currency.Eur, "cost", c.Cost, c.Receivers, splitting));
        }
    }

    [Property]
    public void Statements_BothMethods_ReconcileThroughInventory(ProductOperations operations)
    {
        var reconciliation = new ProfitReconciliation(operations);

        AssertAddsUp(reconciliation.Marginal.Variances);
        AssertAddsUp(reconciliation.Absorption.Variances);
        AssertAddsUp(reconciliation.Difference);
        Assert.Equal(
            reconciliation.InventoryUnits * operations.FixedCostPerUnit,
            reconciliation.Absorption.ActualProfit - reconciliation.Marginal.ActualProfit);
    }

    [Property]
    public void Statement_FromItsOwnVariances_EndsAtTheSameProfit(ProductOperations operations)
    {
        var statement = OperatingStatement.Create(operations, CostingMethod.Absorption);
        var composed = OperatingStatement.Create(0m, statement.Variances.Children);

        Assert.Equal(statement.ActualProfit - statement.BudgetedProfit, composed.ActualProfit);
    }

    [Property]
    public void Series_EitherFlow_DiffersByTheChangeOfInventory(SeriesCase c)
    {
        foreach (var flow in (InventoryFlow[])[InventoryFlow.FirstInFirstOut, InventoryFlow.WeightedAverage])
        {
            var before = (Units: Fraction.Of(c.Opening), Cost: Fraction.Of(c.Opening) * Fraction.Of(c.Carried));
            var incomes = CostingComparison.Create(c.Unit, c.Opening, c.Carried, c.Periods, flow);
            foreach (var (period, income) in c.Periods.Zip(incomes))
            {
                Assert.Equal(before.Cost, income.OpeningFixedOverhead);
                Assert.Equal(
                    before.Units + Fraction.Of(period.UnitsMade) - Fraction.Of(period.UnitsSold),
                    income.ClosingUnits);
                Assert.Equal(
                    income.ClosingFixedOverhead - income.OpeningFixedOverhead,
                    income.AbsorptionIncome - income.MarginalIncome);
                before = (income.ClosingUnits, income.ClosingFixedOverhead);
            }
        }
    }

    private static void AssertAddsUp(VarianceNode tree) => Assert.All(
        tree.Walk().Where(node => !node.Children.IsEmpty),
        node => Assert.Equal(Fraction.Sum(node.Children.Select(child => child.Amount)), node.Amount));

    private static Outcome Opposite(Outcome outcome) => outcome switch
    {
        Outcome.Favorable => Outcome.Unfavorable,
        Outcome.Unfavorable => Outcome.Favorable,
        _ => Outcome.Neutral,
    };
}
