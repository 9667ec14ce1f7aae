using System.Globalization;
using CostCenters.Allocations;
using CostCenters.Allocations.Chains;
using CostCenters.Calendars;
using CostCenters.Cubes;
using CostCenters.Monetary;
using CostCenters.Structure;

namespace CostCenters.Tests.Unit.Allocations.Chains;

/// <summary>Small chains in euro over calendar months, written short.</summary>
internal sealed class Chain
{
    public static readonly ElementCode Cost = new("cost");
    public static readonly ElementCode Other = new("other");
    public static readonly ElementCode Sales = new("sales");
    public static readonly ElementCode Fixed = new("fixed");
    public static readonly ElementCode Variable = new("variable");

    private readonly List<DriverLine> lines = [];
    private readonly CubeBuilder cost;

    public Chain(params string[] centers)
        : this(2, centers)
    {
    }

    public Chain(int decimals, params string[] centers)
    {
        var builder = new CenterHierarchy.Builder();
        foreach (string center in centers)
        {
            builder.Add(
                new CenterCode(center),
                new CenterValidity(
                    center, CenterKind.Cost, status: center == "closed" ? CenterStatus.Blocked : CenterStatus.Open));
        }

        Space = new CubeSpace(
            builder.Build(),
            new ElementChart.Builder()
                .Add(new CostElement(Cost, "Cost", ElementNature.Cost))
                .Add(new CostElement(Other, "Other cost", ElementNature.Cost))
                .Add(new CostElement(Sales, "Sales", ElementNature.Revenue))
                .Add(new CostElement(Fixed, "Fixed", ElementNature.Cost, category: ElementCategory.Secondary))
                .Add(new CostElement(Variable, "Variable", ElementNature.Cost, category: ElementCategory.Secondary))
                .Build(),
            FiscalCalendar.Months(1, YearNaming.End),
            Currency.Eur,
            new DecimalScale(decimals));
        cost = new CubeBuilder(Space);
    }

    public CubeSpace Space { get; }

    public static FiscalPeriod May { get; } = new(2026, 5);

    public static FiscalPeriod June { get; } = new(2026, 6);

    public static PeriodValidity OnlyMay => PeriodValidity.In(May);

    public static RuleSender By(string center, string driver, DriverBasis basis = DriverBasis.Weights) =>
        new(new(center), basis, new(driver));

    public Chain With(string center, decimal amount, ElementCode? element = null, FiscalPeriod? period = null)
    {
        _ = cost.Add(new CellAddress(new(center), element ?? Cost, period ?? May), amount);
        return this;
    }

    public Chain Drive(string driver, params (string Receiver, decimal? Value)[] values) =>
        Drive(driver, default, values);

    public Chain Drive(string driver, PeriodValidity validity, params (string Receiver, decimal? Value)[] values)
    {
        lines.AddRange(values.Select(value => new DriverLine(
            new(driver), new(value.Receiver), value.Value, validity)));
        return this;
    }

    public AllocationChain Run(params AllocationRule[] rules) => Run(May, May, rules);

    public AllocationChain Run(FiscalPeriod from, FiscalPeriod through, params AllocationRule[] rules) =>
        AllocationChain.Create(
            cost.Build(), rules, DriverTable.Create(lines), new FiscalPeriodRange(from, through), Networks.Refuse);

    public static AllocationRule Direct(string name, ElementCode element, params RuleSender[] senders) =>
        AllocationRule.Assessment(name, AllocationMethod.Direct, senders, [], PoolPart.Whole, element);

    /// <summary>Text such as <c>IT>A 1.5, IT>B 2.5</c>: the charges of a rule.</summary>
    public static string ChargesOf(AllocationChain chain, string rule) =>
        string.Join(", ", chain.StepsOf(rule).Select(step => Networks.ChargesOf(step.Run)));

    /// <summary>Text such as <c>A 1.5, B 2.5</c>: loaded cost on an element in May; centers with 0 are left out.
    /// </summary>
    public static string LoadedOf(AllocationChain chain, Func<ElementCode, bool> takes) => string.Join(
        ", ",
        chain.Space.Centers.Centers
            .Select(center => (center.Code, Amount: chain.ToCube().Cells()
                .Where(cell => cell.Address.Center == center.Code && takes(cell.Address.Element))
                .Sum(cell => cell.Amount)))
            .Where(center => center.Amount != 0m)
            .Select(center => string.Create(CultureInfo.InvariantCulture, $"{center.Code} {center.Amount:0.##}")));
}
