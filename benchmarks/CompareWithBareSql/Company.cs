using CostCenters.Calendars;
using CostCenters.Cubes;
using CostCenters.Ledgers;
using CostCenters.Monetary;
using CostCenters.Structure;
using NodaTime;

namespace CostCenters.Benchmarks.BareSql;

/// <summary>A made-up company: 500 centers, 40 elements, three years of months.</summary>
internal static class Company
{
    private const int Centers = 500;
    private const int Elements = 40;
    private const int Days = 1_096;

    private static readonly LocalDate FirstDay = new(2024, 1, 1);

    public static CubeSpace Space { get; } = new(
        Enumerable.Range(0, Centers).Aggregate(
            new CenterHierarchy.Builder(),
            (builder, number) => builder.Add(CenterOf(number), new CenterValidity("", CenterKind.Cost))).Build(),
        Enumerable.Range(0, Elements).Aggregate(
            new ElementChart.Builder(),
            (builder, number) => builder.Add(new CostElement(ElementOf(number), "", ElementNature.Cost))).Build(),
        FiscalCalendar.Months(1, YearNaming.Start),
        Currency.Eur,
        new DecimalScale(2));

    /// <summary>The same postings every time.</summary>
    public static IEnumerable<Posting> Postings(int count)
    {
        var random = new Random(42);
        CenterCode[] centers = [.. Enumerable.Range(0, Centers).Select(CenterOf)];
        ElementCode[] elements = [.. Enumerable.Range(0, Elements).Select(ElementOf)];
        LocalDate[] days = [.. Enumerable.Range(0, Days).Select(FirstDay.PlusDays)];
        for (int row = 0; row < count; row++)
        {
            yield return new Posting(
                days[random.Next(Days)],
                centers[random.Next(Centers)],
                elements[random.Next(Elements)],
                (random.Next(200_000) - 50_000) / 100m,
                row % 3 == 0 ? random.Next(1_000) : null);
        }
    }

    private static CenterCode CenterOf(int number) => new(FormattableString.Invariant($"C{number:0000}"));

    private static ElementCode ElementOf(int number) => new(FormattableString.Invariant($"E{number:000}"));
}
