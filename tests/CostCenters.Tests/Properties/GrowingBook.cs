using CostCenters.Calendars;
using CostCenters.Cubes;
using CostCenters.Monetary;
using CostCenters.Structure;

namespace CostCenters.Tests.Properties;

/// <summary>A book whose space grows between additions, and beside it a dictionary of what was added.</summary>
internal sealed class GrowingBook
{
    private static readonly FiscalCalendar Calendar = FiscalCalendar.Months(1, YearNaming.End);
    private readonly Random random;
    private int named;

    public GrowingBook(int seed)
    {
        random = new Random(seed);
        var centers = new CenterHierarchy.Builder().Add(new("c0"), new("", CenterKind.Cost));
        var elements = new ElementChart.Builder().Add(new CostElement(new("e0"), "", ElementNature.Cost));

        // So many elements that periods of few cells list them.
        for (int i = 0; i < (seed % 4 == 0 ? 5_000 : 0); i++)
        {
            elements.Add(new CostElement(new($"unused {i}"), "", ElementNature.Cost));
        }

        Space = new CubeSpace(centers.Build(), elements.Build(), Calendar, Currency.Eur, new DecimalScale(2));
        Cube = Cube.Empty(Space);
    }

    public CubeSpace Space { get; private set; }

    /// <summary>All that was added, over the space as it is now.</summary>
    public Cube Cube { get; private set; }

    public SortedDictionary<string, (decimal Amount, decimal? Quantity)> Model { get; } = new(StringComparer.Ordinal);

    public int Choose(int count) => random.Next(count);

    public static FiscalPeriod Period(int number) => new(2025 + (number / 12), 1 + (number % 12));

    public CenterTree Tree() => Space.Centers.TreeAsOf(new(2026, 7, 1));

    /// <summary>Adds centers or elements, or changes some.</summary>
    public void Grow()
    {
        var centers = Space.Centers.ToBuilder();
        var elements = Space.Elements.ToBuilder();
        for (int i = random.Next(3); i >= 0; i--)
        {
            int earlier = random.Next(Space.Centers.Centers.Length);
            switch (random.Next(3))
            {
                case 0:
                    centers.Add(
                        new($"c{++named}"), new("", CenterKind.Cost, Space.Centers.Centers[earlier].Code));
                    break;
                case 1 when earlier > 0: // Moves somewhere below an earlier one, so that no circle comes of it.
                    centers.Change(
                        Space.Centers.Centers[earlier].Code,
                        new(
                            "",
                            CenterKind.Cost,
                            Space.Centers.Centers[random.Next(earlier)].Code,
                            new(2026, 1 + random.Next(12), 1)));
                    break;
                default:
                    elements.Add(new CostElement(
                        new($"e{++named}"),
                        "",
                        random.Next(2) == 0 ? ElementNature.Cost : ElementNature.Revenue,
                        parent: random.Next(2) == 0
                            ? null
                            : Space.Elements.Elements[random.Next(Space.Elements.Elements.Length)].Code));
                    break;
            }
        }

        Space = Space.Extend(centers.Build(), elements.Build());
        Cube = Cube.In(Space);
    }

    /// <summary>Adds amounts of any size on any cells.</summary>
    public List<CellChange> Add()
    {
        var changes = new List<CellChange>();
        var builder = new CubeBuilder(Space);
        for (int i = random.Next(6); i >= 0; i--)
        {
            int center = random.Next(Space.Centers.Centers.Length);
            int element = random.Next(3) == 0
                ? Space.Elements.Elements.Length - 1
                : random.Next(Space.Elements.Elements.Length);
            int period = random.Next(24);
            long amount = random.Next(5) == 0 ? random.NextInt64(1L << 50) : random.Next(-5, 6);
            long? quantity = random.Next(3) == 0 ? random.Next(1, 9) * 1_000_000L : null;
            changes.Add(new CellChange(center, element, Calendar.OrdinalOf(Period(period)), amount));
            builder.AddCounts(center, element, Calendar.OrdinalOf(Period(period)), amount, quantity);
            string key = $"{Space.Centers.Centers[center]} {Space.Elements.Elements[element].Code} {Period(period)}";
            var (sum, quantities) = Model.GetValueOrDefault(key);
            Model[key] = (
                sum + (amount / 100m),
                quantity is long q ? (quantities ?? 0m) + (q / 1_000_000m) : quantities);
        }

        Cube = random.Next(2) == 0
            ? Cube.Merge(Space, [Cube, builder.Build()])
            : Cube.Merge(Space, [builder.Build(), Cube]);
        return changes;
    }

    public static SortedDictionary<string, (decimal Amount, decimal? Quantity)> Cells(Cube cube) =>
        new(
            cube.Cells().ToDictionary(
                cell => $"{cell.Address.Center} {cell.Address.Element} {cell.Address.Period}",
                cell => (cell.Amount, cell.Quantity)),
            StringComparer.Ordinal);
}
