using CostCenters.Books;
using CostCenters.Budgets;
using CostCenters.Calendars;
using CostCenters.Control.Checks;
using CostCenters.Control.Commitments;
using CostCenters.Control.Rules;
using CostCenters.Control.Spending;
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
    public static object Encumbrance(Given inputs)
    {
        Book book = BookOf(inputs.Number("appropriation"));
        var open = new List<(string Order, decimal Amount)>();
        int number = 0;
        if (inputs.OptionalNumber("opening_encumbrances") is decimal encumbered and not 0m)
        {
            Order(encumbered);
        }

        if (inputs.OptionalNumber("opening_expenditures") is decimal expended)
        {
            Reserve(book, SpendingStage.Actual, "opening", expended, null);
        }

        foreach (Given one in inputs.Optional("events")?.Items ?? [])
        {
            switch (one.Text("kind"))
            {
                case "purchase_order":
                    Order(one.Number("amount"));
                    break;
                case "receipt":
                    decimal invoice = one.Number("invoice");
                    Reserve(book, Received(
                        $"{number++}", invoice, one.OptionalNumber("encumbrance_relieved") ?? invoice, open));
                    break;
                case "expenditure":
                    Reserve(book, SpendingStage.Actual, $"{number++}", one.Number("amount"), null);
                    break;
                case "payment": // Cash: the expenditure was the invoice.
                    _ = one.OptionalNumber("amount");
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

        void Order(decimal amount)
        {
            string id = $"order {number++}";
            Reserve(book, SpendingStage.Order, id, amount, null);
            open.Add((id, amount));
        }
    }

    [Calc("fund_balance_effect")]
    public static object FundBalanceEffect(Given inputs)
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
    public static object BudgetaryComparison(Given inputs)
    {
        var lines = inputs.Part("lines").Items
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
    private static Variance VarianceOf(Given line)
    {
        decimal budget = line.Number("budget") + (line.OptionalNumber("revision") ?? 0m);
        switch (line.Text("type"))
        {
            case "revenue":
                return new Variance(budget, line.Number("actual"), Measure.Revenue);
            case "cost":
                break;
            case var other:
                throw new NotSupportedException($"A line of type '{other}'.");
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

    /// <summary>A receipt relieves the earliest open orders of what was encumbered; its invoice may differ.</summary>
    private static SpendingDocument Received(
        string id, decimal invoice, decimal relieved, List<(string Order, decimal Amount)> open)
    {
        List<SpendingLine> lines = [];
        while (relieved > 0m && open is [var (order, amount), ..])
        {
            decimal taken = Math.Min(relieved, amount);
            relieved -= taken;
            bool isLast = relieved == 0m;
            lines.Add(LineOf(isLast ? invoice : taken, new TakeOver(new(order), 0, taken)));
            invoice -= taken;
            open[0] = (order, amount - taken);
            if (taken == amount)
            {
                open.RemoveAt(0);
            }
        }

        return relieved == 0m
            ? Document(id, SpendingStage.Actual, lines is [] ? [LineOf(invoice, null)] : lines)
            : throw new NotSupportedException("More is relieved than is encumbered.");
    }

    private static void Reserve(Book book, SpendingStage stage, string id, decimal amount, TakeOver? takesOver) =>
        Reserve(book, Document(id, stage, [LineOf(amount, takesOver)]));

    private static void Reserve(Book book, SpendingDocument document) =>
        book.Control.Reserve(document, Stamp).GetOrThrow();

    private static SpendingDocument Document(string id, SpendingStage stage, IEnumerable<SpendingLine> lines) =>
        new(new DocumentId(id), stage, Currency.Usd, lines);

    private static SpendingLine LineOf(decimal amount, TakeOver? takesOver) =>
        new(new Posting(new(2026, 7, 1), Center, Element, amount), takesOver);
}
