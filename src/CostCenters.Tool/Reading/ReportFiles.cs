using System.Globalization;
using CostCenters.Csv.Imports;
using CostCenters.Cubes;
using CostCenters.Explanations;
using CostCenters.Reporting;
using CostCenters.Reporting.Documents;
using CostCenters.Reports;
using CostCenters.Reports.Reading;
using CostCenters.Structure;
using CostCenters.Tool.Commands;
using CostCenters.Tool.Views;

namespace CostCenters.Tool.Reading;

/// <summary>A report as a page and as a workbook, with what belongs to it.</summary>
internal sealed class ReportFiles
{
    /// <summary>The most centers of a book whose page explains every difference by a tree, which folds.</summary>
    private const int MostExplained = 2_000;

    private readonly ReportDocument document;
    private readonly FigureFormat format;

    /// <summary>Gathers what the files hold.</summary>
    /// <param name="chosen">What is compared.</param>
    /// <param name="options">What was asked for.</param>
    /// <param name="issues">What the import told.</param>
    /// <param name="orders">The open orders, or null.</param>
    public ReportFiles(
        ChosenComparison chosen, ReportOptions options, IEnumerable<ImportIssue> issues, Cube? orders)
    {
        Comparison comparison = chosen.Comparison;
        var report = VarianceReport.Create(comparison, chosen.Tree, options.By, Environment.ProcessorCount);
        ReportDocument made = new ReportDocument(
                new ReportTitle(chosen.Book, chosen.Version, chosen.ActualsThrough), report, ReferenceOf(options))
            .WithFindings(FindingSearch.Enumerate(
                chosen.BudgetAgainstActuals, chosen.Tree, CenterPeriodSet.Empty))
            .WithRejectedRows(issues
                .Where(issue => issue.Severity == ImportSeverity.RowRejected)
                .Select(issue => new RejectedRow(
                    issue.File, issue.Line, issue.Column, issue.Code, issue.Value, issue.Message)));
        made = WithTables(made, chosen, options, orders);
        made = BridgesOf(report).Aggregate(made, (whole, bridge) => whole.WithBridge(bridge));
        made = ExplanationsOf(chosen, options).Aggregate(made, (whole, tree) => whole.WithExplanation(tree));
        made = chosen.Notes.Aggregate(made, (whole, note) => whole.WithNote(note));
        document = options.Said.Aggregate(made, (whole, said) => whole.WithParameter(said.Key, said.Value));
        format = FormatOf(comparison, options);
    }

    /// <summary>Writes the page.</summary>
    public void WriteHtml(Stream stream) => HtmlReport.Write(document, format, stream);

    /// <summary>Writes the workbook.</summary>
    public void WriteXlsx(Stream stream) => XlsxReport.Write(document, format, stream);

    /// <summary>The tables that the options ask for, with the rows that a screen shows.</summary>
    private static ReportDocument WithTables(
        ReportDocument document, ChosenComparison chosen, ReportOptions options, Cube? orders)
    {
        VarianceReport report = document.Report;
        var scope = new CenterScope(chosen.Tree, chosen.Top, options.Depth);
        bool isPart = (chosen.Top is not null || options.Depth is not null)
            && options.By.HasFlag(ReportDimensions.Center);
        ReportDocument made = options.Material is { } materiality
            ? document.WithOutline(ReportOutline.Create(report, MaterialRows.Create(report, materiality), scope))
            : isPart ? document.WithRows(report.Rows.Where(row => scope.Shows(row.Center)))
            : document;
        if (options.FilesHaveOutlook)
        {
            var forecast = YearForecast.Of(chosen, options.ForecastsByRunRate);
            made = made
                .WithOutlook(OutlookRow.CreateOutline(report, chosen.Year, forecast.Cube, scope))
                .WithNote($"{char.ToUpperInvariant(forecast.Method[0])}{forecast.Method[1..]}.");
        }

        if (orders is not null)
        {
            made = made.WithCommitments(CommittedRow.CreateOutline(report, orders, scope));
        }

        return options.Pivot is PivotFigure figure
            ? made.WithPivot(PeriodPivot.Create(report).CreateOutline(scope), figure)
            : made.WithPeriods(VarianceReport.Create(report.Comparison, chosen.Tree, PeriodsOf(options)));
    }

    private static ReportDimensions PeriodsOf(ReportOptions options) =>
        options.By.HasFlag(ReportDimensions.Center)
            ? ReportDimensions.Period | ReportDimensions.Center
            : ReportDimensions.Period;

    private static Scenario ReferenceOf(ReportOptions options) =>
        options.Against is ReportOptions.LastYear or ReportOptions.LastYearWeeks
            ? Scenario.PreviousYear
            : Scenario.Budget;

    /// <summary>From budget to actual by center and by element, of margin where there are costs and revenues.</summary>
    private static IEnumerable<Bridge> BridgesOf(VarianceReport report)
    {
        Measure[] measures =
            [.. VarianceReport.Create(report.Comparison, report.Tree, ReportDimensions.None).Rows
                .Select(row => row.Variance.Measure)];
        return measures.Length == 0
            ? []
            :
            [
                Bridge.Create(report, ReportDimensions.Center, measures[^1]),
                Bridge.Create(report, ReportDimensions.Element, measures[^1]),
            ];
    }

    private static IEnumerable<VarianceNode> ExplanationsOf(ChosenComparison chosen, ReportOptions options)
    {
        CenterTree tree = chosen.Tree;
        if (options.Explain is null && tree.Nodes.Length > MostExplained)
        {
            return [];
        }

        IEnumerable<CenterCode> tops = chosen.Top is CenterCode top
            ? [top]
            : tree.Nodes.Where(node => node.Parent < 0).Select(node => node.Center.Code);
        return tops
            .SelectMany(center => Enum.GetValues<ElementNature>()
                .Select(nature => VarianceSlice.Create(chosen.Comparison, tree, center, nature)))
            .Where(slice => !slice.IsEmpty)
            .Select(slice => slice.ToTree(options.Explain is null
                ? [ReportDimensions.Center, ReportDimensions.Element]
                : [ReportDimensions.Center, ReportDimensions.Element, ReportDimensions.Period]));
    }

    private static FigureFormat FormatOf(Comparison comparison, ReportOptions options) =>
        new(
            options.Culture ?? CultureInfo.InvariantCulture,
            options.Unit switch
            {
                AmountUnit.Thousand => ShownUnit.Thousand,
                AmountUnit.Million => ShownUnit.Million,
                _ => ShownUnit.One,
            },
            new NumberText(comparison.Space.Scale.Digits, options.Culture, options.Unit).Digits,
            NumberText.PercentDigits,
            MidpointRounding.AwayFromZero);
}
