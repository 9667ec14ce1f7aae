using CostCenters.Books;
using CostCenters.Budgets;
using CostCenters.Budgets.Changes;
using CostCenters.Journals;
using CostCenters.Structure;
using CostCenters.Tests.Unit.Control;
using static CostCenters.Tests.Unit.Control.ControlBook;

namespace CostCenters.Tests.Unit.Budgets.Changes;

/// <summary>How much transfers may move out of centers and groups of elements, and into them, in a year.</summary>
public class TransferLimitTests
{
    private readonly ControlBook book = ControlBook.With(
        (TeamOne, Paper, 1_200m), (TeamTwo, Steel, 1_200m), (Sales, Travel, 1_200m));

    private BudgetBook Changes => book.Book.Changes;

    [Fact] // The works may give 50 a year away: 30 and 20 go, one cent more does not; what comes in is not bounded.
    public void Submit_TransfersOutOfACenter_UpToTheLimitOfTheYear()
    {
        Set(new TransferLimit(Works, true, null, mostOut: 50m, mostIn: null));

        Assert.Empty(Move("a", (TeamOne, Paper), (Sales, Travel), 30m));
        Assert.Empty(Move("b", (TeamTwo, Steel), (Sales, Travel), 20m));
        Assert.Equal([CommandFaultKind.TransferLimitExceeded], Move("c", (TeamOne, Paper), (Sales, Travel), 0.01m));
        Assert.Empty(Move("d", (Sales, Travel), (TeamOne, Paper), 90m));
        Assert.Empty(Move("e", (TeamOne, Paper), (TeamTwo, Steel), 60m)); // Within the works: free.
    }

    [Fact] // The group of goods may get 10 a year; Paper and Steel are members.
    public void Submit_TransfersIntoAnElementGroup_UpToTheLimitOfTheYear()
    {
        Set(new TransferLimit(null, false, Goods, mostOut: null, mostIn: 10m));

        Assert.Empty(Move("a", (Sales, Travel), (TeamOne, Paper), 10m));
        Assert.Equal([CommandFaultKind.TransferLimitExceeded], Move("b", (Sales, Travel), (TeamTwo, Steel), 1m));
        Assert.Empty(Move("c", (TeamOne, Paper), (TeamTwo, Steel), 50m));
        Assert.Empty(Move("d", (TeamOne, Paper), (Sales, Travel), 50m));
    }

    [Fact] // Only that center, not those below it; another year and another budget have limits of their own.
    public void Submit_TransferOfACenterBelow_IsNotTheCenters()
    {
        Set(new TransferLimit(Works, false, null, mostOut: 0m, mostIn: 0m));

        Assert.Empty(Move("a", (TeamOne, Paper), (Sales, Travel), 30m));
        Assert.Equal([CommandFaultKind.TransferLimitExceeded], Move("b", (Sales, Travel), (Works, Travel), 1m));
    }

    [Fact] // Earlier transfers count when a limit is set; nothing approved is judged again.
    public void SetTransferLimits_AfterTransfers_CountsThem()
    {
        Assert.Empty(Move("a", (TeamOne, Paper), (Sales, Travel), 30m));
        Set(new TransferLimit(TeamOne, false, null, mostOut: 20m, mostIn: null));

        Assert.Equal([CommandFaultKind.TransferLimitExceeded], Move("b", (TeamOne, Paper), (Sales, Travel), 1m));
        Set(new TransferLimit(TeamOne, false, null, mostOut: 31m, mostIn: null));
        BudgetChange one = Transfer("c", (TeamOne, Paper), (Sales, Travel), 1m);
        Assert.Empty(Changes.Check(one));
        Assert.Equal(
            CommandFaultKind.TransferLimitExceeded,
            Assert.Single(Changes.Check(Transfer("c", (TeamOne, Paper), (Sales, Travel), 1.01m))).Kind);
        Assert.Equal(
            CommandFaultKind.DocumentIdTaken,
            Assert.Single(Changes.Check(Transfer("a", (TeamOne, Paper), (Sales, Travel), 1m))).Kind);
        Assert.Equal(2, book.Book.Snapshot().Changes.Changes.Length); // a, and b as a draft: Check leaves nothing.
    }

    [Fact]
    public void SetTransferLimits_AgainOrWithFaults_ChangesNothing()
    {
        Set(new TransferLimit(Works, true, Goods, 1m, 2m));
        JournalPosition before = book.Book.Journal.Position;

        Assert.Equal(
            CommandOutcome.AcceptedBefore,
            Changes.SetTransferLimits([new TransferLimit(Works, true, Goods, 1m, 2m)], Stamp).Outcome);
        Assert.Equal(
            [CommandFaultKind.UnknownCenter, CommandFaultKind.UnknownElement, CommandFaultKind.TooManyDigits],
            Changes.SetTransferLimits([new TransferLimit(new("x"), true, new("y"), 0.001m, null)], Stamp)
                .Faults.Select(fault => fault.Kind));
        Assert.Equal(before, book.Book.Journal.Position);
        using var stream = new MemoryStream();
        book.Book.Journal.Snapshot().WriteTo(stream);
        stream.Position = 0;
        Book read = Book.Read(stream);
        Assert.Equal(book.Book.Journal.Snapshot().Head, read.Journal.Snapshot().Head);
        Assert.Equal(
            book.Book.Journal.Snapshot().Entries().OfType<TransferLimitsEntry>().Single(),
            read.Journal.Snapshot().Entries().OfType<TransferLimitsEntry>().Single());
    }

    [Fact]
    public void TransferLimit_WithoutAmountOrWithABadOne_Throws()
    {
        Assert.Throws<ArgumentException>(() => new TransferLimit(null, false, null, null, null));
        Assert.Throws<ArgumentException>(() => new TransferLimit(default(CenterCode), false, null, 1m, null));
        Assert.Throws<ArgumentOutOfRangeException>(() => new TransferLimit(null, false, null, -1m, null));
        Assert.Throws<ArgumentOutOfRangeException>(
            () => new TransferLimit(null, false, null, null, 1_000_000_000_000_001m));
        Assert.Throws<ArgumentException>(() => Changes.SetTransferLimits([null!], Stamp));
    }

    private void Set(TransferLimit limit) => Changes.SetTransferLimits([limit], Stamp).GetOrThrow();

    private IEnumerable<CommandFaultKind> Move(
        string id, (CenterCode, ElementCode) from, (CenterCode, ElementCode) to, decimal amount)
    {
        Changes.Enter(Transfer(id, from, to, amount), Stamp).GetOrThrow();
        return Changes.Submit(new(id), Stamp).Faults.Select(fault => fault.Kind);
    }

    private static BudgetChange Transfer(
        string id,
        (CenterCode Center, ElementCode Element) from,
        (CenterCode Center, ElementCode Element) to,
        decimal amount) => new(
            new(id),
            "b",
            BudgetChangeKind.Transfer,
            [
                BudgetLine.ForPeriod(from.Center, from.Element, new(2026, 1), -amount),
                BudgetLine.ForPeriod(to.Center, to.Element, new(2026, 2), amount),
            ],
            "why");
}
