using System.Collections.Immutable;
using System.Globalization;
using CostCenters.Books;
using CostCenters.Budgets;
using CostCenters.Budgets.Changes;
using CostCenters.Calendars;
using CostCenters.Control;
using CostCenters.Control.Checks;
using CostCenters.Control.Commitments;
using CostCenters.Control.Rules;
using CostCenters.Control.Spending;
using CostCenters.Cubes;
using CostCenters.Journals;
using CostCenters.Ledgers;
using NodaTime;

namespace CostCenters.Samples.BudgetControl;

/// <summary>A year of a budget: planned, approved, ordered from, moved, overrun, ended and carried forward.</summary>
internal sealed class YearStory(TextWriter output)
{
    private readonly Company company = new();

    private Book Book => company.Book;

    /// <summary>The book as it stands in summer: what a purchase is checked against.</summary>
    public static Book UntilSummer()
    {
        var story = new YearStory(TextWriter.Null);
        story.Plan();
        story.Order();
        story.Transfer();
        return story.Book;
    }

    public void Tell()
    {
        Plan();
        Order();
        Transfer();
        Override();
        EndYear();
        Verify();
    }

    private void Plan()
    {
        company.Plan();
        Line("January: erna enters the plan, hugo and cleo approve it; it is frozen as version 1.");
        Rules(1);
    }

    private void Order()
    {
        Line();
        Line("February to April: a request becomes an order, and the order two invoices.");
        Told("PR-1", company.Spend("PR-1", SpendingStage.Request, 2, Company.It, Company.Consulting, 40_000m));
        Told("PO-1", company.Spend(
            "PO-1", SpendingStage.Order, 2, Company.It, Company.Consulting, 38_000m, From("PR-1", 40_000m)));
        Told("INV-1", company.Spend(
            "INV-1", SpendingStage.Actual, 3, Company.It, Company.Consulting, 20_000m, From("PO-1", 20_000m)));
        Told("INV-2", company.Spend(
            "INV-2", SpendingStage.Actual, 4, Company.It, Company.Consulting, 18_500m, From("PO-1", 18_000m)));
        Line("Licenses for the year: within the budget of IT, but beyond 90 % of it.");
        Told("PO-2", company.Spend("PO-2", SpendingStage.Order, 4, Company.It, Company.Licenses, 130_000m));
    }

    private void Transfer()
    {
        Line();
        Line("May: works wants more than it has.");
        Told("PO-3", company.Spend("PO-3", SpendingStage.Order, 5, Company.Works, Company.Consulting, 35_000m));
        JournalPosition before = Book.Journal.Position;
        company.Change(
            "T-1",
            BudgetChangeKind.Transfer,
            "works gets help",
            5,
            [
                .. BudgetChangeLines.Transfer(
                    Cell(Company.It, 11), Cell(Company.Works, 11), 3_000m),
                .. BudgetChangeLines.Transfer(
                    Cell(Company.It, 12), Cell(Company.Works, 12), 3_000m),
            ]);
        company.Approve("T-1", 5);
        Line(string.Create(
            CultureInfo.InvariantCulture,
            $"6000 move from IT. Works had {Works(Book.AsOf(before))}, and has {Works(Book.Snapshot())} now."));
        Told("PO-3", company.Spend("PO-3", SpendingStage.Order, 5, Company.Works, Company.Consulting, 35_000m));
    }

    private void Override()
    {
        Line();
        Line("September: a flood. The budget of IT does not last; cleo overrides the rule, and it is recorded.");
        Told("PO-4", company.Spend("PO-4", SpendingStage.Order, 9, Company.It, Company.Consulting, 10_000m));
        Told("PO-4", company.Spend(
            "PO-4",
            SpendingStage.Order,
            9,
            Company.It,
            Company.Consulting,
            10_000m,
            exemption: new Exemption("cfo", "flood")));
        Rules(9);
    }

    private void EndYear()
    {
        Line();
        Line("December: the invoices of the year, and what it leaves.");
        Told("INV-3", company.Spend(
            "INV-3", SpendingStage.Actual, 12, Company.It, Company.Licenses, 130_000m, From("PO-2", 130_000m)));
        Told("INV-4", company.Spend(
            "INV-4", SpendingStage.Actual, 12, Company.It, Company.Consulting, 10_000m, From("PO-4", 10_000m)));
        Told("INV-5", company.Spend(
            "INV-5", SpendingStage.Actual, 12, Company.Works, Company.Consulting, 30_000m, From("PO-3", 30_000m)));
        Rules(12);

        BookSnapshot end = Book.Snapshot();
        ImmutableArray<BudgetLine> left = BudgetChangeLines.CarryForward(
            end.Changes.ToCube(Company.Budget),
            end.Ledger.ToCube(),
            Cube.Empty(Book.Space),
            Company.Year,
            new FiscalPeriod(Company.Year + 1, 1),
            CarryForwardRule.Surplus);
        foreach (BudgetLine line in left)
        {
            Line(string.Create(
                CultureInfo.InvariantCulture,
                $"  carried forward: {line.Center} {line.Element} {line.Amount} to {line.Period}"));
        }

        company.Change("CF-1", BudgetChangeKind.CarryForward, "open orders go on with their budget", 12, left, day: 27);
        company.Approve("CF-1", 12, day: 29);
        _ = end.Control.TryGetCommitment(new DocumentId("PO-3"), out CommitmentStatus? order);
        Told("PO-3/2027", Book.Control.Reserve(
            order!.CarryTo(new DocumentId("PO-3/2027"), new LocalDate(Company.Year + 1, 1, 1)),
            Company.By("bea", 12, 31)));
        Rules(1, Company.Year + 1);
    }

    private void Verify()
    {
        using var journal = new MemoryStream();
        Book.Journal.Snapshot().WriteTo(journal);
        journal.Position = 0;
        JournalVerification verified = Journal.Verify(journal, Book.Journal.Snapshot().Head);
        Line();
        Line(string.Create(
            CultureInfo.InvariantCulture,
            $"The journal has {verified.Position} entries; the chain is {(verified.IsIntact ? "intact" : "broken")}."));
    }

    private void Told(string id, ControlResult result)
    {
        string outcome = result.Command.Outcome == CommandOutcome.Accepted ? "accepted" : "refused";
        Line($"  {id}: {result.Check.Verdict}, {outcome}");
        foreach (string sentence in result.Check.Sentences)
        {
            Line($"    {sentence}");
        }
    }

    private void Rules(int month, int year = Company.Year)
    {
        Line($"  {"rule",-12}{"budget",12}{"actual",12}{"ordered",12}{"requested",12}{"available",12}");
        ControlSnapshot control = Book.Snapshot().Control;
        foreach (AvailabilityRule rule in control.Rules!.Rules)
        {
            RuleFigures figures = control.FiguresOf(rule.Code, new FiscalPeriod(year, month));
            Line(string.Create(
                CultureInfo.InvariantCulture,
                $"  {rule.Code,-12}{figures.Budget,12}{figures.Actual,12}{figures.Committed,12}")
                + string.Create(
                    CultureInfo.InvariantCulture, $"{figures.Requested,12}{figures.Available,12}"));
        }
    }

    private static decimal Works(BookSnapshot book) => book.Changes.ToCube(Company.Budget).Cells()
        .Where(cell => cell.Address.Center == Company.Works).Sum(cell => cell.Amount);

    private static CellAddress Cell(Structure.CenterCode center, int month) =>
        new(center, Company.Consulting, new FiscalPeriod(Company.Year, month));

    private static TakeOver From(string document, decimal amount) => new(new DocumentId(document), 0, amount);

    private void Line(string text = "") => output.Write(text + "\n");
}
