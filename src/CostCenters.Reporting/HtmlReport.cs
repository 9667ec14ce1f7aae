using CostCenters.Reporting.Documents;
using CostCenters.Reporting.Lines;
using CostCenters.Reporting.Markup;
using CostCenters.Reporting.Pages;

namespace CostCenters.Reporting;

/// <summary>Writes a report as one page of HTML that needs nothing else: no script, no font, no picture, no net.
/// </summary>
/// <remarks>The same document and format give the same bytes. UTF-8 without byte order mark, LF.</remarks>
public static class HtmlReport
{
    /// <summary>Writes a page.</summary>
    /// <param name="document">The document.</param>
    /// <param name="format">How figures are shown.</param>
    /// <param name="stream">Where to; left open.</param>
    /// <param name="cancellation">Ends the writing somewhere in the page.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="OperationCanceledException">The token asked for it.</exception>
    public static void Write(
        ReportDocument document, FigureFormat format, Stream stream, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(format);
        ArgumentNullException.ThrowIfNull(stream);
        cancellation.ThrowIfCancellationRequested();
        new Page(new ReportFacts(document, format, cancellation)).Write(new HtmlWriter(stream));
    }
}
