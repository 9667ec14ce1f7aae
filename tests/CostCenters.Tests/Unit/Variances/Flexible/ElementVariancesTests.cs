using CostCenters.Calendars;
using CostCenters.CostBehavior;
using CostCenters.Cubes;
using CostCenters.Explanations;
using CostCenters.KeyFigures;
using CostCenters.Monetary;
using CostCenters.Reports;
using CostCenters.Structure;
using CostCenters.Tests.Unit.Variances.Standard;
using CostCenters.Variances.Flexible;
using CostCenters.Variances.Layers;
using CostCenters.Variances.Standard;

namespace CostCenters.Tests.Unit.Variances.Flexible;

/// <summary>
/// Freight is planned at 100 km for 300.00 with 50 orders; 60 orders took 130 km for 403.00. Three a kilometre are
/// allowed, 120 km for 360.00. Salaries are fixed.
/// </summary>
public class ElementVariancesTests
{
    private static readonly KeyFigureCode Orders = new("orders");

    private static readonly Comparison Compared = new(
        Cube((Company.North, Company.Freight, 1, 300m, 100m), (Company.North, Company.Salaries, 1, 1_000m, null)),
        Cube((Company.North, Company.Freight, 1, 403m, 130m), (Company.North, Company.Salaries, 1, 1_010m, null)),
        new(Company.Period(1), Company.Period(1)));

    [Theory]
    [InlineData(JointVariance.InPrice, "Freight 103: activity 60, price 13, quantity 30")]
    [InlineData(JointVariance.InQuantity, "Freight 103: activity 60, price 12, quantity 31")]
    [InlineData(JointVariance.Separate, "Freight 103: activity 60, price 12, quantity 30, joint 1")]
    public void Analyze_VariableElementWithQuantities_HasActivityPriceAndQuantity(JointVariance joint, string expected)
    {
        VarianceNode tree = Flexed(joint);

        Assert.Equal("static budget variance 113: Freight 103, Salaries 10", tree.Parts());
        Assert.Equal(expected, tree["element:6100"].Parts());
        Assert.Equal("Salaries 10: activity 0, flexible budget variance 10", tree["element:6000"].Parts());
    }

    [Fact]
    public void Analyze_WithoutActivity_ComparesWithTheBudgetItself()
    {
        VarianceNode tree = ElementVariances.Analyze(
            Compared,
            [Company.North],
            [Company.Freight],
            ReportDimensions.None,
            JointVariance.InPrice,
            VarianceBasis.Cost);

        // (3.10 - 3.00) × 130 and (130 - 100) × 3.00.
        Assert.Equal("Freight 103: price 13, quantity 90", tree["element:6100"].Parts());
        Assert.Equal(
            [new CellAddress(Company.North, Company.Freight, Company.Period(1))],
            tree["element:6100/price"].Cells.AsEnumerable());
    }

    [Fact] // In profit a cost counts against, and a revenue for.
    public void Analyze_InProfit_TurnsCosts()
    {
        var comparison = new Comparison(
            Cube((Company.North, Company.Sales, 1, 500m, null)),
            Cube((Company.North, Company.Sales, 1, 450m, null), (Company.North, Company.Salaries, 1, 7m, null)),
            new(Company.Period(1), Company.Period(1)));

        Assert.Equal(
            "static budget variance -57: Sales -50, Salaries -7",
            ElementVariances.Analyze(
                comparison,
                [Company.North],
                [Company.Sales, Company.Salaries],
                ReportDimensions.None,
                JointVariance.InPrice,
                VarianceBasis.Profit).Parts());
        Assert.Throws<ArgumentException>("basis", () => ElementVariances.Analyze(
            comparison,
            [Company.North],
            [Company.Sales],
            ReportDimensions.None,
            JointVariance.InPrice,
            VarianceBasis.Cost));
    }

    [Fact] // Two centers in two periods; each group has a price of its own.
    public void Analyze_ByCenterAndPeriod_SplitsEachGroupAndAddsUp()
    {
        var comparison = new Comparison(
            Cube((Company.North, Company.Freight, 3, 30m, 10m), (Company.South, Company.Freight, 4, 40m, 10m)),
            Cube((Company.North, Company.Freight, 3, 44m, 11m), (Company.South, Company.Freight, 4, 40m, 8m)),
            new(Company.Period(3), Company.Period(4)));

        VarianceNode tree = ElementVariances.Analyze(
            comparison,
            [Company.North, Company.South],
            [Company.Freight],
            ReportDimensions.Center | ReportDimensions.Period,
            JointVariance.InPrice,
            VarianceBasis.Cost);

        Assert.Equal("Freight 14: 1100 14, 1200 0", tree["element:6100"].Parts());
        Assert.Equal(
            "2026-P03 14: price 11, quantity 3", tree["element:6100/center:1100/period:2026-P03"].Parts());
        Assert.Equal(
            "2026-P04 0: price 8, quantity -8", tree["element:6100/center:1200/period:2026-P04"].Parts());
        Assert.Equal("2026-P04 0: budget variance 0", tree["element:6100/center:1100/period:2026-P04"].Parts());
    }

    [Fact] // A mixed element takes its cost function: 200 + 4 an order is 400 planned and 440 allowed.
    public void Analyze_MixedElement_TakesItsCostFunction()
    {
        ElementCode energy = new("6200");
        var space = new CubeSpace(
            Company.Centers().Build(),
            Company.Elements()
                .Add(new CostElement(energy, "Energy", ElementNature.Cost, ElementBehavior.Mixed))
                .Add(new CostElement(new("6300"), "Rent", ElementNature.Cost))
                .Build(),
            Company.Calendar,
            Currency.Eur,
            new(2));
        var address = new CellAddress(Company.North, energy, Company.Period(1));
        var comparison = new Comparison(
            new CubeBuilder(space).Add(address, 400m).Build(),
            new CubeBuilder(space).Add(address, 430m).Build(),
            new(Company.Period(1), Company.Period(1)));

        VarianceNode Tree(ElementCode element, params (ElementCode Element, CostFunction Function)[] functions) =>
            ElementVariances.Analyze(
                comparison,
                [Company.North],
                [element],
                ReportDimensions.None,
                JointVariance.InPrice,
                VarianceBasis.Cost,
                Activity(50, 60),
                functions.ToDictionary());

        Assert.Equal(
            "Energy 30: activity 40, flexible budget variance -10",
            Tree(energy, (energy, CostFunction.Mixed(200m, 4m)))["element:6200"].Parts());
        Refuses("'6200' is mixed", () => Tree(energy));
        Refuses("'6300' has no behavior", () => Tree(new("6300")));
    }

    [Fact] // 30 for 10 orders in each month: 20 orders allow 60 in January, 5 allow 15 in February.
    public void Analyze_ActivityOfSeveralPeriods_IsTheSameInEveryDetail()
    {
        var comparison = new Comparison(
            Cube((Company.North, Company.Freight, 1, 30m, 10m), (Company.North, Company.Freight, 2, 30m, 10m)),
            Cube((Company.North, Company.Freight, 1, 60m, 20m), (Company.North, Company.Freight, 2, 30m, 10m)),
            new(Company.Period(1), Company.Period(2)));
        VarianceNode Tree(ReportDimensions detail) => ElementVariances.Analyze(
            comparison,
            [Company.North],
            [Company.Freight],
            detail,
            JointVariance.InPrice,
            VarianceBasis.Cost,
            new ActivityFigures(Table(10, 10), Table(20, 5), Orders, [Company.North]),
            new Dictionary<ElementCode, CostFunction>());

        Assert.Equal(
            "Freight 30: activity 15, price 0, quantity 15", Tree(ReportDimensions.None)["element:6100"].Parts());
        Assert.Equal(
            Fraction.Of(15),
            Fraction.Sum(Tree(ReportDimensions.Period).Walk()
                .Where(node => node.Key == ElementVariances.ActivityKey).Select(node => node.Amount)));
    }

    [Fact] // The planned 100 km were not driven at all, which is quantity and no price.
    public void Analyze_NothingUsed_IsQuantity() =>
        Assert.Equal(
            "Freight -300: price 0, quantity -300",
            ElementVariances.Analyze(
                new Comparison(
                    Cube((Company.North, Company.Freight, 1, 300m, 100m)),
                    Cube(),
                    new(Company.Period(1), Company.Period(1))),
                [Company.North],
                [Company.Freight],
                ReportDimensions.None,
                JointVariance.InPrice,
                VarianceBasis.Cost)["element:6100"].Parts());

    [Fact]
    public void Analyze_ActivityOfAnotherCalendarOrWithAGap_IsRefused()
    {
        var comparison = new Comparison(
            Cube((Company.North, Company.Freight, 1, 30m, 10m)),
            Cube(),
            new(Company.Period(1), Company.Period(2)));
        object Tree(ActivityFigures activity) => ElementVariances.Analyze(
            comparison,
            [Company.North],
            [Company.Freight],
            ReportDimensions.None,
            JointVariance.InPrice,
            VarianceBasis.Cost,
            activity,
            new Dictionary<ElementCode, CostFunction>());

        Refuses(
            "of center '1100' in 2026-P02",
            () => Tree(new ActivityFigures(Table(10, 10), Table(20), Orders, [Company.North])));
        var july = new KeyFigureTable(
            new KeyFigureCatalog([KeyFigure.Flow(Orders, "orders", KeyFigurePreference.Neutral)]),
            FiscalCalendar.Months(7, YearNaming.End),
            []);
        Refuses("one fiscal calendar", () => Tree(new ActivityFigures(july, july, Orders, [Company.North])));
    }

    [Fact]
    public void Analyze_ActivityThatIsMissingOrZero_IsRefusedByName()
    {
        Refuses("no actual activity 'orders'", () => Flexed(JointVariance.InPrice, Activity(50, null)));
        Refuses("planned activity of '6100' is 0", () => Flexed(JointVariance.InPrice, Activity(0, 60)));
    }

    private static void Refuses(string reason, Func<object> act) =>
        Assert.Contains(reason, Assert.Throws<ArgumentException>(act).Message, StringComparison.Ordinal);

    private static VarianceNode Flexed(JointVariance joint, ActivityFigures? activity = null) =>
        ElementVariances.Analyze(
            Compared,
            [Company.North],
            [Company.Freight, Company.Salaries],
            ReportDimensions.None,
            joint,
            VarianceBasis.Cost,
            activity ?? Activity(50, 60),
            new Dictionary<ElementCode, CostFunction>());

    private static ActivityFigures Activity(decimal planned, decimal? actual) =>
        new(Table([planned]), Table([actual]), Orders, [Company.North]);

    /// <summary>The orders of the months from January on; null where none are recorded.</summary>
    private static KeyFigureTable Table(params decimal?[] orders) =>
        new(
            new KeyFigureCatalog([KeyFigure.Flow(Orders, "orders", KeyFigurePreference.Neutral)]),
            Company.Calendar,
            orders.Index().Where(month => month.Item is not null).Select(month =>
                new KeyFigureValue(Company.Period(month.Index + 1), Company.North, Orders, month.Item!.Value)));

    private static Cube Cube(
        params (CenterCode Center, ElementCode Element, int Period, decimal Amount, decimal? Quantity)[] cells)
    {
        var builder = new CubeBuilder(Company.Space);
        foreach (var (center, element, period, amount, quantity) in cells)
        {
            builder.Add(new CellAddress(center, element, Company.Period(period)), amount, quantity);
        }

        return builder.Build();
    }
}
