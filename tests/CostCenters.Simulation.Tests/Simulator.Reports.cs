using System.Globalization;
using CostCenters.Books;
using CostCenters.Calendars;
using CostCenters.Cubes;
using CostCenters.Reports;
using CostCenters.Structure;
using NodaTime;

namespace CostCenters.Simulation.Tests;

/// <content>Reports against budgets and against last year, new ones and standing ones.</content>
internal sealed partial class Simulator
{
    private readonly List<Standing> standing = [];

    /// <summary>What is compared; without a budget the other side is last year.</summary>
    private sealed record Question(
        int? Budget, FiscalPeriodRange Range, ReportDimensions Dimensions, LocalDate TreeDay)
    {
        public FiscalPeriodRange BudgetRange => Budget is not null
            ? Range
            : new FiscalPeriodRange(
                new(Range.From.Year - 1, Range.From.Number), new(Range.Through.Year - 1, Range.Through.Number));
    }

    private sealed class Standing(Question question, StandingReport report, long position)
    {
        public Question Question { get; } = question;

        public StandingReport Report { get; set; } = report;

        public long Position { get; set; } = position;
    }

    private void Report()
    {
        Question question = SomeQuestion();
        BookSnapshot snapshot = subject.Snapshot();
        SameRows(
            ExpectedRows(question),
            subject.Report(
                ComparisonOf(question, snapshot),
                snapshot.Space.Centers.TreeAsOf(question.TreeDay),
                question.Dimensions,
                CancellationToken.None).Rows,
            $"the report on {question}");
    }

    /// <summary>A report stands from now on, and the ones that stand are brought up to date.</summary>
    private void StandAReport()
    {
        BookSnapshot snapshot = subject.Snapshot();
        if (standing.Count < 3)
        {
            Question question = SomeQuestion();
            standing.Add(new Standing(
                question,
                subject.Stand(
                    ComparisonOf(question, snapshot),
                    snapshot.Space.Centers.TreeAsOf(question.TreeDay),
                    question.Dimensions,
                    question.Budget is null ? LedgerFeed.BothSides : LedgerFeed.Actual),
                model.Position));
        }

        foreach (Standing each in standing)
        {
            each.Report = each.Report.In(snapshot.Space, snapshot.Space.Centers.TreeAsOf(each.Question.TreeDay));
            subject.Follow(each.Report, snapshot.Ledger.ChangesSince(new(each.Position)));
            each.Position = snapshot.Position.Number;
            SameRows(ExpectedRows(each.Question), each.Report.Rows, $"the standing report on {each.Question}");
        }

        if (OneIn(3))
        {
            standing.RemoveAt(0);
        }
    }

    private void CancelAReport()
    {
        using var cancellation = new CancellationTokenSource();
        cancellation.Cancel();
        BookSnapshot snapshot = subject.Snapshot();
        Question question = SomeQuestion();
        Comparison comparison = ComparisonOf(question, snapshot);
        CenterTree tree = snapshot.Space.Centers.TreeAsOf(question.TreeDay);
        RequireCancelled(() => subject.Actuals(snapshot, 2, cancellation.Token), "the actuals");
        RequireCancelled(
            () => subject.Report(comparison, tree, question.Dimensions, cancellation.Token), "a report");
    }

    private void RequireCancelled(Action work, string what)
    {
        try
        {
            work();
        }
        catch (OperationCanceledException)
        {
            return;
        }

        throw Difference($"{what} went on after being cancelled");
    }

    private Question SomeQuestion()
    {
        FiscalPeriod first = model.PeriodOf(AnyDay());
        int through = random.Next(first.Number, 13 + adjustmentPeriods);
        ReportDimensions dimensions = (ReportDimensions)random.Next(8);
        return new Question(
            OneIn(3) || model.Now.Budgets.IsEmpty ? null : random.Next(model.Now.Budgets.Count),
            new FiscalPeriodRange(first, new FiscalPeriod(first.Year, through)),
            OneIn(3) ? (dimensions & ~ReportDimensions.Element) | ReportDimensions.ElementGroup : dimensions,
            AnyDay());
    }

    private Comparison ComparisonOf(Question question, BookSnapshot snapshot)
    {
        Cube actual = subject.Actuals(snapshot, 1, CancellationToken.None);
        return new Comparison(
            question.Budget is int place ? snapshot.Budgets[place].Cube : actual,
            question.BudgetRange,
            actual,
            question.Range);
    }

    private void SameRows(IEnumerable<string> expected, IEnumerable<VarianceRow> rows, string what)
    {
        string[] actual = [.. rows.Select(row => Row(
            row.Center?.Center.Code.Value,
            row.Element?.Code.Value,
            row.Period,
            $"{row.Variance.Measure}",
            row.Variance.Budget,
            row.Variance.Actual))];
        int place = 0;
        foreach (string row in expected)
        {
            Same(row, place < actual.Length ? actual[place] : "no row", $"row {place} of {what}");
            place++;
        }

        Same(place, actual.Length, $"the number of rows of {what}");
    }

    /// <summary>The report by its words: for each group a walk through all cells.</summary>
    private IEnumerable<string> ExpectedRows(Question question)
    {
        ModelState state = model.Now;
        bool isByGroup = question.Dimensions.HasFlag(ReportDimensions.ElementGroup);
        string?[] centers = question.Dimensions.HasFlag(ReportDimensions.Center)
            ? [.. state.Preorder(question.TreeDay)]
            : [null];
        string?[] elements = isByGroup ? [.. state.ElementPreorder()]
            : question.Dimensions.HasFlag(ReportDimensions.Element) ? [.. state.Elements.Keys]
            : [null];
        int?[] periods = question.Dimensions.HasFlag(ReportDimensions.Period)
            ? [.. Enumerable.Range(question.Range.From.Number, LengthOf(question)).Cast<int?>()]
            : [null];
        (ModelCell Cell, decimal Amount)[] actual = [.. Inside(state.Cells, question.Range)];
        (ModelCell Cell, decimal Amount)[] budget =
        [
            .. Inside(question.Budget is int place ? state.Budgets[place].Cells : state.Cells, question.BudgetRange),
        ];
        return
            from center in centers
            let below = center is null
                ? null
                : state.Centers.Keys.Where(each => state.IsBelow(each, center, question.TreeDay)).ToHashSet()
            from element in elements
            let members = element is null ? null
                : isByGroup ? state.Elements.Keys.Where(each => state.IsInGroup(each, element)).ToHashSet()
                : new HashSet<string> { element }
            from period in periods
            let isWanted = (Func<ModelCell, bool>)(cell => below?.Contains(cell.Center) != false
                && members?.Contains(cell.Element) != false
                && (period is null || cell.Period.Number == period))
            from row in RowsOf(
                [.. budget.Where(fact => isWanted(fact.Cell))],
                [.. actual.Where(fact => isWanted(fact.Cell))],
                hasMargin: element is null || isByGroup)
            select Row(
                center,
                element,
                period is int number ? new FiscalPeriod(question.Range.From.Year, number) : null,
                row.Measure,
                row.Budget,
                row.Actual);
    }

    private static int LengthOf(Question question) => question.Range.Through.Number - question.Range.From.Number + 1;

    private static IEnumerable<(ModelCell Cell, decimal Amount)> Inside(
        IReadOnlyDictionary<ModelCell, ModelSum> cells, FiscalPeriodRange range) =>
        cells.Where(pair => pair.Key.Period.Year == range.From.Year
                && pair.Key.Period.Number >= range.From.Number
                && pair.Key.Period.Number <= range.Through.Number)
            .Select(pair => (pair.Key, pair.Value.Amount));

    /// <summary>Cost, revenue and margin, as far as there is something.</summary>
    private IEnumerable<(string Measure, decimal? Budget, decimal Actual)> RowsOf(
        List<(ModelCell Cell, decimal Amount)> budget, List<(ModelCell Cell, decimal Amount)> actual, bool hasMargin)
    {
        (decimal? Budget, decimal? Actual) cost = (Sum(budget, isCost: true), Sum(actual, isCost: true));
        (decimal? Budget, decimal? Actual) revenue = (Sum(budget, isCost: false), Sum(actual, isCost: false));
        bool hasCost = cost.Budget is not null || cost.Actual is not null;
        bool hasRevenue = revenue.Budget is not null || revenue.Actual is not null;
        if (hasCost)
        {
            yield return ("Cost", cost.Budget, cost.Actual ?? 0m);
        }

        if (hasRevenue)
        {
            yield return ("Revenue", revenue.Budget, revenue.Actual ?? 0m);
        }

        if (hasCost && hasRevenue && hasMargin)
        {
            decimal? planned = cost.Budget is null && revenue.Budget is null
                ? null
                : (revenue.Budget ?? 0m) - (cost.Budget ?? 0m);
            yield return ("Margin", planned, (revenue.Actual ?? 0m) - (cost.Actual ?? 0m));
        }
    }

    private decimal? Sum(List<(ModelCell Cell, decimal Amount)> facts, bool isCost)
    {
        decimal[] found =
        [
            .. facts.Where(fact => model.Now.Elements[fact.Cell.Element].IsCost == isCost)
                .Select(fact => fact.Amount),
        ];
        return found.Length == 0 ? null : found.Sum();
    }

    private static string Row(
        string? center, string? element, FiscalPeriod? period, string measure, decimal? budget, decimal actual) =>
        string.Create(
            CultureInfo.InvariantCulture, $"{center} {element} {period} {measure} {budget:0.00;-0.00} {actual:0.00}");
}
