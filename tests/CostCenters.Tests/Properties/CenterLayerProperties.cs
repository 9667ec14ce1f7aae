using CostCenters.Calendars;
using CostCenters.CostBehavior;
using CostCenters.Explanations;
using CostCenters.Forecasts;
using CostCenters.Monetary;
using CostCenters.Structure;
using CostCenters.Tests.Unit;
using CostCenters.UnitCosts;
using CostCenters.Variances.CostCenterCategories;
using CostCenters.Variances.Flexible;
using CostCenters.Variances.Layers;
using FsCheck.Xunit;
using static CostCenters.Tests.Properties.LayerTrees;

namespace CostCenters.Tests.Properties;

/// <summary>The two entries of the analyses of a center and of a project give one tree, and the cells of its leaves add
/// up to their inputs.</summary>
[Laws(Arbitrary = [typeof(LayerGenerators)])]
public class CenterLayerProperties
{
    private static readonly ElementCode[] Costs = [LayerCase.MetalCode, LayerCase.PowerCode, LayerCase.RentCode];

    [Property]
    public void Center_ByLayers_IsTheTreeOfTheFigures(LayerCase c)
    {
        VarianceScope scope = c.Scope;
        CenterInput[] inputs = Inputs(c);
        ActivityOutput output = new("piece", Plan(c, 1), c.Output, c.Allocated, 3m, 0m, null, null);
        foreach (VarianceCategories categories in (VarianceCategories[])[VarianceCategories.All, 0])
        {
            AreSame(
                CostCenterVariances.AnalyzeInputs(Currency.Eur, inputs, categories),
                CostCenterVariances.AnalyzeInputs(scope, c.OutputFigures, Costs, categories),
                scope,
                ["actual quantity"]);
            AreSame(
                CostCenterVariances.AnalyzeOutput(Currency.Eur, output, categories),
                CostCenterVariances.AnalyzeOutput(
                    scope, c.OutputFigures, Costs, c.AllocatedFigures, LayerCase.CreditCode, categories),
                scope,
                []);
            AreSame(
                CostCenterVariances.AnalyzeCenter(Currency.Eur, inputs, output, categories),
                CostCenterVariances.AnalyzeCenter(
                    scope, c.OutputFigures, Costs, c.AllocatedFigures, LayerCase.CreditCode, categories),
                scope,
                ["actual quantity"]);
        }
    }

    [Property]
    public void Absorption_ByLayers_IsThatOfTheFigures(LayerCase c)
    {
        VarianceScope scope = c.Scope;
        decimal cost = c.Metal.Cost + c.Power.Cost + c.Rent.Cost;
        AreSame(
            Absorption.FromPlan(Currency.Eur, Plan(c, 1), c.Output, cost).Variance,
            Absorption.FromPlan(scope, c.OutputFigures, Costs).Variance,
            scope,
            []);

        var absorbed = Absorption.FromAmounts(scope, [LayerCase.PowerCode], [LayerCase.CreditCode]);
        Assert.Equal(Fraction.Of(3m * c.Allocated), absorbed.Absorbed);
        Assert.Equal(
            Absorption.FromAmounts(Currency.Eur, 3m * c.Allocated, c.Power.Cost).Variance.Amount,
            absorbed.Variance.Amount);
        Assert.Equal(
            absorbed.Variance.Amount, // The credit is negative in its cell.
            Fraction.Sum(absorbed.Variance.Cells.Select(address =>
                Fraction.Of(scope.Comparison.Actual.TryGet(address, out var cell) ? cell.Amount : 0m))));
    }

    [Property]
    public void TargetVersionsAndSplit_ByLayers_AreTheTreesOfTheFigures(LayerCase c)
    {
        VarianceScope scope = c.Scope;
        AreSame(
            TargetVersions.Analyze(
                Currency.Eur, Plan(c, 1), Plan(c, 2), c.Output, c.Metal.Cost + c.Power.Cost + c.Rent.Cost),
            TargetVersions.Analyze(scope, c.Revised, c.OutputFigures, Costs),
            scope,
            []);
        SplitReceiver[] receivers = [new("cutting", 100m, 3m, 2m), new("sewing", 50m, 1m, 1m)];
        foreach (CostSplitting splitting in Enum.GetValues<CostSplitting>())
        {
            VarianceNode split = ActualCostSplit.Analyze(
                scope, "power", [LayerCase.PowerCode], receivers, splitting);
            AreSame(
                ActualCostSplit.Analyze(Currency.Eur, "power", c.Power.Cost, receivers, splitting), split, scope, []);
            Assert.Equal(
                Fraction.Of(split.Children[0].Cells.Sum(address =>
                    scope.Comparison.Actual.TryGet(address, out var cell) ? cell.Amount : 0m)),
                split.Inputs[0].Value);
        }
    }

    [Property] // One period, because a line by figures has one activity.
    public void FlexibleBudget_ByLayers_IsThatOfTheFigures(LayerCase drawn)
    {
        LayerCase c = drawn with { Planned = [drawn.Planned[0], 0], Made = [drawn.Made[0], 0] };
        VarianceScope scope = c.Scope;
        var activity = new ActivityChange(c.PlannedOutput, c.Output, "piece");
        var byFigures = new FlexibleBudget(
            Currency.Eur,
            [
                FlexibleBudgetLine.Flexed(
                    "5200",
                    ElementNature.Cost,
                    CostFunction.Variable(c.Power.PerUnit * c.Power.Price),
                    activity,
                    c.Power.Cost),
                FlexibleBudgetLine.Flexed(
                    "5300", ElementNature.Cost, CostFunction.Fixed(c.RentBudget), activity, c.Rent.Cost),
            ]);
        var byLayers = FlexibleBudget.FromLayers(
            scope,
            c.OutputFigures,
            [LayerCase.PowerCode, LayerCase.RentCode],
            new Dictionary<ElementCode, CostFunction>());
        foreach (VarianceBasis basis in Enum.GetValues<VarianceBasis>())
        {
            AreSame(byFigures.ByCause(basis), byLayers.ByCause(basis), scope, []);
            AreSame(byFigures.ByLine(basis), byLayers.ByLine(basis), scope, []);
        }
    }

    [Property]
    public void EarnedValue_ByLayers_IsThatOfTheFigures(LayerCase drawn)
    {
        // A project has no negative cost; what was earned is what the revised budget says.
        LayerCase c = drawn with
        {
            Power = drawn.Power with
            {
                Actual = [.. drawn.Power.Actual.Select(cell => cell with { Cents = Math.Abs(cell.Cents) })],
            },
        };
        VarianceScope scope = c.Scope;
        var cost = new CostScope([Company.Head, Company.North], [LayerCase.PowerCode]);
        var range = new FiscalPeriodRange(Company.Period(1), Company.Period(2));
        decimal rate = c.Power.PerUnit * c.Power.Price;
        var expected = new EarnedValue(
            rate * c.PlannedOutput,
            2 * c.Planned[0] * c.Power.PerUnit * (c.Power.Price + 0.01m),
            c.Power.Actual.Where(cell => cell.Period == 0).Sum(cell => cell.Cents / 100m),
            rate * c.Planned[0]);

        Assert.Equal(expected, EarnedValue.FromLayers(
            c.Budget, c.Revised, scope.Comparison.Actual, cost, range, Company.Period(1)));
        foreach (EstimateMethod method in Enum.GetValues<EstimateMethod>())
        {
            VarianceNode? tree = EarnedValue.Analyze(
                c.Budget, c.Revised, scope.Comparison.Actual, cost, range, Company.Period(1), method);
            VarianceNode? byFigures = expected.AtCompletion(method, Currency.Eur);
            Assert.Equal(byFigures is null, tree is null);
            if (tree is not null)
            {
                AreSame(byFigures!, tree, scope, []);
            }
        }
    }

    private static ActivityPlan Plan(LayerCase c, int times)
    {
        decimal surcharge = (times - 1) / 100m;
        return new ActivityPlan(
            c.PlannedOutput,
            times * c.PlannedOutput
                * ((c.Metal.PerUnit * (c.Metal.Price + surcharge)) + (c.Power.PerUnit * (c.Power.Price + surcharge))),
            times * c.PlannedOutput * c.Rent.PerUnit * (c.Rent.Price + surcharge));
    }

    private static CenterInput[] Inputs(LayerCase c) =>
    [
        CenterInput.Costed(
            "5000",
            "kg",
            c.Output * c.Metal.PerUnit,
            c.Output * c.Metal.PerUnit * c.Metal.Price,
            c.Metal.Used,
            c.Metal.Cost),
        CenterInput.Valued("5200", c.Output * c.Power.PerUnit * c.Power.Price, c.Power.Cost),
        CenterInput.Valued("5300", c.RentBudget, c.Rent.Cost),
    ];
}
