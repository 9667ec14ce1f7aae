using CostCenters.Books;
using CostCenters.Budgets;
using CostCenters.Budgets.Changes;
using CostCenters.Control.Checks;
using CostCenters.Control.Commitments;
using CostCenters.Control.Rules;
using CostCenters.Control.Spending;
using CostCenters.Journals;
using static CostCenters.Tests.Unit.Control.ControlBook;

namespace CostCenters.Tests.Unit.Control;

/// <summary>Funds that are there at once or when their period opens, and orders that go on into another year.</summary>
public class FundsReleaseTests
{
    private readonly ControlBook book = ControlBook.With((TeamOne, Paper, 1_200m));

    [Fact] // 100 a month: at once 1,200 can be ordered in January, by openings 100 after January and 300 after March.
    public void Reserve_WhereFundsOpenByPeriod_FindsWhatIsOpen()
    {
        book.Rules(Yearly(FundsRelease.WhenPeriodOpens));

        Assert.Equal((0m, 1_200m), (book.Figures("r").Budget, book.Figures("r").Held));
        Assert.Equal(CommandFaultKind.BudgetExceeded, Assert.Single(book.Order("a", Line(1m)).Command.Faults).Kind);
        book.Control.OpenFunds(new(2026, 1), Stamp).GetOrThrow();
        book.Order("b", Line(100m)).GetOrThrow();
        book.Control.OpenFunds(new(2026, 3), Stamp).GetOrThrow();
        RuleFigures figures = book.Figures("r");
        Assert.Equal((300m, 200m, 900m), (figures.Budget, figures.Available, figures.Held));
        Assert.Equal(CommandOutcome.Refused, book.Order("c", Line(200.01m)).Command.Outcome);
        book.Order("c", Line(200m)).GetOrThrow();

        Book read = Read();
        Assert.Equal(300m, read.Snapshot().Control.FiguresOf("r", new(2026, 1)).Budget);
        Assert.Equal(0m, book.Book.AsOf(new(2)).Control.FiguresOf("r", new(2026, 1)).Budget);
    }

    [Fact]
    public void Reserve_WhereFundsAreThereAtOnce_FindsTheYear()
    {
        book.Rules(Yearly(FundsRelease.AtOnce));

        Assert.Equal((1_200m, 0m), (book.Figures("r").Budget, book.Figures("r").Held));
        book.Order("a", Line(1_200m)).GetOrThrow();
    }

    [Fact]
    public void OpenFunds_AgainEarlierOrOutside_ChangesNothing()
    {
        book.Rules(Yearly(FundsRelease.WhenPeriodOpens));
        JournalPosition opened = book.Control.OpenFunds(new(2026, 3), Stamp).GetOrThrow();

        Assert.Equal(CommandOutcome.AcceptedBefore, book.Control.OpenFunds(new(2026, 3), Stamp).Outcome);
        Assert.Equal(CommandOutcome.AcceptedBefore, book.Control.OpenFunds(new(2026, 1), Stamp).Outcome);
        Assert.Equal(
            CommandFaultKind.DateOutOfRange, Assert.Single(book.Control.OpenFunds(new(2026, 13), Stamp).Faults).Kind);
        Assert.Equal(opened, book.Book.Journal.Position);
        Assert.IsType<FundsEntry>(book.Book.Journal.Snapshot().Entries().Last());
        Assert.Equal(new(2026, 3), ((FundsEntry)book.Book.Journal.Snapshot().Entries().Last()).Through);
    }

    [Fact] // Funds that are held are raised and lowered as well, and nothing that is held can be exceeded.
    public void Budget_ChangedWhileItIsHeld_IsHeld()
    {
        book.Rules(Yearly(FundsRelease.WhenPeriodOpens));
        book.Control.OpenFunds(new(2026, 1), Stamp).GetOrThrow();
        book.Order("o", Line(100m)).GetOrThrow();
        BudgetChange later = Change("later", BudgetChangeKind.Return, 2, -40m);

        Assert.Empty(book.Control.CheckLowering(later));
        Assert.Single(book.Control.CheckLowering(Change("now", BudgetChangeKind.Return, 1, -40m)));
        Approve(later);
        Assert.Equal((100m, 1_060m), (book.Figures("r").Budget, book.Figures("r").Held));
        book.Budget(2, (TeamOne, Paper, 2_400m));
        Assert.Equal((200m, 2_200m), (book.Figures("r").Budget, book.Figures("r").Held));
    }

    // An order of 300 is open at the end of 2026. The next year has 1,000 of its own.
    [Theory]
    [InlineData(false, 700)] // Carried over alone, it uses the new budget.
    [InlineData(true, 1_000)] // Carried over with its budget, the new one stays whole.
    public void Order_CarriedIntoTheNextYear_UsesItsBudgetOrBringsItsOwn(bool withBudget, int available)
    {
        book.Rules(Yearly(FundsRelease.AtOnce));
        Approve(Change("2027", BudgetChangeKind.Original, 1, 1_000m, year: 2027));
        book.Order("o", Line(500m)).GetOrThrow();
        book.Invoice("i", Line(200m, from: ("o", 0, 200m))).GetOrThrow();
        if (withBudget)
        {
            Approve(new BudgetChange(
                new("carried"),
                "b",
                BudgetChangeKind.CarryForward,
                BudgetChangeLines.CarryCommitments(
                    book.Book.Snapshot().Control.ToCube(SpendingStage.Order), 2026, new(2027, 1)),
                "open orders"));
        }

        book.Control.Reserve(book.Status("o").CarryTo(new("o-2027"), new(2027, 1, 2)), Stamp).GetOrThrow();

        RuleFigures next = book.Book.Snapshot().Control.FiguresOf("r", new(2027, 1));
        Assert.Equal((300m, (decimal)available), (next.Committed, next.Available));
        Assert.Equal((0m, 200m), (book.Figures("r").Committed, book.Figures("r").Actual));
        Assert.Equal(CommitmentState.Liquidated, book.Status("o").State);
    }

    private static AvailabilityRule Yearly(FundsRelease release) => new(
        "r",
        "b",
        [Everything],
        RuleSpan.FullYear,
        new RuleLimit(100m, null, creditsRaise: false),
        Respond(AvailabilityVerdict.Block),
        Respond(AvailabilityVerdict.Block),
        release);

    private static BudgetChange Change(
        string id, BudgetChangeKind kind, int period, decimal amount, int year = 2026) => new(
            new(id), "b", kind, [BudgetLine.ForPeriod(TeamOne, Paper, new(year, period), amount)], "why");

    private void Approve(BudgetChange change)
    {
        book.Book.Changes.Enter(change, Stamp).GetOrThrow();
        book.Book.Changes.Submit(change.Id, Stamp).GetOrThrow();
    }

    private Book Read()
    {
        using var stream = new MemoryStream();
        book.Book.Journal.Snapshot().WriteTo(stream);
        stream.Position = 0;
        return Book.Read(stream);
    }
}
