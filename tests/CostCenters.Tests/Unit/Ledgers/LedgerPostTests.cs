using CostCenters.Cubes;
using CostCenters.Journals;
using CostCenters.Ledgers;
using CostCenters.Monetary;

namespace CostCenters.Tests.Unit.Ledgers;

public class LedgerPostTests
{
    private static readonly CellAddress Cell = new(Company.North, Company.Freight, Company.Period(3));

    [Theory]
    [InlineData("0")]
    [InlineData("0.01")]
    [InlineData("-0.01")]
    [InlineData("1000000000000000")]
    [InlineData("-1000000000000000")]
    public void Post_OnePosting_ReadsBackAsGiven(string text)
    {
        decimal amount = decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
        var ledger = new Ledger(Company.Space);
        var posting = new Posting(
            Company.Day(3), Company.North, Company.Freight, amount, 1_000_000_000_000m, "PO 7", "ice, \"dry\"");

        var result = ledger.Post(Company.Document("d1", posting), Company.Stamp);

        Assert.Equal((CommandOutcome.Accepted, new JournalPosition(1)), (result.Outcome, result.GetOrThrow()));
        var snapshot = ledger.Snapshot();
        Assert.Equal([posting], snapshot.Postings());
        Assert.Equal([posting], snapshot.PostingsOf(Cell));
        Assert.True(snapshot.TryGetDocument(new("d1"), out DocumentEntry? document));
        Assert.Equal([posting], snapshot.PostingsOf(document));
        Assert.Equal(
            (new JournalPosition(1), Company.Stamp, (DocumentId?)null, 0L, 1),
            (document.Position, document.Stamp, document.Reverses, document.FirstPosting, document.PostingCount));
        Assert.True(snapshot.ToCube().TryGet(Cell, out CubeCell cell));
        Assert.Equal((amount, 1_000_000_000_000m), (cell.Amount, cell.Quantity));
    }

    [Fact]
    public void Post_AdjustmentPeriod_GoesThereWhateverTheDate()
    {
        var ledger = new Ledger(Company.Space);
        var posting = new Posting(Company.Day(3), Company.North, Company.Freight, 5m, adjustmentPeriod: 2);

        ledger.Post(Company.Document("d1", posting), Company.Stamp).GetOrThrow();

        Assert.Equal([posting], ledger.Snapshot().Postings());
        Assert.Equal(Company.Period(14), Assert.Single(ledger.Snapshot().ToCube().Cells()).Address.Period);
        Assert.Equal(
            [posting],
            ledger.Snapshot().PostingsOf(new CellAddress(Company.North, Company.Freight, Company.Period(14))));
        Assert.Empty(ledger.Snapshot().PostingsOf(Cell));
    }

    public static TheoryData<CommandFaultKind, Posting> BadPostings()
    {
        var data = new TheoryData<CommandFaultKind, Posting>();
        void Add(CommandFaultKind kind, Posting posting) => data.Add(kind, posting);
        Add(CommandFaultKind.UnknownCenter, Company.Post(3, new("none"), Company.Sales, 1m));
        Add(CommandFaultKind.UnknownElement, Company.Post(3, Company.Head, new("none"), 1m));
        Add(CommandFaultKind.CenterNotValid, Company.Post(2, Company.South, Company.Sales, 1m));
        Add(CommandFaultKind.CenterBlocked, Company.Post(3, Company.Blocked, Company.Sales, 1m));
        Add(CommandFaultKind.TooManyDigits, Company.Post(3, Company.Head, Company.Sales, 0.001m));
        Add(CommandFaultKind.OutOfRange, Company.Post(3, Company.Head, Company.Sales, 1_000_000_000_000_000.01m));
        Add(CommandFaultKind.OutOfRange, Company.Post(3, Company.Head, Company.Sales, decimal.MinValue));
        Add(CommandFaultKind.OutOfRange, new(Company.Day(3), Company.Head, Company.Sales, 1m, -1_000_000_000_000.1m));
        Add(CommandFaultKind.TooManyDigits, new(Company.Day(3), Company.Head, Company.Sales, 1m, 0.0000001m));
        Add(CommandFaultKind.DateOutOfRange, new(new(1899, 12, 31), Company.Head, Company.Sales, 1m));
        Add(CommandFaultKind.DateOutOfRange, new(new(2150, 1, 1), Company.Head, Company.Sales, 1m));
        Add(CommandFaultKind.DateOutOfRange, new(Company.Day(3), Company.Head, Company.Sales, 1m, adjustmentPeriod: 3));
        Add(CommandFaultKind.PeriodClosed, Company.Post(1, Company.Head, Company.Sales, 1m));
        Add(CommandFaultKind.PeriodClosed, new(Company.Day(5), Company.Head, Company.Sales, 1m, adjustmentPeriod: 1));
        return data;
    }

    [Theory]
    [MemberData(nameof(BadPostings))]
    public void Post_OneBadPostingAmongGoodOnes_RefusesTheWholeDocument(CommandFaultKind kind, Posting bad)
    {
        var ledger = new Ledger(Company.Space);
        ledger.Close(Company.Period(1), [Company.Head], Company.Stamp).GetOrThrow();
        ledger.Close(Company.Period(13), [Company.Head], Company.Stamp).GetOrThrow();
        var good = Company.Post(3, Company.Head, Company.Sales, 1m);

        var result = ledger.Post(Company.Document("d1", good, bad, good), Company.Stamp);

        Assert.Equal((CommandOutcome.Refused, new JournalPosition(2)), (result.Outcome, result.Position));
        Assert.Equal([(kind, (int?)1)], result.Faults.Select(fault => (fault.Kind, fault.Line)));
        Assert.Equal(result.Faults, Assert.Throws<CommandRefusedException>(() => result.GetOrThrow()).Faults);
        Assert.Empty(ledger.Snapshot().Postings());
        Assert.Equal(new JournalPosition(2), ledger.Snapshot().Position);
        Assert.False(ledger.Snapshot().TryGetDocument(new("d1"), out _));
    }

    [Fact]
    public void Post_SeveralFaults_TellsAllInOrderOfThePostings()
    {
        var ledger = new Ledger(Company.Space);
        ledger.Close(Company.Period(3), [Company.Blocked], Company.Stamp).GetOrThrow();

        var result = ledger.Post(
            Company.Document(
                "d1",
                Company.Post(3, Company.Blocked, new("none"), 0.001m),
                Company.Post(3, Company.Head, Company.Sales, 1m),
                new Posting(new(1800, 1, 1), new("none"), Company.Sales, 1m)),
            Company.Stamp);

        Assert.Equal(
            [
                (0, CommandFaultKind.CenterBlocked),
                (0, CommandFaultKind.PeriodClosed),
                (0, CommandFaultKind.UnknownElement),
                (0, CommandFaultKind.TooManyDigits),
                (2, CommandFaultKind.DateOutOfRange),
                (2, CommandFaultKind.UnknownCenter),
            ],
            result.Faults.Select(fault => (fault.Line!.Value, fault.Kind)));
    }

    [Fact]
    public void Post_FirstAndLastDayOfTheCalendar_AreTaken()
    {
        var ledger = new Ledger(Company.Space);
        var postings = new[]
        {
            new Posting(new(1900, 1, 1), Company.Head, Company.Sales, 1m),
            new Posting(new(2149, 12, 31), Company.Head, Company.Sales, 2m),
        };

        ledger.Post(Company.Document("d1", postings), Company.Stamp).GetOrThrow();

        Assert.Equal(postings, ledger.Snapshot().Postings());
        Assert.Equal(["1900-P01", "2149-P12"], ledger.Snapshot().ToCube().Cells().Select(c => $"{c.Address.Period}"));
    }

    [Fact]
    public void Post_SameIdTwice_IsTakenOnceOrRefused()
    {
        var ledger = new Ledger(Company.Space);
        var first = Company.Document("d1", Company.Post(3, Company.Head, Company.Sales, 1m));
        ledger.Post(first, Company.Stamp).GetOrThrow();
        ledger.Close(Company.Period(3), [Company.Head], Company.Stamp).GetOrThrow();

        var again = ledger.Post(
            Company.Document("d1", Company.Post(3, Company.Head, Company.Sales, 1.00m)), new("bert", default));
        var other = ledger.Post(
            Company.Document("d1", Company.Post(3, Company.Head, Company.Sales, 2m)), Company.Stamp);
        var longer = ledger.Post(
            Company.Document("d1", first.Postings[0], first.Postings[0]), Company.Stamp);

        Assert.Equal((CommandOutcome.AcceptedBefore, new JournalPosition(1)), (again.Outcome, again.Position));
        Assert.Empty(again.Faults);
        Assert.Equal([CommandFaultKind.DocumentIdTaken], other.Faults.Select(fault => fault.Kind));
        Assert.Null(other.Faults[0].Line);
        Assert.Equal(CommandOutcome.Refused, longer.Outcome);
        Assert.Equal(1, ledger.Snapshot().PostingCount);
    }

    [Fact]
    public void Post_IdOfARefusedDocument_IsFree()
    {
        var ledger = new Ledger(Company.Space);
        ledger.Post(Company.Document("d1", Company.Post(3, new("none"), Company.Sales, 1m)), Company.Stamp);

        Assert.Equal(
            new JournalPosition(1),
            ledger.Post(Company.Document("d1", Company.Post(3, Company.Head, Company.Sales, 1m)), Company.Stamp)
                .GetOrThrow());
    }

    [Fact]
    public void Post_OtherCurrency_IsRefused()
    {
        var document = new Document(new("d1"), Currency.Usd, [Company.Post(3, Company.Head, Company.Sales, 1m)]);

        Assert.Equal(
            [CommandFaultKind.CurrencyMismatch],
            new Ledger(Company.Space).Post(document, Company.Stamp).Faults.Select(fault => fault.Kind));
    }

    [Fact]
    public void Post_EnumerationThatThrows_LeavesNothingBehind()
    {
        var ledger = new Ledger(Company.Space);
        var first = Numbered(1, 10);
        ledger.Post(new("d1"), Currency.Eur, first, Company.Stamp).GetOrThrow();

        // The broken stream fills the rest of the first block of columns and two more, with other texts.
        Assert.Throws<InvalidDataException>(() => ledger.Post(
            new("d2"), Currency.Eur, ThenThrow(Numbered(1_000_000, 40_000)), Company.Stamp));

        var second = Numbered(11, 40_000).Select((p, i) => i % 2 == 0 ? p : WithoutExtras(p)).ToList();
        ledger.Post(new("d2"), Currency.Eur, second, Company.Stamp).GetOrThrow();
        Assert.Equal([.. first, .. second], ledger.Snapshot().Postings());
        Assert.Equal(
            first.Concat(second).Sum(posting => posting.Amount),
            ledger.Snapshot().ToCube().Cells().Sum(cell => cell.Amount));
        Assert.Equal(
            first.Concat(second).Sum(posting => posting.Quantity),
            ledger.Snapshot().ToCube().Cells().Sum(cell => cell.Quantity));
    }

    [Theory] // Around the 16,384 postings of one block of columns.
    [InlineData(16_383)]
    [InlineData(16_384)]
    [InlineData(16_385)]
    [InlineData(0)]
    public void Post_RefusedAfterFillingABlock_LeavesNothingBehind(int before)
    {
        var ledger = new Ledger(Company.Space);
        var first = Numbered(1, before);
        if (before > 0)
        {
            ledger.Post(new("d1"), Currency.Eur, first, Company.Stamp).GetOrThrow();
        }

        var snapshot = ledger.Snapshot();
        for (int i = 0; i < 3; i++)
        {
            var refused = ledger.Post(
                new("d2"),
                Currency.Eur,
                Numbered(500_000, 17_000).Append(Company.Post(3, new("none"), Company.Sales, 1m)),
                Company.Stamp);
            Assert.Equal(17_000, Assert.Single(refused.Faults).Line);
        }

        var second = Numbered(before + 1, 17_000).Select((p, i) => i % 3 == 0 ? p : WithoutExtras(p)).ToList();
        ledger.Post(new("d2"), Currency.Eur, second, Company.Stamp).GetOrThrow();

        Assert.Equal([.. first, .. second], ledger.Snapshot().Postings());
        Assert.Equal(first, snapshot.Postings());
        Assert.True(ledger.Snapshot().TryGetDocument(new("d2"), out DocumentEntry? document));
        Assert.Equal(second, ledger.Snapshot().PostingsOf(document));
    }

    [Fact]
    public void Post_StreamThatPostsToTheSameLedger_ThrowsAndLeavesBothOut()
    {
        var ledger = new Ledger(Company.Space);

        IEnumerable<Posting> Nested()
        {
            yield return Company.Post(3, Company.Head, Company.Sales, 1m);
            ledger.Post(Company.Document("inner", Company.Post(3, Company.Head, Company.Sales, 2m)), Company.Stamp);
            yield return Company.Post(3, Company.Head, Company.Sales, 3m);
        }

        Assert.Throws<InvalidOperationException>(
            () => ledger.Post(new("outer"), Currency.Eur, Nested(), Company.Stamp));
        Assert.Empty(ledger.Snapshot().Postings());
        Assert.Empty(ledger.Snapshot().Entries());
    }

    [Fact]
    public void Post_StreamThatReadsTheLedger_SeesItAsItWas()
    {
        var ledger = new Ledger(Company.Space);
        ledger.Post(Company.Document("d1", Company.Post(3, Company.Head, Company.Sales, 1m)), Company.Stamp);

        var copies = Enumerable.Range(0, 3).SelectMany(_ => ledger.Snapshot().Postings());
        ledger.Post(new("d2"), Currency.Eur, copies, Company.Stamp).GetOrThrow();

        Assert.Equal(4, ledger.Snapshot().PostingCount);
    }

    [Fact]
    public void Post_NoPostingOrNull_ThrowsAndLeavesNothingBehind()
    {
        var ledger = new Ledger(Company.Space);

        Assert.Throws<ArgumentException>(() => ledger.Post(new("d1"), Currency.Eur, [], Company.Stamp));
        Assert.Throws<ArgumentException>(() => ledger.Post(
            new("d1"), Currency.Eur, [Company.Post(3, Company.Head, Company.Sales, 1m), null!], Company.Stamp));
        Assert.Throws<ArgumentException>(() => ledger.Post(default, Currency.Eur, Numbered(1, 1), Company.Stamp));
        Assert.Throws<ArgumentNullException>(() => ledger.Post(null!, Company.Stamp));
        Assert.Throws<ArgumentNullException>(() => ledger.Post(new("d1"), Currency.Eur, Numbered(1, 1), null!));
        Assert.Equal(0, ledger.Snapshot().PostingCount);
        Assert.Equal(default, ledger.Snapshot().Position);
    }

    private static List<Posting> Numbered(int first, int count) =>
        [.. Enumerable.Range(first, count).Select(i => new Posting(
            Company.Day((i % 12) + 1, 1),
            i % 2 == 0 ? Company.Head : Company.North,
            Company.Freight,
            i / 100m,
            i % 5 == 0 ? null : i / 1000m,
            i % 3 == 0 ? $"ref {i}" : null,
            i % 7 == 0 ? $"text {i}" : null))];

    private static Posting WithoutExtras(Posting posting) =>
        new(posting.Date, posting.Center, posting.Element, posting.Amount);

    private static IEnumerable<Posting> ThenThrow(IEnumerable<Posting> postings)
    {
        foreach (var posting in postings)
        {
            yield return posting;
        }

        throw new InvalidDataException("The source broke off.");
    }
}
