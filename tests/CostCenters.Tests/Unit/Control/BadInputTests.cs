using CostCenters.Books;
using CostCenters.Budgets;
using CostCenters.Budgets.Approvals;
using CostCenters.Budgets.Changes;
using CostCenters.Control.Checks;
using CostCenters.Control.Rules;
using CostCenters.Control.Spending;
using CostCenters.Cubes;
using CostCenters.Journals;
using CostCenters.Monetary;
using CostCenters.Structure;
using NodaTime;
using static CostCenters.Tests.Unit.Control.ControlBook;

namespace CostCenters.Tests.Unit.Control;

/// <summary>Every bad input is refused by its kind and in words, and leaves the book as it was, journal included.
/// </summary>
public class BadInputTests
{
    private static readonly CellAddress From = new(TeamOne, Paper, new(2026, 1));
    private static readonly CellAddress To = new(TeamTwo, Paper, new(2026, 1));
    private static readonly CommandStamp Ben = new("ben", Stamp.At);

    /// <summary>What a book refuses by a typed fault, and what the message has to name.</summary>
    private static readonly Dictionary<
        string, (Func<ControlBook, CommandResult> Give, CommandFaultKind Kind, string Named)> Refused = new()
        {
            ["unknown center"] = (
                book => book.Order("x", Line(1m, new CenterCode("nowhere"))).Command,
                CommandFaultKind.UnknownCenter,
                "nowhere"),
            ["unknown element"] = (
                book => book.Order("x", Line(1m, element: new ElementCode("nothing"))).Command,
                CommandFaultKind.UnknownElement,
                "nothing"),
            ["unknown center of a change"] = (
                book => book.Book.Changes.Enter(Change(BudgetChangeKind.Supplement, new("nowhere"), 1m), Ben),
                CommandFaultKind.UnknownCenter,
                "nowhere"),
            ["unknown center of a rule"] = (
                book => book.Control.SetRules(
                    new([Stop("r", new RuleScope(new CenterCode("nowhere"), true, null), RuleSpan.Period)],
                        Respond(AvailabilityVerdict.Pass)),
                    Stamp),
                CommandFaultKind.UnknownCenter,
                "nowhere"),
            ["closed period"] = (
                book => book.Order("x", Line(1m, month: 3)).Command, CommandFaultKind.PeriodClosed, "2026-P03"),
            ["closed period of an invoice"] = (
                book => book.Invoice("x", Line(1m, month: 3)).Command, CommandFaultKind.PeriodClosed, "2026-P03"),
            ["frozen version"] = (
                book => book.Book.Budgets.Add(Version(1, 7m), Stamp), CommandFaultKind.BudgetVersionTaken, "b"),
            ["change that is approved"] = (
                book => book.Book.Changes.Submit(new("approved"), Ben), CommandFaultKind.WrongState, "approved"),
            ["negative amount"] = (
                book => book.Order("x", Line(-1m)).Command, CommandFaultKind.AmountNotPositive, "-1"),
            ["an invoice of nothing that takes over"] = (
                book => book.Invoice("x", Line(0m, from: ("open", 0, 1m))).Command,
                CommandFaultKind.AmountNotPositive,
                "release"),
            ["transfer above what is there"] = (
                book => book.Book.Changes.Submit(new("too much"), Ben), CommandFaultKind.MoreThanBudgeted, "105"),
            ["return above what is there"] = (
                book => book.Book.Changes.Submit(new("give back"), Ben), CommandFaultKind.MoreThanBudgeted, "100"),
            ["transfer above its limit"] = (
                book => book.Book.Changes.Submit(new("beyond"), Ben), CommandFaultKind.TransferLimitExceeded, "60"),
            ["posting a closed order"] = (
                book => book.Invoice("x", Line(1m, from: ("closed", 0, 1m))).Command,
                CommandFaultKind.AlreadyClosed,
                "closed"),
            ["posting a released order"] = (
                book => book.Invoice("x", Line(1m, from: ("released", 0, 1m))).Command,
                CommandFaultKind.AlreadyReleased,
                "released"),
            ["posting an expired order"] = (
                book => book.Invoice("x", Line(1m, from: ("expired", 0, 1m))).Command,
                CommandFaultKind.AlreadyExpired,
                "expired"),
            ["posting an order that is liquidated"] = (
                book => book.Invoice("x", Line(1m, from: ("done", 0, 1m))).Command,
                CommandFaultKind.AlreadyLiquidated,
                "done"),
            ["posting more than is open"] = (
                book => book.Invoice("x", Line(9m, from: ("open", 0, 9m))).Command,
                CommandFaultKind.MoreThanOpen,
                "open"),
            ["posting an order that there is not"] = (
                book => book.Invoice("x", Line(9m, from: ("none", 0, 9m))).Command,
                CommandFaultKind.UnknownDocument,
                "none"),
            ["foreign document without a rate"] = (
                book => book.Control.Reserve(
                    new SpendingDocument(new("x"), SpendingStage.Order, Currency.Usd, [Line(1m)]), Stamp).Command,
                CommandFaultKind.CurrencyMismatch,
                "USD"),
            ["a role that is not held"] = (
                book => book.Control.Reserve(
                    Document("x", SpendingStage.Order, Line(5_000m)), Ben, new Exemption("cfo", "please")).Command,
                CommandFaultKind.RoleNotHeld,
                "cfo"),
            ["approval without the role"] = (
                book => book.Book.Changes.Approve(new("waiting"), "cfo", new("carl", Stamp.At)),
                CommandFaultKind.RoleNotHeld,
                "cfo"),
            ["a role that is held no longer"] = (
                book => book.Book.Changes.Approve(
                    new("waiting"), "cfo", new("anna", Instant.FromUtc(2027, 1, 1, 0, 0))),
                CommandFaultKind.RoleNotHeld,
                "anna"),
            ["self-approval"] = (
                book => book.Book.Changes.Approve(new("waiting"), "cfo", new("erna", Stamp.At)),
                CommandFaultKind.SelfApproval,
                "erna"),
            ["budget exceeded"] = (
                book => book.Order("x", Line(5_000m)).Command, CommandFaultKind.BudgetExceeded, "5000"),
            ["an id with other contents"] = (
                book => book.Order("open", Line(6m)).Command, CommandFaultKind.DocumentIdTaken, "open"),
            ["a period that there is not"] = (
                book => book.Control.OpenFunds(new(2026, 13), Stamp), CommandFaultKind.DateOutOfRange, "2026-P13"),
            ["clock going backwards"] = (
                book => book.Control.Reserve(
                    Document("x", SpendingStage.Order, Line(1m)),
                    new("anna", Stamp.At - Duration.FromDays(9))).Command,
                CommandFaultKind.InstantBeforeLast,
                "2026-03-23T08:30:00Z"),
            ["release of what there is not"] = (
                book => book.Control.Release(new("none"), Stamp), CommandFaultKind.UnknownDocument, "none"),
        };

    public static TheoryData<string> Cases => [.. Refused.Keys];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Command_WithBadInput_IsRefusedAndLeavesTheBookAsItWas(string bad)
    {
        ControlBook book = Create();
        byte[] before = Written(book.Book);

        CommandResult result = Refused[bad].Give(book);

        Assert.Equal(CommandOutcome.Refused, result.Outcome);
        Assert.Contains(
            result.Faults,
            fault => fault.Kind == Refused[bad].Kind
                && fault.Message.Contains(Refused[bad].Named, StringComparison.Ordinal));
        Assert.Equal(before, Written(book.Book));
    }

    [Fact] // What is wrong in itself, whatever the book, is refused where it is made.
    public void Value_ThatIsNone_IsRefusedWhereItIsMade()
    {
        ControlBook book = Create();
        byte[] before = Written(book.Book);

        Assert.Throws<ArgumentOutOfRangeException>(() => new RuleLimit(-1m, null, false));
        Assert.Throws<ArgumentOutOfRangeException>(() => new RuleLimit(null, -0.01m, false));
        Assert.Throws<ArgumentOutOfRangeException>(() => new TransferLimit(TeamOne, false, null, -1m, null));
        MissingRateException missing = Assert.Throws<MissingRateException>(() => new ExchangeRates.Builder().Build()
            .On(new(2026, 1, 1), Currency.Usd, Currency.Eur, RateDating.LatestUpToDay));
        Assert.Contains("USD", missing.Message, StringComparison.Ordinal);
        Assert.Equal(before, Written(book.Book));
    }

    /// <summary>100 a month for a team; roles, limits, and orders that have ended in every way.</summary>
    private static ControlBook Create()
    {
        ControlBook book = ControlBook.With((TeamOne, Paper, 1_200m), (TeamTwo, Paper, 1_200m))
            .Rules(Stop("r", Everything, RuleSpan.FullYear));
        book.Book.Roles.Set(
            [
                new RoleAssignment("cfo", "anna", new(2026, 1, 1), new(2026, 12, 31)),
                new RoleAssignment("cfo", "erna", new(2026, 1, 1), new(2026, 12, 31)),
            ],
            Stamp).GetOrThrow();
        BudgetBook changes = book.Book.Changes;
        Enter("approved", BudgetChangeKind.Supplement, "erna", LineOf(TeamOne, 5m));
        changes.Submit(new("approved"), Ben).GetOrThrow();
        Enter("too much", BudgetChangeKind.Transfer, "erna", [.. BudgetChangeLines.Transfer(From, To, 105.01m)]);
        Enter("give back", BudgetChangeKind.Return, "erna", LineOf(TeamTwo, -100.01m));
        Enter("beyond", BudgetChangeKind.Transfer, "erna", [.. BudgetChangeLines.Transfer(From, To, 60.01m)]);
        changes.SetTransferLimits([new TransferLimit(TeamOne, false, null, 60m, null)], Stamp).GetOrThrow();
        Enter("waiting", BudgetChangeKind.Supplement, "erna", LineOf(TeamOne, 50m));
        changes.SetApprovalSteps([new ApprovalStep("cfo", 50m)], Stamp).GetOrThrow();
        changes.Submit(new("waiting"), Ben).GetOrThrow();
        changes.SetApprovalSteps([], Stamp).GetOrThrow();
        foreach (string id in (string[])["closed", "released", "done", "open"])
        {
            book.Order(id, Line(5m)).GetOrThrow();
        }

        book.Control.Reserve(
            new SpendingDocument(new("expired"), SpendingStage.Order, Currency.Eur, [Line(5m)], null, Stamp.At),
            Stamp).GetOrThrow();
        book.Invoice("part", Line(1m, from: ("closed", 0, 1m))).GetOrThrow();
        book.Invoice("all", Line(5m, from: ("done", 0, 5m))).GetOrThrow();
        book.Control.Release(new("closed"), Stamp).GetOrThrow();
        book.Control.Release(new("released"), Stamp).GetOrThrow();
        book.Control.Expire(Stamp.At, Stamp).GetOrThrow();
        book.Book.Ledger.Close(new(2026, 3), [TeamOne], Stamp).GetOrThrow();
        return book;

        void Enter(string id, BudgetChangeKind kind, string actor, params BudgetLine[] lines) =>
            changes.Enter(new BudgetChange(new(id), "b", kind, lines, "why"), new(actor, Stamp.At)).GetOrThrow();
    }

    private static BudgetChange Change(BudgetChangeKind kind, CenterCode center, decimal amount) =>
        new(new("x"), "b", kind, [LineOf(center, amount)], "why");

    private static BudgetVersion Version(int revision, decimal amount) =>
        new BudgetVersion.Builder(Space, "b", revision, Phasing.Even(RemainderRule.LargestRemainder))
            .Add(LineOf(TeamOne, amount)).Freeze();

    private static byte[] Written(Book book)
    {
        using var stream = new MemoryStream();
        book.Journal.Snapshot().WriteTo(stream);
        return stream.ToArray();
    }

    private static BudgetLine LineOf(CenterCode center, decimal amount) =>
        BudgetLine.ForPeriod(center, Paper, new(2026, 1), amount);
}
