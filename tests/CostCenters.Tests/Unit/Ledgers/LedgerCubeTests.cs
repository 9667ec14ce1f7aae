using CostCenters.Calendars;
using CostCenters.Cubes;
using CostCenters.Journals;
using CostCenters.Ledgers;
using CostCenters.Monetary;
using CostCenters.Structure;
using NodaTime;

namespace CostCenters.Tests.Unit.Ledgers;

public class LedgerCubeTests
{
    private const int Centers = 40;
    private const int Elements = 200;
    private const int Days = 700;

    private static readonly LocalDate FirstDay = new(2024, 1, 1);

    private static readonly CommandStamp Stamp = new("anna", Instant.FromUtc(2026, 1, 5, 9, 0));

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void ToCube_Canceled_Throws(int threads)
    {
        LedgerSnapshot snapshot = LedgerOf(Postings(60_000, inDateOrder: false, Elements)).Snapshot();

        Assert.Throws<OperationCanceledException>(() => snapshot.ToCube(threads, new CancellationToken(true)));
        Assert.NotEqual(0, snapshot.ToCube(threads, CancellationToken.None).CellCount);
    }

    [Fact] // With nothing to add up there was no one who looked.
    public void ToCube_OfNothingCanceled_Throws() => Assert.Throws<OperationCanceledException>(() =>
        new Ledger(Company.Space).Snapshot().ToCube(threads: 1, new CancellationToken(true)));

    [Theory] // Chunks of one period and of many, periods that list their cells and that have a place for each.
    [InlineData(60_000, true, Elements)]
    [InlineData(60_000, false, Elements)]
    [InlineData(400_000, true, Elements)]
    [InlineData(400_000, false, Elements)]
    [InlineData(400_000, false, 3)]
    public void ToCube_AnyNumberOfThreads_IsTheSumOfThePostings(int count, bool inDateOrder, int elements)
    {
        var ledger = LedgerOf(Postings(count, inDateOrder, elements));
        var expected = Postings(count, inDateOrder, elements)
            .GroupBy(p => (p.Center, p.Element, Period: PeriodOf(p)))
            .OrderBy(cell => cell.Key.Period)
            .ThenBy(cell => cell.Key.Center)
            .ThenBy(cell => cell.Key.Element)
            .Select(cell => (
                new CellAddress(cell.Key.Center, cell.Key.Element, cell.Key.Period),
                cell.Sum(p => p.Amount),
                cell.Any(p => p.Quantity is not null) ? cell.Sum(p => p.Quantity ?? 0m) : (decimal?)null))
            .ToList();

        foreach (int threads in new[] { 1, 2, 7, int.MaxValue })
        {
            var cells = ledger.Snapshot().ToCube(threads).Cells();
            Assert.Equal(expected, cells.Select(cell => (cell.Address, cell.Amount, cell.Quantity)));
        }
    }

    [Fact]
    public void ToCube_ThreadsThatWrapInTurn_KeepTheSumThatFits()
    {
        const decimal half = 50_000_000_000_000_000m / 100m;
        decimal[] amounts = [.. Enumerable.Repeat(half, 200), .. Enumerable.Repeat(-half, 200), 0.07m];
        var ledger = LedgerOf(amounts.SelectMany(amount => Enumerable.Range(0, 100).Select(i => new Posting(
            FirstDay.PlusDays(i % 2 * 40), Center(0), Element(0), amount))));

        foreach (int threads in new[] { 1, 2, 5 })
        {
            Assert.Equal([3.50m, 3.50m], ledger.Snapshot().ToCube(threads).Cells().Select(cell => cell.Amount));
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void ToCube_NoThread_Throws(int threads) =>
        Assert.Throws<ArgumentOutOfRangeException>(
            nameof(threads), () => LedgerOf(Postings(1, true, 1)).Snapshot().ToCube(threads));

    private static Ledger LedgerOf(IEnumerable<Posting> postings)
    {
        var centers = new CenterHierarchy.Builder();
        for (int i = 0; i < Centers; i++)
        {
            centers.Add(Center(i), new CenterValidity("", CenterKind.Cost));
        }

        var elements = new ElementChart.Builder();
        for (int i = 0; i < Elements; i++)
        {
            elements.Add(new CostElement(Element(i), "", ElementNature.Cost, unit: "h"));
        }

        var calendar = FiscalCalendar.Months(1, YearNaming.Start).WithAdjustmentPeriods(1);
        var ledger = new Ledger(
            new CubeSpace(centers.Build(), elements.Build(), calendar, Currency.Eur, new DecimalScale(2)));
        ledger.Post(new DocumentId("all"), Currency.Eur, postings, Stamp).GetOrThrow();
        return ledger;
    }

    private static IEnumerable<Posting> Postings(int count, bool inDateOrder, int elements)
    {
        var random = new Random(7);
        for (int i = 0; i < count; i++)
        {
            int day = inDateOrder ? (int)((long)i * Days / count) : random.Next(Days);
            yield return new Posting(
                FirstDay.PlusDays(day),
                Center(random.Next(Centers)),
                Element(random.Next(elements)),
                random.Next(-1_000_000, 1_000_000) / 100m,
                random.Next(5) < 2 ? random.Next(1_000) : null,
                adjustmentPeriod: random.Next(50) == 0 ? 1 : null);
        }
    }

    private static FiscalPeriod PeriodOf(Posting posting) =>
        new(posting.Date.Year, posting.AdjustmentPeriod is null ? posting.Date.Month : 13);

    private static CenterCode Center(int number) => new($"C{number:D2}");

    private static ElementCode Element(int number) => new($"{1_000 + number}");
}
