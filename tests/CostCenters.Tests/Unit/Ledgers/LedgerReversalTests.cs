using CostCenters.Cubes;
using CostCenters.Journals;
using CostCenters.Ledgers;
using CostCenters.Monetary;

namespace CostCenters.Tests.Unit.Ledgers;

public class LedgerReversalTests
{
    private static readonly DocumentId Original = new("d1");
    private static readonly DocumentId Reversal = new("r1");

    [Fact]
    public void Reverse_WithoutDate_NegatesEveryPostingInPlace()
    {
        var ledger = Posted();

        var result = ledger.Reverse(Original, Reversal, null, Company.Stamp);

        Assert.Equal(new JournalPosition(2), result.GetOrThrow());
        Assert.Equal(
            [
                new Posting(Company.Day(3), Company.North, Company.Freight, -12.34m, -5m, "PO", "ice"),
                new Posting(Company.Day(4), Company.Head, Company.Sales, 0.01m, adjustmentPeriod: 1),
            ],
            ledger.Snapshot().Postings().Skip(2));
        Assert.All(ledger.Snapshot().ToCube().Cells(), cell => Assert.Equal(0m, cell.Amount));
        Assert.True(ledger.Snapshot().TryGetDocument(Reversal, out DocumentEntry? entry));
        Assert.Equal(Original, entry.Reverses);
    }

    [Fact]
    public void Reverse_OnAnotherDay_MovesAllPostingsThereAndOutOfAdjustment()
    {
        var ledger = Posted();

        ledger.Reverse(Original, Reversal, Company.Day(5), Company.Stamp).GetOrThrow();

        Assert.All(
            ledger.Snapshot().Postings().Skip(2),
            posting => Assert.Equal((Company.Day(5), (int?)null), (posting.Date, posting.AdjustmentPeriod)));
        Assert.Equal(0m, ledger.Snapshot().ToCube().Cells().Sum(cell => cell.Amount));
    }

    [Fact]
    public void Reverse_OnTheSameDay_StaysInTheAdjustmentPeriod()
    {
        var ledger = Posted();

        ledger.Reverse(Original, Reversal, Company.Day(4), Company.Stamp).GetOrThrow();

        Assert.Equal([(int?)null, 1], ledger.Snapshot().Postings().Skip(2).Select(posting => posting.AdjustmentPeriod));
    }

    [Fact]
    public void Reverse_Twice_TellsWhatHappenedBefore()
    {
        var ledger = Posted();
        ledger.Reverse(Original, Reversal, null, Company.Stamp).GetOrThrow();

        Assert.Equal(
            (CommandOutcome.AcceptedBefore, new JournalPosition(2)),
            Told(ledger.Reverse(Original, Reversal, null, Company.Stamp)));
        Assert.Equal(
            CommandFaultKind.DocumentIdTaken, Fault(ledger.Reverse(Original, Reversal, Company.Day(6), Company.Stamp)));
        Assert.Equal(CommandFaultKind.NotReversible, Fault(ledger.Reverse(Original, new("r2"), null, Company.Stamp)));
        Assert.Equal(CommandFaultKind.NotReversible, Fault(ledger.Reverse(Reversal, new("r2"), null, Company.Stamp)));
        Assert.Equal(4, ledger.Snapshot().PostingCount);
    }

    [Fact]
    public void Reverse_UnknownOrDefaultDocument_IsRefused()
    {
        var ledger = Posted();

        Assert.Equal(CommandFaultKind.UnknownDocument, Fault(ledger.Reverse(new("x"), Reversal, null, Company.Stamp)));
        Assert.Equal(CommandFaultKind.UnknownDocument, Fault(ledger.Reverse(default, Reversal, null, Company.Stamp)));
        Assert.Throws<ArgumentException>(() => ledger.Reverse(Original, default, null, Company.Stamp));
        Assert.Throws<ArgumentNullException>(() => ledger.Reverse(Original, Reversal, null, null!));
    }

    [Fact]
    public void Reverse_UnderATakenId_IsRefused()
    {
        var ledger = Posted();

        Assert.Equal(
            CommandFaultKind.DocumentIdTaken, Fault(ledger.Reverse(Original, Original, null, Company.Stamp)));
        Assert.Equal(2, ledger.Snapshot().PostingCount);
    }

    [Fact]
    public void Post_ContentsOfAReversalUnderItsId_IsNotTheReversal()
    {
        var ledger = Posted();
        ledger.Reverse(Original, Reversal, null, Company.Stamp).GetOrThrow();

        var postings = ledger.Snapshot().Postings().Skip(2).ToList();

        Assert.Equal(
            CommandFaultKind.DocumentIdTaken, Fault(ledger.Post(Reversal, Currency.Eur, postings, Company.Stamp)));
    }

    [Fact]
    public void Reverse_IntoAClosedPeriod_IsRefusedAndMayBeTriedAgain()
    {
        var ledger = Posted();
        ledger.Close(Company.Period(3), [Company.North], Company.Stamp).GetOrThrow();

        var refused = ledger.Reverse(Original, Reversal, null, Company.Stamp);

        Assert.Equal([(CommandFaultKind.PeriodClosed, (int?)0)], refused.Faults.Select(f => (f.Kind, f.Line)));
        Assert.Equal(
            new JournalPosition(3), ledger.Reverse(Original, Reversal, Company.Day(4), Company.Stamp).GetOrThrow());
    }

    [Fact]
    public void Reverse_WhatIsLargestIn64Bits_IsAlwaysPossible()
    {
        // One more than the largest count in magnitude would fit as a negative number alone.
        var space = new CubeSpace(
            Company.Space.Centers, Company.Space.Elements, Company.Calendar, Currency.Eur, new DecimalScale(12));
        var ledger = new Ledger(space);

        Assert.Equal(
            CommandFaultKind.OutOfRange,
            Fault(ledger.Post(
                Company.Document("d0", Company.Post(3, Company.Head, Company.Sales, -9_223_372.036854775808m)),
                Company.Stamp)));
        ledger.Post(
            Company.Document("d1", Company.Post(3, Company.Head, Company.Sales, -9_223_372.036854775807m)),
            Company.Stamp).GetOrThrow();
        ledger.Reverse(Original, Reversal, null, Company.Stamp).GetOrThrow();
        Assert.Equal(0m, Assert.Single(ledger.Snapshot().ToCube().Cells()).Amount);
    }

    private static Ledger Posted()
    {
        var ledger = new Ledger(Company.Space);
        ledger.Post(
            Company.Document(
                "d1",
                new Posting(Company.Day(3), Company.North, Company.Freight, 12.34m, 5m, "PO", "ice"),
                new Posting(Company.Day(4), Company.Head, Company.Sales, -0.01m, adjustmentPeriod: 1)),
            Company.Stamp).GetOrThrow();
        return ledger;
    }

    private static (CommandOutcome Outcome, JournalPosition Position) Told(CommandResult result) =>
        (result.Outcome, result.Position);

    private static CommandFaultKind Fault(CommandResult result) => Assert.Single(result.Faults).Kind;
}
