using CostCenters.Reporting.Documents;
using CostCenters.Reporting.Lines;
using CostCenters.Reporting.Sheets;

namespace CostCenters.Reporting;

/// <summary>Writes a report as a workbook for spreadsheet programs (XLSX).</summary>
/// <remarks>The same document and format give the same bytes.</remarks>
public static class XlsxReport
{
    /// <summary>Writes a workbook.</summary>
    /// <param name="document">The document.</param>
    /// <param name="format">How figures are shown.</param>
    /// <param name="stream">Where to; left open.</param>
    /// <param name="cancellation">Ends the writing somewhere in the workbook.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">The report has more rows than a sheet holds, 1,048,576 with its heads.
    /// </exception>
    /// <exception cref="OperationCanceledException">The token asked for it.</exception>
    public static void Write(
        ReportDocument document, FigureFormat format, Stream stream, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(format);
        ArgumentNullException.ThrowIfNull(stream);
        cancellation.ThrowIfCancellationRequested();
        var facts = new ReportFacts(document, format, cancellation);
        var report = new ReportSheet(facts);
        PeriodSheet? periods = document.Periods is { } byPeriod ? new PeriodSheet(facts, byPeriod) : null;
        using var book = new Workbook(stream);
        report.Write(book);
        foreach (MoreTable table in MoreTable.Of(facts))
        {
            new MoreSheet(facts, table).Write(book);
        }

        periods?.Write(book);
        new ExplanationSheet(facts).Write(book);
        new ListSheets(facts).Write(book);
        book.Finish(new CellStyles(format));
    }
}
