using CostCenters.Cubes;
using CostCenters.Journals;
using CostCenters.Ledgers;

namespace CostCenters.Tests.Unit.Ledgers;

public class LedgerPeriodTests
{
    [Fact]
    public void Close_SomeCenters_ClosesNeitherOthersNorChildren()
    {
        var ledger = new Ledger(Company.Space);

        ledger.Close(Company.Period(8), [Company.North], Company.Stamp).GetOrThrow();

        Assert.Equal(CommandOutcome.Refused, Post(ledger, "a", 8, adjustment: false).Outcome);
        Assert.Equal(CommandOutcome.Accepted, Post(ledger, "b", 7, adjustment: false).Outcome);
        Assert.Equal(CommandOutcome.Accepted, Post(ledger, "c", 8, adjustment: true).Outcome);
        ledger.Post(Company.Document("d", Company.Post(8, Company.South, Company.Sales, 1m)), Company.Stamp)
            .GetOrThrow();
        Assert.Equal(1, ledger.Snapshot().ClosedPeriods.Count);
    }

    [Fact]
    public void CloseAndReopen_WhatIsSoAlready_IsTakenBefore()
    {
        var ledger = new Ledger(Company.Space);

        var results = new[]
        {
            ledger.Reopen(Company.Period(1), [Company.Head], Company.Stamp),
            ledger.Close(Company.Period(1), [Company.Head, Company.Head], Company.Stamp),
            ledger.Close(Company.Period(1), [Company.Head], Company.Stamp),
            ledger.Close(Company.Period(1), [Company.Head, Company.North], Company.Stamp),
            ledger.Close(Company.Period(1), [], Company.Stamp),
            ledger.Reopen(Company.Period(1), [Company.North, Company.South], Company.Stamp),
            ledger.Reopen(Company.Period(1), [Company.North, Company.South], Company.Stamp),
        };

        Assert.Equal(
            [
                (CommandOutcome.AcceptedBefore, 0L),
                (CommandOutcome.Accepted, 1),
                (CommandOutcome.AcceptedBefore, 1),
                (CommandOutcome.Accepted, 2),
                (CommandOutcome.AcceptedBefore, 2),
                (CommandOutcome.Accepted, 3),
                (CommandOutcome.AcceptedBefore, 3),
            ],
            results.Select(result => (result.Outcome, result.Position.Number)));
        Assert.True(ledger.Snapshot().ClosedPeriods.Contains(Company.Head, Company.Period(1)));
        Assert.False(ledger.Snapshot().ClosedPeriods.Contains(Company.North, Company.Period(1)));
    }

    [Fact]
    public void Close_UnknownPeriodAndCenters_TellsAll()
    {
        var ledger = new Ledger(Company.Space);

        var result = ledger.Close(Company.Period(15), [new("x"), Company.Head, default], Company.Stamp);

        Assert.Equal(
            [
                (CommandFaultKind.DateOutOfRange, null),
                (CommandFaultKind.UnknownCenter, 0),
                (CommandFaultKind.UnknownCenter, (int?)2),
            ],
            result.Faults.Select(fault => (fault.Kind, fault.Line)));
        Assert.Equal(CommandOutcome.Refused, ledger.Close(default, [Company.Head], Company.Stamp).Outcome);
        Assert.Equal(default, ledger.Snapshot().Position);
        Assert.Throws<ArgumentNullException>(() => ledger.Close(Company.Period(1), null!, Company.Stamp));
        Assert.Throws<ArgumentNullException>(() => ledger.Reopen(Company.Period(1), [], null!));
    }

    [Fact]
    public void AsOf_EveryMoment_GivesTheFiguresAndClosesOfThen()
    {
        var ledger = new Ledger(Company.Space);
        var steps = new List<LedgerSnapshot> { ledger.Snapshot() };
        void Step(CommandResult result)
        {
            Assert.Equal(new JournalPosition(steps.Count), result.GetOrThrow());
            steps.Add(ledger.Snapshot());
        }

        Step(Post(ledger, "a", 1, adjustment: false));
        Step(ledger.Close(Company.Period(1), [Company.North, Company.Head], Company.Stamp));
        Step(ledger.Reopen(Company.Period(1), [Company.North], Company.Stamp));
        Step(Post(ledger, "b", 1, adjustment: false));
        Step(ledger.Reverse(new("a"), new("c"), null, Company.Stamp));
        Step(ledger.Close(Company.Period(1), [Company.North], Company.Stamp));

        Assert.Equal([0L, 1, 1, 1, 2, 3, 3], steps.Select(step => step.PostingCount));
        for (int moment = 0; moment < steps.Count; moment++)
        {
            var asOf = ledger.AsOf(new JournalPosition(moment));
            Assert.Equal(new JournalPosition(moment), asOf.Position);
            Assert.Equal(steps[moment].Entries(), asOf.Entries());
            Assert.Equal(steps[moment].Postings(), asOf.Postings());
            Assert.Equal(steps[moment].ClosedPeriods.Count, asOf.ClosedPeriods.Count);
            Assert.Equal(
                moment is 2 or 6, asOf.ClosedPeriods.Contains(Company.North, Company.Period(1)));
            Assert.Equal(moment >= 5, asOf.TryGetDocument(new("c"), out _));
        }

        Assert.Throws<ArgumentOutOfRangeException>(() => ledger.AsOf(new JournalPosition(7)));
        Assert.Throws<ArgumentOutOfRangeException>(() => steps[3].AsOf(new JournalPosition(4)));
    }

    [Fact]
    public void PostingsOf_LaterDocument_Throws()
    {
        var ledger = new Ledger(Company.Space);
        var before = ledger.Snapshot();
        Post(ledger, "a", 1, adjustment: false).GetOrThrow();

        var document = Assert.IsType<DocumentEntry>(Assert.Single(ledger.Snapshot().Entries()));

        Assert.Throws<ArgumentException>(() => before.PostingsOf(document));
        Assert.Throws<KeyNotFoundException>(
            () => before.PostingsOf(new CellAddress(new("x"), Company.Sales, Company.Period(1))));
        Assert.False(before.TryGetDocument(default, out _));
    }

    private static CommandResult Post(Ledger ledger, string id, int month, bool adjustment) =>
        ledger.Post(
            Company.Document(
                id,
                new Posting(
                    Company.Day(month), Company.North, Company.Sales, 1m, adjustmentPeriod: adjustment ? 1 : null)),
            Company.Stamp);
}
