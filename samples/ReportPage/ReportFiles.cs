using System.Globalization;
using CostCenters.Calendars;
using CostCenters.Csv;
using CostCenters.Csv.Imports;
using CostCenters.Cubes;
using CostCenters.Explanations;
using CostCenters.Reporting;
using CostCenters.Reporting.Documents;
using CostCenters.Reports;
using CostCenters.Reports.Reading;
using CostCenters.Structure;
using NodaTime;

namespace CostCenters.Samples.ReportPage;

/// <summary>Writes a page, a workbook, and the same figures as CSV.</summary>
internal static class ReportFiles
{
    private const decimal LargeAmount = 10_000_000m;

    public static void Write(ReportBook book, string folder)
    {
        FiscalPeriodRange range = ReportRange.Choose(book.Budget, book.Actual, ReportEnd.LastPosting)
            ?? throw new InvalidOperationException("There is neither a budget nor a posting.");
        var comparison = new Comparison(book.Budget, book.Actual, range);
        CenterTree tree = comparison.Space.Centers.TreeAsOf(LastDayOf(comparison, range));
        var report = VarianceReport.Create(comparison, tree, ReportDimensions.Center);
        var periods = VarianceReport.Create(comparison, tree, ReportDimensions.Center | ReportDimensions.Period);
        ReportDocument document = DocumentOf(book, report, periods);
        FigureFormat format = FormatOf(report);
        Directory.CreateDirectory(folder);
        using (FileStream stream = File.Create(Path.Combine(folder, "report.html")))
        {
            HtmlReport.Write(document, format, stream);
        }

        using (FileStream stream = File.Create(Path.Combine(folder, "report.xlsx")))
        {
            XlsxReport.Write(document, format, stream);
        }

        using (FileStream stream = File.Create(Path.Combine(folder, "report.csv")))
        {
            VarianceReportCsv.Write(report, stream);
        }

        using (FileStream stream = File.Create(Path.Combine(folder, "by-period.csv")))
        {
            VarianceReportCsv.Write(periods, stream);
        }
    }

    private static ReportDocument DocumentOf(ReportBook book, VarianceReport report, VarianceReport periods)
    {
        Comparison comparison = report.Comparison;
        Measure measure = report.Rows.Max(row => row.Variance.Measure);
        LocalDate? through = book.Actual.Periods is FiscalPeriodRange posted ? LastDayOf(comparison, posted) : null;
        ReportDocument document = new ReportDocument(new ReportTitle(book.Name, book.Version, through), report)
            .WithPeriods(periods)
            .WithBridge(Bridge.Create(report, ReportDimensions.Element, measure))
            .WithBridge(Bridge.Create(report, ReportDimensions.Center, measure))
            .WithFindings(FindingSearch.Find(comparison, report.Tree, CenterPeriodSet.Empty))
            .WithRejectedRows(book.Issues.Where(issue => issue.Severity == ImportSeverity.RowRejected).Select(RowOf))
            .WithParameter("Range", "through the last posting");
        foreach (ElementNature nature in Enum.GetValues<ElementNature>())
        {
            foreach (VarianceNode tree in Why(comparison, report.Tree, nature))
            {
                document = document.WithExplanation(tree);
            }
        }

        return document;
    }

    /// <summary>Large books in thousands; the exact figures stay in the files.</summary>
    private static FigureFormat FormatOf(VarianceReport report) =>
        report.Rows.Any(row => decimal.Abs(row.Variance.Actual) >= LargeAmount)
            ? new FigureFormat(
                CultureInfo.InvariantCulture, ShownUnit.Thousand, 1, 2, MidpointRounding.AwayFromZero)
            : new FigureFormat(
                CultureInfo.InvariantCulture,
                ShownUnit.One,
                report.Comparison.Space.Scale.Digits,
                2,
                MidpointRounding.AwayFromZero);

    /// <summary>Where the difference of each root comes from: by center, then by element.</summary>
    private static IEnumerable<VarianceNode> Why(Comparison comparison, CenterTree tree, ElementNature nature) =>
        tree.Nodes.Where(node => node.Parent < 0)
            .Select(node => VarianceSlice.Create(comparison, tree, node.Center.Code, nature))
            .Where(slice => !slice.IsEmpty)
            .Select(slice => slice.ToTree([ReportDimensions.Center, ReportDimensions.Element]));

    private static LocalDate LastDayOf(Comparison comparison, FiscalPeriodRange range) =>
        comparison.Space.Calendar.DatesOf(range.Through).Last;

    private static RejectedRow RowOf(ImportIssue issue) =>
        new(issue.File, issue.Line, issue.Column, issue.Code, issue.Value, issue.Message);
}
