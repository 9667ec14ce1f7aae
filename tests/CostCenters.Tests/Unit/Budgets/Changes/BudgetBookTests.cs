using CostCenters.Books;
using CostCenters.Budgets;
using CostCenters.Budgets.Approvals;
using CostCenters.Budgets.Changes;
using CostCenters.Cubes;
using CostCenters.Journals;
using CostCenters.Reports;
using CostCenters.Structure;
using NodaTime;

namespace CostCenters.Tests.Unit.Budgets.Changes;

/// <summary>Budgets that move: who enters, who approves, what it comes to, then and now.</summary>
public class BudgetBookTests
{
    private static readonly CellAddress First = new(Company.North, Company.Freight, Company.Period(1));
    private static readonly CellAddress Second = new(Company.Head, Company.Salaries, Company.Period(2));

    private readonly Book book = new("changes", Company.Space);

    private BudgetBook Changes => book.Changes;

    [Fact] // 100 and 50; 30 move; 20 come on top; 5 go back.
    public void Changes_ApprovedOneAfterAnother_AreTheBudget()
    {
        book.Budgets.Add(
            Company.Budget().Add(Line(First, 100m)).Add(Line(Second, 50m)).Freeze(), Company.Stamp).GetOrThrow();
        JournalPosition before =
            Make("t", BudgetChangeKind.Transfer, [.. BudgetChangeLines.Transfer(First, Second, 30m)]);
        Make("s", BudgetChangeKind.Supplement, Line(First, 20m));
        Make("r", BudgetChangeKind.Return, Line(Second, -5m));

        Assert.Equal((90m, 75m), Now());
        Assert.Equal((70m, 80m), At(book.AsOf(before)));
        Assert.Equal((100m, 50m), At(book.AsOf(new(1))));
        Assert.Equal(["t", "s"], Behind(First));
        Assert.Equal(["t", "r"], Behind(Second));
        Cube now = book.Snapshot().Changes.ToCube("adopted");
        Assert.Equal(165m, now.Cells().Sum(cell => cell.Amount));
    }

    [Fact] // 30 moved from 100 to 50, and 20 came on top: 90 and 80, by report from one position to the other.
    public void Positions_OfABudget_AreComparedLikeAnyOtherCubes()
    {
        book.Budgets.Add(
            Company.Budget().Add(Line(First, 100m)).Add(Line(Second, 50m)).Freeze(), Company.Stamp).GetOrThrow();
        JournalPosition then = book.Journal.Position;
        Make("t", BudgetChangeKind.Transfer, [.. BudgetChangeLines.Transfer(First, Second, 30m)]);
        Make("s", BudgetChangeKind.Supplement, Line(First, 20m));

        var comparison = new Comparison(
            book.AsOf(then).Changes.ToCube("adopted"),
            book.Snapshot().Changes.ToCube("adopted"),
            new(Company.Period(1), Company.Period(12)));
        VarianceReport report = VarianceReport.Create(
            comparison, Company.Space.Centers.TreeAsOf(Company.Day(4)), ReportDimensions.Element);

        Assert.Equal(
            [(Company.Salaries, 50m, 30m), (Company.Freight, 100m, -10m)],
            report.Rows.Select(row => (row.Element!.Code, row.Variance.Budget!.Value, row.Variance.Difference)));
    }

    [Fact] // The next version holds what the budget is, and later changes are on top of it.
    public void Freeze_ABudget_MakesItsNextVersionAndGoesOn()
    {
        book.Budgets.Add(Company.Budget().Add(Line(First, 100m)).Freeze(), Company.Stamp).GetOrThrow();
        Make("s", BudgetChangeKind.Supplement, Line(First, 20m, 3m));

        Changes.Freeze("adopted", Company.Stamp).GetOrThrow();
        Make("s2", BudgetChangeKind.Supplement, Line(First, 1m));

        BudgetVersion version = book.Snapshot().Budgets[^1];
        Assert.Equal((LayerKey.Budget("adopted", 2), 120m, (decimal?)3m), (
            version.Layer, Assert.Single(version.Lines).Amount, version.Lines[0].Quantity));
        Assert.Equal((121m, 0m), Now());
        Assert.Equal(["s2"], Behind(First));
        Changes.Freeze("adopted", Company.Stamp).GetOrThrow();
        Assert.Equal(CommandOutcome.AcceptedBefore, Changes.Freeze("adopted", Company.Stamp).Outcome);
        Assert.Equal(CommandOutcome.AcceptedBefore, Changes.Freeze("none", Company.Stamp).Outcome);
    }

    [Fact] // Up to 1,000 the head approves, from 1,000 on the cfo after him; the substitute in his days.
    public void Approval_InSteps_GoesByRoleAndSize()
    {
        book.Roles.Set(
            [
                new("head", "hugo", new(2026, 1, 1), new(2026, 12, 31)),
                new("cfo", "cleo", new(2026, 1, 1), new(2026, 12, 31)),
                new("cfo", "sub", new(2026, 7, 1), new(2026, 7, 14)),
            ],
            Company.Stamp).GetOrThrow();
        Changes.SetApprovalSteps(
            [new ApprovalStep("head", 0m), new ApprovalStep("cfo", 1_000m)], Company.Stamp).GetOrThrow();
        Enter("small", 999.99m, "erna");
        Enter("large", 1_000m, "erna");
        Changes.Submit(new("small"), By("erna")).GetOrThrow();
        Changes.Submit(new("large"), By("erna")).GetOrThrow();

        AssertRefused(CommandFaultKind.RoleNotHeld, Changes.Approve(new("large"), "cfo", By("cleo")));
        AssertRefused(CommandFaultKind.RoleNotHeld, Changes.Approve(new("large"), "head", By("erna")));
        Changes.Approve(new("small"), "head", By("hugo")).GetOrThrow();
        Changes.Approve(new("large"), "head", By("hugo")).GetOrThrow();
        Assert.Equal((999.99m, 0m), Now());
        Assert.Equal("cfo", Assert.Single(Status("large").OpenSteps).Role);
        AssertRefused(CommandFaultKind.RoleNotHeld, Changes.Approve(new("large"), "cfo", By("sub", month: 6)));
        Changes.Approve(new("large"), "cfo", By("sub", month: 7)).GetOrThrow();

        Assert.Equal((1_999.99m, 0m), Now());
        Assert.Equal(
            [(BudgetDecision.Submit, "erna"), (BudgetDecision.Approve, "hugo"), (BudgetDecision.Approve, "sub")],
            Status("large").Decisions.Select(decision => (decision.Decision, decision.Stamp.Actor)));
    }

    [Fact]
    public void Approval_OfWhatOneEnteredOneself_IsRefused()
    {
        book.Roles.Set([new("head", "hugo", new(2026, 1, 1), new(2026, 12, 31))], Company.Stamp).GetOrThrow();
        Changes.SetApprovalSteps([new ApprovalStep("head", 0m)], Company.Stamp).GetOrThrow();
        Enter("own", 1m, "hugo");
        Changes.Submit(new("own"), By("erna")).GetOrThrow();

        AssertRefused(CommandFaultKind.SelfApproval, Changes.Approve(new("own"), "head", By("hugo")));
        Changes.Reject(new("own"), "head", "my mistake", By("hugo")).GetOrThrow();

        Assert.Equal((BudgetChangeState.Rejected, "my mistake", "head"), (
            Status("own").State, Status("own").Decisions[^1].Reason, Status("own").Decisions[^1].Role));
        Assert.Equal((0m, 0m), Now());
        AssertRefused(CommandFaultKind.WrongState, Changes.Submit(new("own"), By("hugo")));
        AssertRefused(CommandFaultKind.WrongState, Changes.Approve(new("own"), "head", By("hugo")));
    }

    [Fact]
    public void Submit_TakingMoreThanThereIs_IsRefusedWhenItWouldBecomePartOfTheBudget()
    {
        Make("o", BudgetChangeKind.Original, Line(First, 10m));
        Enter("t", BudgetChangeKind.Transfer, [.. BudgetChangeLines.Transfer(First, Second, 10.01m)]);
        Enter("r", BudgetChangeKind.Return, Line(Second, -0.01m));
        long before = book.Journal.Position.Number;

        AssertRefused(CommandFaultKind.MoreThanBudgeted, Changes.Submit(new("t"), Company.Stamp));
        AssertRefused(CommandFaultKind.MoreThanBudgeted, Changes.Submit(new("r"), Company.Stamp));
        Assert.Equal((before, BudgetChangeState.Draft), (book.Journal.Position.Number, Status("t").State));
        Make("more", BudgetChangeKind.Supplement, Line(First, 0.01m));
        Changes.Submit(new("t"), Company.Stamp).GetOrThrow();

        Assert.Equal((0m, 10.01m), Now());
        Enter("large", 1_000_000_000_000_000m, "erna");
        AssertRefused(CommandFaultKind.OutOfRange, SubmitAfter("large", "one more", 0.01m));

        CommandResult SubmitAfter(string id, string next, decimal more)
        {
            Changes.Submit(new(id), Company.Stamp).GetOrThrow();
            Enter(next, more, "erna");
            return Changes.Submit(new(next), Company.Stamp);
        }
    }

    [Fact]
    public void Enter_BadInput_TellsEveryFaultOfEveryLineAndChangesNothing()
    {
        Enter("known", 1m, "erna");
        long before = book.Journal.Position.Number;

        CommandResult result = Changes.Enter(
            new BudgetChange(
                new("bad"),
                "adopted",
                BudgetChangeKind.Original,
                [
                    BudgetLine.ForPeriod(new("none"), new("none"), Company.Period(99), 0.001m),
                    BudgetLine.ForPeriod(Company.South, Company.Freight, Company.Period(1), 1_000_000_000_000_001m),
                ],
                "why"),
            Company.Stamp);

        Assert.Equal(
            [
                (0, CommandFaultKind.DateOutOfRange), (0, CommandFaultKind.UnknownCenter),
                (0, CommandFaultKind.UnknownElement), (0, CommandFaultKind.TooManyDigits),
                (1, CommandFaultKind.CenterNotValid), (1, CommandFaultKind.OutOfRange),
            ],
            result.Faults.Select(fault => (fault.Line!.Value, fault.Kind)));
        AssertRefused(CommandFaultKind.DocumentIdTaken, Changes.Enter(
            new BudgetChange(new("known"), "adopted", BudgetChangeKind.Original, [Line(First, 2m)], "why"),
            Company.Stamp));
        AssertRefused(CommandFaultKind.UnknownDocument, Changes.Enter(
            new BudgetChange(
                new("x"), "adopted", BudgetChangeKind.Original, [Line(First, 2m)], "why", null, new("none")),
            Company.Stamp));
        AssertRefused(CommandFaultKind.UnknownDocument, Changes.Submit(new("none"), Company.Stamp));
        Assert.Equal(before, book.Journal.Position.Number);
    }

    [Fact]
    public void Freeze_WithACellOfACenterThatHasEnded_IsRefused()
    {
        Make("o", BudgetChangeKind.Original, Line(new(Company.North, Company.Freight, Company.Period(9)), 10m));
        CenterHierarchy centers = book.Space.Centers.ToBuilder().End(Company.North, Company.Day(4)).Build();
        book.Extend(centers, book.Space.Elements, Company.Stamp).GetOrThrow();

        AssertRefused(CommandFaultKind.CenterNotValid, Changes.Freeze("adopted", Company.Stamp));
    }

    [Theory] // A change is what its kind says.
    [InlineData(BudgetChangeKind.Transfer, 1, -2)]
    [InlineData(BudgetChangeKind.Supplement, 1, -1)]
    [InlineData(BudgetChangeKind.Return, 1, -1)]
    [InlineData(BudgetChangeKind.Rephasing, 1, -1)] // Of two centers: the sum of each changes.
    public void BudgetChange_OfAnotherKind_IsTheCallersMistake(BudgetChangeKind kind, int first, int second) =>
        Assert.Throws<ArgumentException>(() => new BudgetChange(
            new("x"),
            "b",
            kind,
            [Line(First, first), Line(Second, second)],
            "why"));

    private JournalPosition Make(string id, BudgetChangeKind kind, params BudgetLine[] lines)
    {
        Enter(id, kind, lines);
        return Changes.Submit(new(id), Company.Stamp).GetOrThrow();
    }

    private void Enter(string id, BudgetChangeKind kind, params BudgetLine[] lines) =>
        Changes.Enter(new BudgetChange(new(id), "adopted", kind, lines, "why"), Company.Stamp).GetOrThrow();

    private void Enter(string id, decimal amount, string actor) =>
        Changes.Enter(
            new BudgetChange(new(id), "adopted", BudgetChangeKind.Supplement, [Line(First, amount)], "why"),
            By(actor)).GetOrThrow();

    private BudgetChangeStatus Status(string id) =>
        book.Snapshot().Changes.TryGetChange(new(id), out BudgetChangeStatus? status)
            ? status
            : throw new KeyNotFoundException(id);

    private IEnumerable<string> Behind(CellAddress cell) =>
        book.Snapshot().Changes.ChangesOf("adopted", cell).Select(status => status.Change.Id.Value);

    private (decimal First, decimal Second) Now() => At(book.Snapshot());

    private static (decimal First, decimal Second) At(BookSnapshot snapshot)
    {
        Cube cube = snapshot.Changes.ToCube("adopted");
        return (Of(First), Of(Second));

        decimal Of(CellAddress address) => cube.TryGet(address, out CubeCell cell) ? cell.Amount : 0m;
    }

    private static BudgetLine Line(CellAddress cell, decimal amount, decimal? quantity = null) =>
        BudgetLine.ForPeriod(cell.Center, cell.Element, cell.Period, amount, quantity);

    private static CommandStamp By(string actor, int month = 4) => new(actor, Instant.FromUtc(2026, month, 1, 8, 30));

    private static void AssertRefused(CommandFaultKind kind, CommandResult result) =>
        Assert.Equal(kind, Assert.Single(result.Faults).Kind);
}
