using CostCenters.Books;
using CostCenters.Budgets;
using CostCenters.Budgets.Approvals;
using CostCenters.Calendars;
using CostCenters.Control;
using CostCenters.Control.Checks;
using CostCenters.Control.Commitments;
using CostCenters.Control.Rules;
using CostCenters.Control.Spending;
using CostCenters.Cubes;
using CostCenters.Journals;
using CostCenters.Ledgers;
using CostCenters.Monetary;
using CostCenters.Structure;
using NodaTime;

namespace CostCenters.Tests.Unit.Control;

/// <summary>A book for availability control: a company with two departments, one of which has two teams.</summary>
internal sealed class ControlBook
{
    public static readonly CenterCode Head = new("H");
    public static readonly CenterCode Sales = new("S");
    public static readonly CenterCode Works = new("W");
    public static readonly CenterCode TeamOne = new("W1");
    public static readonly CenterCode TeamTwo = new("W2");
    public static readonly ElementCode Goods = new("G");
    public static readonly ElementCode Paper = new("G1");
    public static readonly ElementCode Steel = new("G2");
    public static readonly ElementCode Travel = new("T");
    public static readonly ElementCode Revenue = new("R");

    public static readonly CommandStamp Stamp = new("anna", Instant.FromUtc(2026, 4, 1, 8, 30));
    public static readonly RuleScope Everything = new(null, false, null);

    public static readonly CubeSpace Space = new(
        new CenterHierarchy.Builder()
            .Add(Head, new CenterValidity("Company", CenterKind.Profit))
            .Add(Sales, new CenterValidity("Sales", CenterKind.Cost, Head))
            .Add(Works, new CenterValidity("Works", CenterKind.Cost, Head))
            .Add(TeamOne, new CenterValidity("Team 1", CenterKind.Cost, Works))
            .Add(TeamTwo, new CenterValidity("Team 2", CenterKind.Cost, Works))
            .Build(),
        new ElementChart.Builder()
            .Add(new CostElement(Goods, "Goods", ElementNature.Cost))
            .Add(new CostElement(Paper, "Paper", ElementNature.Cost, parent: Goods))
            .Add(new CostElement(Steel, "Steel", ElementNature.Cost, parent: Goods))
            .Add(new CostElement(Travel, "Travel", ElementNature.Cost))
            .Add(new CostElement(Revenue, "Revenue", ElementNature.Revenue))
            .Build(),
        FiscalCalendar.Months(1, YearNaming.End),
        Currency.Eur,
        new DecimalScale(2));

    public Book Book { get; } = new("control", Space);

    public BudgetControl Control => Book.Control;

    /// <summary>A book with a budget of the year for each cell, spread evenly.</summary>
    public static ControlBook With(params (CenterCode Center, ElementCode Element, decimal OfYear)[] budgets)
    {
        var book = new ControlBook();
        book.Budget(1, budgets);
        return book;
    }

    public void Budget(int revision, params (CenterCode Center, ElementCode Element, decimal OfYear)[] budgets)
    {
        var builder = new BudgetVersion.Builder(
            Space, "b", revision, Phasing.Even(RemainderRule.LargestRemainder));
        foreach (var (center, element, ofYear) in budgets)
        {
            builder.Add(BudgetLine.ForYear(center, element, 2026, ofYear));
        }

        Book.Budgets.Add(builder.Freeze(), Stamp).GetOrThrow();
    }

    public ControlBook Rules(params AvailabilityRule[] rules)
    {
        Control.SetRules(new AvailabilityRules(rules, Respond(AvailabilityVerdict.Pass)), Stamp).GetOrThrow();
        return this;
    }

    public void Holds(string role, string actor) => Book.Roles.Set(
        [new RoleAssignment(role, actor, new(2026, 1, 1), new(2026, 12, 31))], Stamp).GetOrThrow();

    public static RuleResponse Respond(AvailabilityVerdict verdict, params string[] roles) =>
        new(verdict, verdict, verdict, roles);

    /// <summary>All of the budget and no more, and no spending without a budget.</summary>
    public static AvailabilityRule Stop(string code, RuleScope scope, RuleSpan span, decimal percent = 100m) =>
        Rule(code, scope, span, percent, AvailabilityVerdict.Block);

    public static AvailabilityRule Rule(
        string code, RuleScope scope, RuleSpan span, decimal percent, AvailabilityVerdict verdict) =>
        new(
            code,
            "b",
            [scope],
            span,
            new RuleLimit(percent, null, creditsRaise: false),
            Respond(verdict, "cfo"),
            Respond(verdict));

    public static SpendingLine Line(
        decimal amount,
        CenterCode? center = null,
        ElementCode? element = null,
        int month = 1,
        (string Document, int Line, decimal Amount)? from = null) =>
        new(
            new Posting(new(2026, month, 10), center ?? TeamOne, element ?? Paper, amount),
            from is { } taken ? new TakeOver(new(taken.Document), taken.Line, taken.Amount) : null);

    public static SpendingDocument Document(string id, SpendingStage stage, params SpendingLine[] lines) =>
        new(new DocumentId(id), stage, Currency.Eur, lines);

    public ControlResult Request(string id, params SpendingLine[] lines) =>
        Control.Reserve(Document(id, SpendingStage.Request, lines), Stamp);

    public ControlResult Order(string id, params SpendingLine[] lines) =>
        Control.Reserve(Document(id, SpendingStage.Order, lines), Stamp);

    public ControlResult Invoice(string id, params SpendingLine[] lines) =>
        Control.Reserve(Document(id, SpendingStage.Actual, lines), Stamp);

    public CommitmentStatus Status(string id) =>
        Book.Snapshot().Control.TryGetCommitment(new(id), out CommitmentStatus? status)
            ? status
            : throw new KeyNotFoundException(id);

    public RuleFigures Figures(string rule, int month = 1) =>
        Book.Snapshot().Control.FiguresOf(rule, new FiscalPeriod(2026, month));

    /// <summary>Committed, actual and available of a rule.</summary>
    public (decimal Committed, decimal Actual, decimal Available) Three(string rule)
    {
        RuleFigures figures = Figures(rule);
        return (figures.Committed, figures.Actual, figures.Available);
    }
}
