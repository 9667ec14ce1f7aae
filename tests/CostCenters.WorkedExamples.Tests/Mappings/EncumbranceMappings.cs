using System.Text.Json;
using CostCenters.Books;
using CostCenters.Budgets;
using CostCenters.Calendars;
using CostCenters.Control;
using CostCenters.Cubes;
using CostCenters.Explanations;
using CostCenters.Journals;
using CostCenters.Ledgers;
using CostCenters.Monetary;
using CostCenters.Reports;
using CostCenters.Structure;
using NodaTime;

namespace CostCenters.WorkedExamples.Tests.Mappings;

public static class EncumbranceMappings
{
    private static readonly CommandStamp Stamp = new("example", NodaConstants.UnixEpoch);
    private static readonly CenterCode Center = new("fund");
    private static readonly ElementCode Element = new("expenditure");

    [Calc("encumbrance")]
    public static object Encumbrance(JsonElement inputs)
    {
        Book book = BookOf(inputs.Number("appropriation"));
        if (inputs.TryGetProperty("opening_encumbrances", out _))
        {
            Reserve(book, SpendingStage.Order, "opening", inputs.Number("opening_encumbrances"), null);
            Reserve(book, SpendingStage.Actual, "opening", inputs.Number("opening_expenditures"), null);
        }

        int number = 0;
        var events = inputs.TryGetProperty("events", out JsonElement given) ? given.EnumerateArray().ToList() : [];
        foreach (JsonElement one in events)
        {
            switch (one.Text("kind"))
            {
                case "purchase_order":
                    Reserve(book, SpendingStage.Order, "order", one.Number("amount"), null);
                    break;
                case "receipt":
                    Reserve(
                        book,
                        SpendingStage.Actual,
                        $"{number++}",
                        one.Number("invoice"),
                        new TakeOver(new("order"), 0, one.Number("encumbrance_relieved")));
                    break;
                case "expenditure":
                    Reserve(book, SpendingStage.Actual, $"{number++}", one.Number("amount"), null);
                    break;
                case "payment": // Cash: the expenditure was the invoice.
                    break;
                case var other:
                    throw new NotSupportedException($"An event of kind '{other}'.");
            }
        }

        RuleFigures figures = FiguresOf(book);
        return new Dictionary<string, object?>
        {
            ["encumbrances_outstanding"] = figures.Committed,
            ["expenditures"] = figures.Actual,
            ["available"] = figures.Available,
        };
    }

    [Calc("fund_balance_effect")]
    public static object FundBalanceEffect(JsonElement inputs)
    {
        decimal encumbered = inputs.Number("encumbered");
        Book book = BookOf(encumbered + inputs.Number("actual_cost"));
        Reserve(book, SpendingStage.Order, "order", encumbered, null);
        Reserve(
            book,
            SpendingStage.Actual,
            "receipt",
            inputs.Number("actual_cost"),
            new TakeOver(new("order"), 0, encumbered));
        _ = book.Snapshot().Control.TryGetCommitment(new("order"), out CommitmentStatus? order);
        return new Dictionary<string, object?>
        {
            ["change_in_total_fund_balance_in_receipt_year"] = -FiguresOf(book).Actual,
            ["encumbrance_relieved"] = order!.Lines[0].Asked - order.Lines[0].Open,
        };
    }

    [Calc("budgetary_comparison")]
    public static object BudgetaryComparison(JsonElement inputs)
    {
        var lines = inputs.GetProperty("lines").EnumerateArray()
            .Select(line => (Name: line.Text("name"), Variance: VarianceOf(line))).ToList();
        return new Dictionary<string, object?>
        {
            ["lines"] = lines.ToDictionary(line => line.Name, line => new Dictionary<string, object?>
            {
                ["final_budget"] = line.Variance.Budget,
                ["actual_budgetary_basis"] = line.Variance.Actual,
                ["variance"] = Figures.Flagged(line.Variance.ProfitEffect),
            }),
            ["total_revenue_variance"] = Total(Measure.Revenue),
            ["total_cost_variance"] = Total(Measure.Cost),
        };

        object Total(Measure measure) => Figures.Flagged(
            lines.Where(line => line.Variance.Measure == measure).Sum(line => line.Variance.ProfitEffect));
    }

    /// <summary>On the budgetary basis a cost is what was spent and what is ordered.</summary>
    private static Variance VarianceOf(JsonElement line)
    {
        decimal budget = line.Number("budget") + (line.OptionalNumber("revision") ?? 0m);
        if (line.Text("type") == "revenue")
        {
            return new Variance(budget, line.Number("actual"), Measure.Revenue);
        }

        Book book = BookOf(budget);
        Reserve(book, SpendingStage.Actual, "spent", line.Number("actual"), null);
        if (line.OptionalNumber("encumbrances") is decimal ordered)
        {
            Reserve(book, SpendingStage.Order, "ordered", ordered, null);
        }

        RuleFigures figures = FiguresOf(book);
        return new Variance(figures.Budget, figures.Consumed + figures.Reserved, Measure.Cost);
    }

    private static RuleFigures FiguresOf(Book book) =>
        book.Snapshot().Control.FiguresOf("fund", new FiscalPeriod(2026, 1));

    /// <summary>A book with an appropriation for the year, which nobody may exceed.</summary>
    private static Book BookOf(decimal appropriation)
    {
        var book = new Book("fund", new CubeSpace(
            new CenterHierarchy.Builder().Add(Center, new CenterValidity("Fund", CenterKind.Cost)).Build(),
            new ElementChart.Builder().Add(new CostElement(Element, "Expenditure", ElementNature.Cost)).Build(),
            FiscalCalendar.Months(1, YearNaming.Start),
            Currency.Usd,
            new DecimalScale(2)));
        book.Budgets.Add(
            new BudgetVersion.Builder(book.Space, "b", 1, Phasing.Even(RemainderRule.LargestRemainder))
                .Add(BudgetLine.ForYear(Center, Element, 2026, appropriation))
                .Freeze(),
            Stamp).GetOrThrow();
        var block = new RuleResponse(
            AvailabilityVerdict.Block, AvailabilityVerdict.Block, AvailabilityVerdict.Block, []);
        var rule = new AvailabilityRule(
            "fund",
            "b",
            [new RuleScope(null, false, null)],
            RuleSpan.FullYear,
            new RuleLimit(100m, null, creditsRaise: false),
            block,
            block);
        book.Control.SetRules(new AvailabilityRules([rule], block), Stamp).GetOrThrow();
        return book;
    }

    private static void Reserve(Book book, SpendingStage stage, string id, decimal amount, TakeOver? takesOver) =>
        book.Control.Reserve(
            new SpendingDocument(
                new DocumentId(id),
                stage,
                Currency.Usd,
                [new SpendingLine(new Posting(new(2026, 7, 1), Center, Element, amount), takesOver)]),
            Stamp).GetOrThrow();
}
