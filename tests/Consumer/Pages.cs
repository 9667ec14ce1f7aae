using System.Globalization;
using CostCenters.Reporting;
using CostCenters.Reporting.Documents;
using CostCenters.Reports;

/// <summary>Writes a page and a workbook to nowhere but memory.</summary>
internal static class Pages
{
    public static string Write(VarianceReport report)
    {
        var document = new ReportDocument(new ReportTitle("Consumer", version: null, actualsThrough: null), report);
        var format = new FigureFormat(CultureInfo.InvariantCulture, ShownUnit.One, 2, 2, MidpointRounding.AwayFromZero);
        using var page = new MemoryStream();
        HtmlReport.Write(document, format, page);
        using var workbook = new MemoryStream();
        XlsxReport.Write(document, format, workbook);
        return page.Length > 0 && workbook.Length > 0 ? "page and workbook written" : "nothing written";
    }
}
