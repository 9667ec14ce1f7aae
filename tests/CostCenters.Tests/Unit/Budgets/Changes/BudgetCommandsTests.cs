using CostCenters.Books;
using CostCenters.Budgets;
using CostCenters.Budgets.Approvals;
using CostCenters.Budgets.Changes;
using CostCenters.Cubes;
using CostCenters.Journals;
using CostCenters.Ledgers;
using CostCenters.Monetary;
using CostCenters.Structure;
using NodaTime;

namespace CostCenters.Tests.Unit.Budgets.Changes;

/// <summary>Commands on budgets that come twice, at their bounds, in a space that has grown, or with nothing.</summary>
public class BudgetCommandsTests
{
    private static readonly CenterCode West = new("1400");
    private static readonly CellAddress Cell = new(Company.North, Company.Freight, Company.Period(1));

    private readonly Book book = new("changes", Company.Space);

    private BudgetBook Changes => book.Changes;

    [Fact]
    public void Enter_TheSameAgain_IsAcceptedBeforeAtItsPosition()
    {
        JournalPosition first = Changes.Enter(Of("a"), Company.Stamp).GetOrThrow();
        Changes.Enter(Of("b"), Company.Stamp).GetOrThrow();

        CommandResult again = Changes.Enter(Of("a"), Company.Stamp);

        Assert.Equal((CommandOutcome.AcceptedBefore, first), (again.Outcome, again.Position));
        Assert.Equal(["a", "b"], book.Snapshot().Changes.Changes.Select(status => status.Change.Id.Value));
    }

    [Theory] // Whatever a change says besides its id makes it another change.
    [InlineData("other", "why", null, null, 1)]
    [InlineData("adopted", "because", null, null, 1)]
    [InlineData("adopted", "why", "letter", null, 1)]
    [InlineData("adopted", "why", null, "b", 1)]
    [InlineData("adopted", "why", null, null, 2)]
    public void Enter_AnotherUnderTheSameId_IsRefused(
        string budget, string reason, string? reference, string? revises, int amount)
    {
        Changes.Enter(Of("b"), Company.Stamp).GetOrThrow();
        JournalPosition position = Changes.Enter(Of("a"), Company.Stamp).GetOrThrow();

        CommandResult result = Changes.Enter(
            new BudgetChange(
                new("a"),
                budget,
                BudgetChangeKind.Original,
                [Line(Cell, amount)],
                reason,
                reference,
                revises is null ? null : new DocumentId(revises)),
            Company.Stamp);

        Assert.Equal(CommandFaultKind.DocumentIdTaken, Assert.Single(result.Faults).Kind);
        Assert.Equal(position, book.Journal.Position);
    }

    [Fact]
    public void Enter_ARevision_NamesTheChangeItRevises()
    {
        Changes.Enter(Of("a"), Company.Stamp).GetOrThrow();
        Changes.Enter(
            new BudgetChange(
                new("b"), "adopted", BudgetChangeKind.Original, [Line(Cell, 1m)], "why", "letter", new("a")),
            Company.Stamp).GetOrThrow();

        Assert.True(book.Snapshot().Changes.TryGetChange(new("b"), out BudgetChangeStatus? status));
        Assert.Equal((new DocumentId("a"), "letter"), (status!.Change.Revises!.Value, status.Change.Reference));
        Assert.False(book.Snapshot().Changes.TryGetChange(new("c"), out _));
    }

    [Theory] // The largest amount and quantity of a line are 10^15 and 10^12.
    [InlineData("1000000000000000", "1000000000000", null)]
    [InlineData("-1000000000000000", "-1000000000000", null)]
    [InlineData("1000000000000000.01", null, CommandFaultKind.OutOfRange)]
    [InlineData("-1000000000000000.01", null, CommandFaultKind.OutOfRange)]
    [InlineData("1", "1000000000000.000001", CommandFaultKind.OutOfRange)]
    [InlineData("1", "0.000001", null)]
    [InlineData("1", "0.0000001", CommandFaultKind.TooManyDigits)]
    [InlineData("0.001", "1", CommandFaultKind.TooManyDigits)]
    public void Enter_ALineAtItsBounds_IsRefusedBeyondThem(string amount, string? quantity, CommandFaultKind? expected)
    {
        CommandResult result = Changes.Enter(
            Of("a", Line(Cell, Number(amount), quantity is null ? null : Number(quantity))), Company.Stamp);

        Assert.Equal(expected, result.Faults.Select(fault => (CommandFaultKind?)fault.Kind).SingleOrDefault());

        static decimal Number(string text) =>
            decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
    }

    [Fact] // 7 and 3 of the 10 that are there are all of it; a cent more in a third line is too much.
    public void Submit_SeveralLinesOfOneCell_AreHeldAgainstItTogether()
    {
        Make(Of("o", Line(Cell, 10m)));
        Changes.Enter(Returned("all", -7m, -3m), Company.Stamp).GetOrThrow();
        Changes.Enter(Returned("more", -7m, -3m, -0.01m), Company.Stamp).GetOrThrow();

        CommandFault fault = Assert.Single(Changes.Submit(new("more"), Company.Stamp).Faults);
        Changes.Submit(new("all"), Company.Stamp).GetOrThrow();

        Assert.Equal((CommandFaultKind.MoreThanBudgeted, 0), (fault.Kind, fault.Line));
        Assert.Equal(0m, Now(Cell));
    }

    [Fact] // An original may be negative where nothing was; what is given back must have been there.
    public void Submit_ANegativeOriginal_IsNotBoundedByWhatIsThere()
    {
        Make(Of("o", Line(Cell, -5m)));
        Changes.Enter(
            new BudgetChange(
                new("t"),
                "adopted",
                BudgetChangeKind.Transfer,
                BudgetChangeLines.Transfer(Cell, new(Company.Head, Company.Freight, Company.Period(1)), -1m),
                "why"),
            Company.Stamp).GetOrThrow();

        // The cell rises to -4; head office, which had nothing, would fall below it.
        CommandFault fault = Assert.Single(Changes.Submit(new("t"), Company.Stamp).Faults);

        Assert.Equal((CommandFaultKind.MoreThanBudgeted, 1), (fault.Kind, fault.Line));
        Assert.Equal(-5m, Now(Cell));
    }

    [Fact] // The version knows neither West nor rent, which came later; they have no budget, and then one.
    public void Submit_WhereTheSpaceHasGrown_GoesOn()
    {
        var rent = new ElementCode("6200");
        book.Budgets.Add(Company.Budget().Add(Line(Cell, 10m)).Freeze(), Company.Stamp).GetOrThrow();
        book.Extend(
            book.Space.Centers.ToBuilder().Add(West, new CenterValidity("West", CenterKind.Cost, Company.Head)).Build(),
            book.Space.Elements.ToBuilder().Add(new CostElement(rent, "Rent", ElementNature.Cost)).Build(),
            Company.Stamp).GetOrThrow();
        var west = new CellAddress(West, Company.Freight, Company.Period(1));
        var north = new CellAddress(Company.North, rent, Company.Period(1));
        Changes.Enter(Returned("w", west, -1m), Company.Stamp).GetOrThrow();
        Changes.Enter(Returned("n", north, -1m), Company.Stamp).GetOrThrow();

        Assert.Equal(
            CommandFaultKind.MoreThanBudgeted, Assert.Single(Changes.Submit(new("w"), Company.Stamp).Faults).Kind);
        Assert.Equal(
            CommandFaultKind.MoreThanBudgeted, Assert.Single(Changes.Submit(new("n"), Company.Stamp).Faults).Kind);
        Make(Of("s", Line(west, 1m), Line(north, 2m)));
        Changes.Submit(new("w"), Company.Stamp).GetOrThrow();
        Changes.Submit(new("n"), Company.Stamp).GetOrThrow();

        Assert.Equal((10m, 0m, 1m), (Now(Cell), Now(west), Now(north)));
    }

    [Fact] // Of two versions the one with the higher revision counts, whichever came last.
    public void ToCube_AnOlderRevisionComesLater_KeepsTheLatest()
    {
        book.Budgets.Add(Version(2, 20m), Company.Stamp).GetOrThrow();
        Make(Of("s", Line(Cell, 1m)));
        book.Budgets.Add(Version(1, 10m), Company.Stamp).GetOrThrow();

        Assert.Equal(21m, Now(Cell));
        Changes.Freeze("adopted", Company.Stamp).GetOrThrow();
        Assert.Equal(LayerKey.Budget("adopted", 3), book.Snapshot().Budgets[^1].Layer);

        static BudgetVersion Version(int revision, decimal amount) => new BudgetVersion.Builder(
            Company.Space, "adopted", revision, Phasing.Even(RemainderRule.LargestRemainder))
            .Add(Line(Cell, amount)).Freeze();
    }

    [Fact]
    public void SetApprovalSteps_TheSameAgain_IsAcceptedBefore()
    {
        ApprovalStep[] steps = [new("head", 0m), new("cfo", 1_000m)];
        Changes.SetApprovalSteps(steps, Company.Stamp).GetOrThrow();
        JournalPosition position = book.Journal.Position;

        Assert.Equal(CommandOutcome.AcceptedBefore, Changes.SetApprovalSteps(steps, Company.Stamp).Outcome);
        Assert.Equal(position, book.Journal.Position);
        Assert.Equal(CommandOutcome.Accepted, Changes.SetApprovalSteps(steps[..1], Company.Stamp).Outcome);
        Assert.Equal(
            [steps, steps[..1]],
            book.Journal.Snapshot().Entries().Select(entry =>
                Assert.IsType<ApprovalStepsEntry>(entry).Steps.ToArray()));
    }

    [Fact]
    public void Entries_OfOtherContent_AreOthers()
    {
        var later = new CommandStamp("anna", Instant.FromUtc(2026, 4, 2, 8, 30));

        Assert.Equal(Entered(Of("a"), Company.Stamp), Entered(Of("a"), Company.Stamp));
        Assert.Equal(
            Entered(Of("a"), Company.Stamp).GetHashCode(), Entered(Of("a"), Company.Stamp).GetHashCode());
        Assert.NotEqual(Entered(Of("a"), Company.Stamp), Entered(Of("b"), Company.Stamp));
        Assert.NotEqual(Entered(Of("a"), Company.Stamp), Entered(Of("a"), later));
        Assert.NotEqual(Entered(Of("a"), Company.Stamp), Entered(Of("a", Line(Cell, 2m)), Company.Stamp));
        Assert.False(Entered(Of("a"), Company.Stamp).Equals(null));
        Assert.Equal(Steps(0m, Company.Stamp), Steps(0m, Company.Stamp));
        Assert.Equal(Steps(0m, Company.Stamp).GetHashCode(), Steps(0m, Company.Stamp).GetHashCode());
        Assert.NotEqual(Steps(0m, Company.Stamp), Steps(1m, Company.Stamp));
        Assert.NotEqual(Steps(0m, Company.Stamp), Steps(0m, later));
        Assert.False(Steps(0m, Company.Stamp).Equals(null));

        static BudgetChangeEntry Entered(BudgetChange change, CommandStamp stamp) =>
            EntryOf<BudgetChangeEntry>(book => book.Changes.Enter(change, stamp));

        static ApprovalStepsEntry Steps(decimal fromSize, CommandStamp stamp) => EntryOf<ApprovalStepsEntry>(
            book => book.Changes.SetApprovalSteps([new ApprovalStep("head", fromSize)], stamp));
    }

    [Fact]
    public void Commands_WithNothing_Throw()
    {
        DocumentId id = new("a");

        Assert.Throws<ArgumentNullException>("steps", () => Changes.SetApprovalSteps(null!, Company.Stamp));
        Assert.Throws<ArgumentException>("steps", () => Changes.SetApprovalSteps([null!], Company.Stamp));
        Assert.Throws<ArgumentNullException>("stamp", () => Changes.SetApprovalSteps([], null!));
        Assert.Throws<ArgumentNullException>("change", () => Changes.Enter(null!, Company.Stamp));
        Assert.Throws<ArgumentNullException>("stamp", () => Changes.Enter(Of("a"), null!));
        Assert.Throws<ArgumentNullException>("stamp", () => Changes.Submit(id, null!));
        Assert.Throws<ArgumentException>("role", () => Changes.Approve(id, " ", Company.Stamp));
        Assert.Throws<ArgumentException>("role", () => Changes.Reject(id, " ", "why", Company.Stamp));
        Assert.Throws<ArgumentException>("reason", () => Changes.Reject(id, "cfo", " ", Company.Stamp));
        Assert.Throws<ArgumentException>("budget", () => Changes.Freeze(" ", Company.Stamp));
        Assert.Throws<ArgumentNullException>("stamp", () => Changes.Freeze("adopted", null!));
    }

    private static T EntryOf<T>(Func<Book, CommandResult> command)
        where T : JournalEntry
    {
        var book = new Book("", Company.Space);
        command(book).GetOrThrow();
        return Assert.IsType<T>(Assert.Single(book.Journal.Snapshot().Entries()));
    }

    private static BudgetChange Of(string id, params BudgetLine[] lines) => new(
        new(id), "adopted", BudgetChangeKind.Original, lines.Length == 0 ? [Line(Cell, 1m)] : lines, "why");

    private static BudgetChange Returned(string id, params decimal[] amounts) => new(
        new(id), "adopted", BudgetChangeKind.Return, amounts.Select(amount => Line(Cell, amount)), "why");

    private static BudgetChange Returned(string id, CellAddress cell, decimal amount) => new(
        new(id), "adopted", BudgetChangeKind.Return, [Line(cell, amount)], "why");

    private static BudgetLine Line(CellAddress cell, decimal amount, decimal? quantity = null) =>
        BudgetLine.ForPeriod(cell.Center, cell.Element, cell.Period, amount, quantity);

    private void Make(BudgetChange change)
    {
        Changes.Enter(change, Company.Stamp).GetOrThrow();
        Changes.Submit(change.Id, Company.Stamp).GetOrThrow();
    }

    private decimal Now(CellAddress address) =>
        book.Snapshot().Changes.ToCube("adopted").TryGet(address, out CubeCell cell) ? cell.Amount : 0m;
}
