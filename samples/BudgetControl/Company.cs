using CostCenters.Books;
using CostCenters.Budgets;
using CostCenters.Budgets.Approvals;
using CostCenters.Budgets.Changes;
using CostCenters.Calendars;
using CostCenters.Control;
using CostCenters.Control.Checks;
using CostCenters.Control.Rules;
using CostCenters.Control.Spending;
using CostCenters.Cubes;
using CostCenters.Journals;
using CostCenters.Ledgers;
using CostCenters.Monetary;
using CostCenters.Structure;
using NodaTime;

namespace CostCenters.Samples.BudgetControl;

/// <summary>A company of two departments: its book, and short ways to give commands to it.</summary>
internal sealed class Company
{
    public const string Budget = "plan";
    public const int Year = 2026;

    public static readonly CenterCode It = new("IT");
    public static readonly CenterCode Works = new("WORKS");
    public static readonly ElementCode Licenses = new("6300");
    public static readonly ElementCode Consulting = new("6400");

    private static readonly CenterCode Head = new("HEAD");

    public Book Book { get; } = new("Sample company", new CubeSpace(
        new CenterHierarchy.Builder()
            .Add(Head, new CenterValidity("Company", CenterKind.Profit))
            .Add(It, new CenterValidity("Information technology", CenterKind.Cost, Head))
            .Add(Works, new CenterValidity("Works", CenterKind.Cost, Head))
            .Build(),
        new ElementChart.Builder()
            .Add(new CostElement(Licenses, "Licenses", ElementNature.Cost))
            .Add(new CostElement(Consulting, "Consulting", ElementNature.Cost))
            .Build(),
        FiscalCalendar.Months(firstMonth: 1, YearNaming.Start),
        Currency.Eur,
        new DecimalScale(2)));

    /// <summary>Roles, steps of approval, the plan of the year and the rules.</summary>
    public void Plan()
    {
        LocalDate first = new(Year, 1, 1);
        LocalDate last = new(Year + 1, 12, 31);
        Book.Roles.Set(
            [new RoleAssignment("head", "hugo", first, last), new RoleAssignment("cfo", "cleo", first, last)],
            By("admin", 1, 2)).GetOrThrow();
        Book.Changes.SetApprovalSteps(
            [new ApprovalStep("head", 0m), new ApprovalStep("cfo", 100_000m)], By("admin", 1, 2)).GetOrThrow();
        Change("B-2026", BudgetChangeKind.Original, "budget of the year", 1, Original());
        Approve("B-2026", 1);
        Book.Changes.Freeze(Budget, By("cleo", 1, 31)).GetOrThrow();

        RuleResponse warn = Response(AvailabilityVerdict.Warn);
        RuleResponse stop = Response(AvailabilityVerdict.Block, "cfo");
        Book.Control.SetRules(
            new AvailabilityRules(
                [
                    Rule("IT at 90 %", It, 90m, warn, stop),
                    Rule("IT", It, 100m, stop, stop),
                    Rule("Works", Works, 100m, stop, stop),
                ],
                outside: stop),
            By("cleo", 1, 31)).GetOrThrow();
    }

    /// <summary>Enters and submits a change.</summary>
    public void Change(
        string id, BudgetChangeKind kind, string reason, int month, IEnumerable<BudgetLine> lines, int day = 5)
    {
        var change = new BudgetChange(new DocumentId(id), Budget, kind, lines, reason, reference: $"letter {month}");
        Book.Changes.Enter(change, By("erna", month, day)).GetOrThrow();
        Book.Changes.Submit(change.Id, By("erna", month, day + 1)).GetOrThrow();
    }

    /// <summary>Gives every approval that a change waits for.</summary>
    public void Approve(string id, int month, int day = 10)
    {
        Book.Changes.Approve(new DocumentId(id), "head", By("hugo", month, day)).GetOrThrow();
        if (Book.Snapshot().Changes.TryGetChange(new DocumentId(id), out BudgetChangeStatus? status)
            && status.State == BudgetChangeState.Submitted)
        {
            Book.Changes.Approve(new DocumentId(id), "cfo", By("cleo", month, day + 2)).GetOrThrow();
        }
    }

    /// <summary>Requests, orders or posts one line.</summary>
    public ControlResult Spend(
        string id,
        SpendingStage stage,
        int month,
        CenterCode center,
        ElementCode element,
        decimal amount,
        TakeOver? takesOver = null,
        Exemption? exemption = null) =>
        Book.Control.Reserve(
            new SpendingDocument(
                new DocumentId(id),
                stage,
                Currency.Eur,
                [new SpendingLine(new Posting(new LocalDate(Year, month, 20), center, element, amount), takesOver)]),
            By(exemption is null ? "bea" : "cleo", month, 20),
            exemption);

    public static CommandStamp By(string actor, int month, int day) =>
        new(actor, Instant.FromUtc(Year, month, day, 9, 0));

    private static IEnumerable<BudgetLine> Original()
    {
        (CenterCode Center, ElementCode Element, decimal OfMonth)[] plan =
            [(It, Licenses, 10_000m), (It, Consulting, 5_000m), (Works, Consulting, 2_500m)];
        return plan.SelectMany(each => Enumerable.Range(1, 12).Select(month =>
            BudgetLine.ForPeriod(each.Center, each.Element, new FiscalPeriod(Year, month), each.OfMonth)));
    }

    private static AvailabilityRule Rule(
        string code, CenterCode center, decimal percent, RuleResponse beyondLimit, RuleResponse withoutBudget) =>
        new(
            code,
            Budget,
            [new RuleScope(center, includesDescendants: true, element: null)],
            RuleSpan.FullYear,
            new RuleLimit(percent, excess: null, creditsRaise: false),
            beyondLimit,
            withoutBudget);

    private static RuleResponse Response(AvailabilityVerdict verdict, params string[] roles) =>
        new(verdict, verdict, verdict, roles);
}
