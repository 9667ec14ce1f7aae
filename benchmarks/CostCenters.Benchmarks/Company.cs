using CostCenters.Calendars;
using CostCenters.Cubes;
using CostCenters.Journals;
using CostCenters.Ledgers;
using CostCenters.Monetary;
using CostCenters.Structure;
using NodaTime;

namespace CostCenters.Benchmarks;

/// <summary>
/// A made-up company of the size that the targets name, and postings of it that are the same every time.
/// </summary>
internal static class Company
{
    public const int CenterCount = 1_000;
    public const int ElementCount = 300;
    public const int PeriodCount = 36;
    public const int FirstYear = 2023;

    public const int FirstElement = 400_000;

    private const int ChildrenPerCenter = 6;
    private const int UsualQuantityPercent = 40;
    private const int MostCents = 10_000_000;
    private static readonly LocalDate FirstDay = new(FirstYear, 1, 1);

    /// <summary>The periods of three years, January to December.</summary>
    public static FiscalPeriodRange Periods =>
        new(new FiscalPeriod(FirstYear, 1), new FiscalPeriod(FirstYear + (PeriodCount / 12) - 1, 12));

    /// <summary>
    /// 1,000 centers in five levels, 300 elements of which a tenth is revenue, years of months, cents.
    /// </summary>
    public static CubeSpace CreateSpace()
    {
        var centers = new CenterHierarchy.Builder();
        for (int i = 0; i < CenterCount; i++)
        {
            CenterCode? parent = i == 0 ? null : CenterOf((i - 1) / ChildrenPerCenter);
            centers.Add(CenterOf(i), new CenterValidity($"Center {i}", CenterKind.Cost, parent));
        }

        var elements = new ElementChart.Builder();
        for (int i = 0; i < ElementCount; i++)
        {
            ElementNature nature = i % 10 == 0 ? ElementNature.Revenue : ElementNature.Cost;
            elements.Add(new CostElement(ElementOf(i), $"Element {i}", nature, unit: "h"));
        }

        return new CubeSpace(
            centers.Build(),
            elements.Build(),
            FiscalCalendar.Months(1, YearNaming.Start),
            Currency.Eur,
            new DecimalScale(2));
    }

    /// <summary>Postings evenly spread over all cells; 40 % have a quantity if nothing else is said, none a text.
    /// </summary>
    public static IEnumerable<Posting> Postings(
        CubeSpace space, int count, bool inDateOrder, int quantityPercent = UsualQuantityPercent, int seed = 42)
    {
        var random = new Random(seed);
        CenterCode[] centers = [.. space.Centers.Centers.Select(center => center.Code)];
        ElementCode[] elements = [.. space.Elements.Elements.Select(element => element.Code)];
        LocalDate[] days = [.. Enumerable.Range(0, DayCount()).Select(day => FirstDay.PlusDays(day))];
        for (int i = 0; i < count; i++)
        {
            int day = inDateOrder ? (int)((long)i * days.Length / count) : random.Next(days.Length);
            yield return new Posting(
                days[day],
                centers[random.Next(centers.Length)],
                elements[random.Next(elements.Length)],
                random.Next(-MostCents, MostCents) / 100m,
                random.Next(100) < quantityPercent ? random.Next(1, 1_000) : null);
        }
    }

    public static Ledger CreateLedger(CubeSpace space, IEnumerable<Posting> postings)
    {
        var ledger = new Ledger(space);
        ledger.Post(new DocumentId("opening"), space.Currency, postings, Stamp).GetOrThrow();
        return ledger;
    }

    public static CommandStamp Stamp { get; } = new("benchmark", Instant.FromUtc(2026, 1, 1, 0, 0));

    private static CenterCode CenterOf(int index) => new($"C{index:D4}");

    private static ElementCode ElementOf(int index) => new($"{FirstElement + index}");

    private static int DayCount() => Period.DaysBetween(FirstDay, FirstDay.PlusMonths(PeriodCount));
}
