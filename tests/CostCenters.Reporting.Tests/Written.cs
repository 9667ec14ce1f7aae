using System.Globalization;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using CostCenters.Reporting.Documents;

namespace CostCenters.Reporting.Tests;

/// <summary>Writes documents into memory.</summary>
internal static class Written
{
    public static readonly FigureFormat Exact =
        new(CultureInfo.InvariantCulture, ShownUnit.One, 2, 2, MidpointRounding.AwayFromZero);

    public static byte[] Page(ReportDocument document, FigureFormat? format = null)
    {
        using var stream = new MemoryStream();
        HtmlReport.Write(document, format ?? Exact, stream);
        return stream.ToArray();
    }

    public static byte[] Workbook(ReportDocument document, FigureFormat? format = null)
    {
        using var stream = new MemoryStream();
        XlsxReport.Write(document, format ?? Exact, stream);
        return stream.ToArray();
    }

    public static IDocument Html(ReportDocument document, FigureFormat? format = null) =>
        new HtmlParser().ParseDocument(Encoding.UTF8.GetString(Page(document, format)));

    /// <summary>The cells of a table as texts, a row each; a row head that spans rows stands in each of them.</summary>
    public static IReadOnlyList<string[]> Rows(IElement table)
    {
        var rows = new List<string[]>();
        (string Text, int Left) head = ("", 0);
        foreach (IElement row in table.QuerySelectorAll("tbody tr, tfoot tr"))
        {
            List<string> cells = [.. row.Children.Where(cell => !cell.ClassList.Contains("v")).Select(TextOf)];
            if (head.Left > 0)
            {
                cells.Insert(0, head.Text);
                head.Left--;
            }
            else if (row.Children[0].GetAttribute("rowspan") is string span)
            {
                head = (cells[0], int.Parse(span, CultureInfo.InvariantCulture) - 1);
            }

            rows.Add([.. cells]);
        }

        return rows;
    }

    private static string TextOf(IElement cell) => cell.TextContent.Trim().Replace('−', '-');
}
