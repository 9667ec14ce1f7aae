using System.Globalization;
using CostCenters.Calendars;
using CostCenters.Csv;
using CostCenters.Csv.Imports;
using CostCenters.Cubes;
using CostCenters.Explanations;
using CostCenters.Reporting;
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
        FiscalCalendar calendar = comparison.Space.Calendar;
        CenterTree tree = comparison.Space.Centers.TreeAsOf(calendar.DatesOf(range.Through).Last);
        var report = VarianceReport.Create(comparison, tree, ReportDimensions.Center);
        var periods = VarianceReport.Create(comparison, tree, ReportDimensions.Center | ReportDimensions.Period);
        LocalDate? through = book.Actual.Periods is FiscalPeriodRange posted
            ? calendar.DatesOf(posted.Through).Last
            : null;
        ReportDocument document = new ReportDocument(new ReportTitle(book.Name, book.Version, through), report)
            .WithPeriods(periods)
            .WithBridge(Bridge.Create(report, ReportDimensions.Element, MainMeasure(report)))
            .WithBridge(Bridge.Create(report, ReportDimensions.Center, MainMeasure(report)))
            .WithFindings(FindingSearch.Find(comparison, tree, CenterPeriodSet.Empty))
            .WithRejectedRows(book.Issues.Where(issue => issue.Severity == ImportSeverity.RowRejected).Select(RowOf))
            .WithParameter("Report", "by center")
            .WithParameter("Range", "default, through the last posting");
        document = Enum.GetValues<ElementNature>().SelectMany(nature => Why(comparison, tree, nature))
            .Aggregate(document, (all, explanation) => all.WithExplanation(explanation));
        bool isLarge = report.Rows.Any(row => decimal.Abs(row.Variance.Actual) >= LargeAmount);
        var format = new FigureFormat(
            CultureInfo.InvariantCulture,
            isLarge ? ShownUnit.Thousand : ShownUnit.One,
            isLarge ? 1 : comparison.Space.Scale.Digits,
            2,
            MidpointRounding.AwayFromZero);
        Directory.CreateDirectory(folder);
        WriteFile("report.html", stream => HtmlReport.Write(document, format, stream));
        WriteFile("report.xlsx", stream => XlsxReport.Write(document, format, stream));
        WriteFile("report.csv", stream => VarianceReportCsv.Write(report, stream));
        WriteFile("by-period.csv", stream => VarianceReportCsv.Write(periods, stream));

        void WriteFile(string name, Action<Stream> write)
        {
            using FileStream stream = File.Create(Path.Combine(folder, name));
            write(stream);
        }
    }

    private static Measure MainMeasure(VarianceReport report) => report.Rows.Max(row => row.Variance.Measure);

    /// <summary>Where the difference of each root comes from: by center, then by element.</summary>
    private static IEnumerable<VarianceNode> Why(Comparison comparison, CenterTree tree, ElementNature nature) =>
        tree.Nodes.Where(node => node.Parent < 0)
            .Select(node => VarianceSlice.Create(comparison, tree, node.Center.Code, nature))
            .Where(slice => !slice.IsEmpty)
            .Select(slice => slice.ToTree([ReportDimensions.Center, ReportDimensions.Element]));

    private static RejectedRow RowOf(ImportIssue issue) =>
        new(issue.File, issue.Line, issue.Column, issue.Code, issue.Value, issue.Message);
}
