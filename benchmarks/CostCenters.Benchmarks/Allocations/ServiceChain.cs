using CostCenters.Allocations;
using CostCenters.Allocations.Chains;
using CostCenters.Calendars;
using CostCenters.Cubes;
using CostCenters.Monetary;
using CostCenters.Structure;

namespace CostCenters.Benchmarks.Allocations;

/// <summary>A chain by chance, the same for the same numbers: each rule has senders of its own, which charge centers
/// that send later or not at all, and, in every third rule, each other.</summary>
internal sealed class ServiceChain
{
    private static readonly ElementCode Primary = new("cost");
    private static readonly ElementCode Secondary = new("charge");
    private static readonly DriverRules Refuse =
        new(DriverTreatment.Refuse, DriverTreatment.Refuse, DriverTreatment.Refuse);

    private readonly Random random = new(7);
    private readonly CenterCode[] centers;

    public ServiceChain(int centers, int rules, int senders, int receivers)
    {
        this.centers = [.. Enumerable.Range(0, centers).Select(center => new CenterCode($"C{center:000000}"))];
        Cost = CostOf();
        var lines = new List<DriverLine>();
        Rules = new AllocationRule[rules];
        for (int rule = 0; rule < rules; rule++)
        {
            int first = rule * senders;
            bool isReciprocal = rule % 3 == 2;
            int reach = isReciprocal ? first : first + senders;
            for (int sender = first; sender < first + senders; sender++)
            {
                var charged = new HashSet<int> { random.Next(rules * senders, centers) };
                while (charged.Count < receivers)
                {
                    _ = charged.Add(random.Next(reach, centers));
                }

                lines.AddRange(charged.Select(receiver =>
                    new DriverLine(DriverOf(sender), this.centers[receiver], random.Next(1, 200))));
            }

            Rules[rule] = AllocationRule.Assessment(
                $"rule {rule + 1}",
                isReciprocal ? AllocationMethod.Reciprocal : AllocationMethod.Direct,
                Enumerable.Range(first, senders).Select(sender =>
                    new RuleSender(this.centers[sender], DriverBasis.Weights, DriverOf(sender))),
                [],
                PoolPart.Whole,
                Secondary);
        }

        Drivers = DriverTable.Create(lines);
    }

    public static FiscalPeriod Period { get; } = new(2026, 5);

    public Cube Cost { get; }

    public AllocationRule[] Rules { get; }

    public DriverTable Drivers { get; }

    public AllocationChain Run() =>
        AllocationChain.Create(Cost, Rules, Drivers, new FiscalPeriodRange(Period, Period), Refuse);

    private static KeyFigureCode DriverOf(int sender) => new($"driver-{sender}");

    private Cube CostOf()
    {
        var hierarchy = new CenterHierarchy.Builder();
        foreach (CenterCode center in centers)
        {
            hierarchy.Add(center, new CenterValidity(center.Value, CenterKind.Cost));
        }

        var chart = new ElementChart.Builder();
        chart.Add(new CostElement(Primary, "Cost", ElementNature.Cost));
        chart.Add(new CostElement(Secondary, "Charge", ElementNature.Cost, category: ElementCategory.Secondary));
        var cost = new CubeBuilder(new CubeSpace(
            hierarchy.Build(),
            chart.Build(),
            FiscalCalendar.Months(1, YearNaming.End),
            Currency.Eur,
            new DecimalScale(2)));
        foreach (CenterCode center in centers)
        {
            cost.Add(new CellAddress(center, Primary, Period), random.Next(100_000_000) / 100m);
        }

        return cost.Build();
    }
}
