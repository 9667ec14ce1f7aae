using CostCenters.Calendars;
using CostCenters.Cubes;
using CostCenters.Journals;
using CostCenters.Ledgers;
using CostCenters.Monetary;
using CostCenters.Structure;
using NodaTime;

namespace CostCenters.Tests.Unit.Ledgers;

/// <summary>When two entries are the same, what a ledger tells since a position, and what it needs at least.</summary>
public class LedgerEntryTests
{
    private static readonly CommandStamp Later = new("anna", Instant.FromUtc(2026, 4, 2, 8, 30));
    private static readonly Posting Sale = Company.Post(3, Company.Head, Company.Sales, 1m);

    [Fact]
    public void DocumentEntry_OtherIdStampOrCount_IsAnother()
    {
        DocumentEntry entry = Posted("a", Company.Stamp, Sale);

        Assert.Equal(Posted("a", Company.Stamp, Sale), entry);
        Assert.Equal(Posted("a", Company.Stamp, Sale).GetHashCode(), entry.GetHashCode());
        Assert.NotEqual(Posted("b", Company.Stamp, Sale), entry);
        Assert.NotEqual(Posted("a", Later, Sale), entry);
        Assert.NotEqual(Posted("a", Company.Stamp, Sale, Sale), entry);
        Assert.False(entry.Equals(null));

        static DocumentEntry Posted(string id, CommandStamp stamp, params Posting[] postings)
        {
            var ledger = new Ledger(Company.Space);
            ledger.Post(Company.Document(id, postings), stamp).GetOrThrow();
            return Assert.IsType<DocumentEntry>(Assert.Single(ledger.Snapshot().Entries()));
        }
    }

    [Fact]
    public void DocumentEntry_OfAReversal_DependsOnWhatItReversesAndWhen()
    {
        DocumentEntry entry = Reversed("a", Company.Day(5));

        Assert.Equal((new DocumentId("a"), Company.Day(5)), (entry.Reverses!.Value, entry.ReversalDate!.Value));
        Assert.Equal(Reversed("a", Company.Day(5)), entry);
        Assert.NotEqual(Reversed("b", Company.Day(5)), entry);
        Assert.NotEqual(Reversed("a", Company.Day(6)), entry);
        Assert.NotEqual(Reversed("a", null), entry);

        static DocumentEntry Reversed(string id, LocalDate? date)
        {
            var ledger = new Ledger(Company.Space);
            ledger.Post(Company.Document("a", Sale), Company.Stamp).GetOrThrow();
            ledger.Post(Company.Document("b", Sale), Company.Stamp).GetOrThrow();
            ledger.Reverse(new(id), new("r"), date, Company.Stamp).GetOrThrow();
            return Assert.IsType<DocumentEntry>(ledger.Snapshot().Entries().Last());
        }
    }

    [Fact]
    public void PeriodEntry_OtherPeriodCentersOrStamp_IsAnother()
    {
        PeriodEntry entry = Closed(3, Company.Stamp, Company.Head);

        Assert.True(entry.Closes);
        Assert.Equal(Closed(3, Company.Stamp, Company.Head), entry);
        Assert.Equal(Closed(3, Company.Stamp, Company.Head).GetHashCode(), entry.GetHashCode());
        Assert.NotEqual(Closed(4, Company.Stamp, Company.Head), entry);
        Assert.NotEqual(Closed(3, Later, Company.Head), entry);
        Assert.NotEqual(Closed(3, Company.Stamp, Company.North), entry);
        Assert.False(entry.Equals(null));

        static PeriodEntry Closed(int period, CommandStamp stamp, CenterCode center)
        {
            var ledger = new Ledger(Company.Space);
            ledger.Close(Company.Period(period), [center], stamp).GetOrThrow();
            return Assert.IsType<PeriodEntry>(Assert.Single(ledger.Snapshot().Entries()));
        }
    }

    [Fact] // Of two documents with a close between them, the second is what has changed since the first.
    public void ChangesSince_APosition_AreThePostingsAfterIt()
    {
        var ledger = new Ledger(Company.Space);
        ledger.Post(Company.Document("a", Sale), Company.Stamp).GetOrThrow();
        JournalPosition first = ledger.Snapshot().Position;
        ledger.Close(Company.Period(1), [Company.Head], Company.Stamp).GetOrThrow();
        ledger.Post(
            Company.Document("b", Company.Post(4, Company.North, Company.Freight, 2.50m)), Company.Stamp).GetOrThrow();
        LedgerSnapshot now = ledger.Snapshot();

        Assert.Equal(
            [
                new CellChange(
                    Company.Space.Centers.IndexOf(Company.North),
                    Company.Space.Elements.IndexOf(Company.Freight),
                    Company.Calendar.OrdinalOf(Company.Period(4)),
                    250),
            ],
            now.ChangesSince(first));
        Assert.Equal(2, now.ChangesSince(default).Count);
        Assert.Empty(now.ChangesSince(now.Position));
        Assert.Throws<ArgumentOutOfRangeException>("earlier", () => ledger.AsOf(first).ChangesSince(now.Position));
        Assert.Throws<OperationCanceledException>(() => now.ChangesSince(first, new(canceled: true)));
    }

    [Theory] // Days have numbers from 1900-01-01 through 2149-12-31.
    [InlineData(0, "1900-01-01")]
    [InlineData(91_310, "2149-12-31")]
    public void ToPosting_FirstAndLastDay_AreDays(int day, string expected) => Assert.Equal(
        expected,
        NodaTime.Text.LocalDatePattern.Iso.Format(new CountedPosting(0, 0, day, 1).ToPosting(Company.Space).Date));

    [Fact]
    public void ToPosting_ACountedRow_IsInUnitsOfTheScale()
    {
        var row = new CountedPosting(
            Company.Space.Centers.IndexOf(Company.North),
            Company.Space.Elements.IndexOf(Company.Freight),
            0,
            -1_234,
            2_500_000,
            "ref",
            "text");

        Assert.Equal(
            new Posting(FiscalCalendar.FirstDate, Company.North, Company.Freight, -12.34m, 2.5m, "ref", "text"),
            row.ToPosting(Company.Space));
        Assert.Throws<ArgumentNullException>("space", () => row.ToPosting(null!));
        Assert.Throws<ArgumentOutOfRangeException>(
            "Day", () => new CountedPosting(0, 0, -1, 1).ToPosting(Company.Space));
        Assert.Throws<ArgumentOutOfRangeException>(
            "Day", () => new CountedPosting(0, 0, FiscalCalendar.DayCount, 1).ToPosting(Company.Space));
    }

    [Fact]
    public void Commands_WithNothing_Throw()
    {
        var ledger = new Ledger(Company.Space);
        DocumentId id = new("d");
        CountedPosting[] rows = [new(0, 0, 0, 1)];

        Assert.Throws<ArgumentNullException>("journal", () => new Ledger((Journal)null!));
        Assert.Throws<ArgumentNullException>("document", () => ledger.Post(null!, Company.Stamp));
        Assert.Throws<ArgumentException>("id", () => ledger.Post(default, Currency.Eur, [Sale], Company.Stamp));
        Assert.Throws<ArgumentNullException>("currency", () => ledger.Post(id, null!, [Sale], Company.Stamp));
        Assert.Throws<ArgumentNullException>("postings", () => ledger.Post(id, Currency.Eur, null!, Company.Stamp));
        Assert.Throws<ArgumentNullException>("stamp", () => ledger.Post(id, Currency.Eur, [Sale], null!));
        Assert.Throws<ArgumentException>("id", () => ledger.PostCounts(default, rows, Company.Stamp, _ => { }));
        Assert.Throws<ArgumentNullException>("postings", () => ledger.PostCounts(id, null!, Company.Stamp, _ => { }));
        Assert.Throws<ArgumentNullException>("stamp", () => ledger.PostCounts(id, rows, null!, _ => { }));
        Assert.Throws<ArgumentNullException>("refused", () => ledger.PostCounts(id, rows, Company.Stamp, null!));
        Assert.Throws<ArgumentNullException>(
            "document", () => ledger.Snapshot().PostingsOf((DocumentEntry)null!));
        Assert.Null(ledger.PostCounts(id, [], Company.Stamp, _ => { }));
        Assert.Equal(default, ledger.Snapshot().Position);
    }
}
