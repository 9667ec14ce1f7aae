using System.Globalization;
using CostCenters.Csv.Detection;
using CostCenters.Csv.Imports;
using CostCenters.Csv.Proposals;
using CostCenters.Tool.Writing;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace CostCenters.Tool.Importing;

/// <summary>Shows what was found, how the first rows would be read, and the control totals.</summary>
internal static class ImportView
{
    private const int MostCodes = 10;

    public static IEnumerable<IRenderable> Draw(ProfileProposal proposal, CsvPreview preview, BookProposal? book)
    {
        yield return Lines("Found", proposal.Evidence);
        if (!proposal.Doubts.IsEmpty)
        {
            yield return Lines("In doubt", proposal.Doubts.Select(doubt => doubt.IsOpen
                ? $"{doubt.Key} is OPEN: {doubt.Message}"
                : $"{doubt.Key}: {doubt.Message}"));
        }

        if (preview.IsStopped)
        {
            yield return Lines(
                "Not read",
                preview.Issues.Where(issue => issue.Severity == ImportSeverity.FileStopped)
                    .Select(issue => issue.ToString()));
            yield break;
        }

        yield return Preview(preview);
        yield return Totals(preview);
        if (book is not null)
        {
            yield return Lines(
                "Book",
                [
                    $"{Count(book.Centers?.Centers.Length)} centers, {Count(book.Elements?.Elements.Length)} elements"
                        + Added(book),
                    .. book.Findings,
                ]);
        }
    }

    private static Rows Lines(string title, IEnumerable<string> lines) => new(
        [new Text(title + ":"), .. lines.Select(line => new Text("  " + Printable.OneLine(line))), new Text("")]);

    private static Table Preview(CsvPreview preview)
    {
        int[] shown =
        [
            .. Enumerable.Range(0, preview.RowColumns.Length).Where(column =>
                preview.RowColumns[column] is not ("quantity" or "document" or "text")
                    || preview.Rows.Any(row => row.Cells.Length > column && row.Cells[column].Length > 0)),
        ];
        var table = new Table
        {
            Border = TableBorder.Simple,
            Title = new TableTitle("First rows as they would be read"),
        };
        table.AddColumn(new TableColumn("line").RightAligned());
        foreach (int column in shown)
        {
            var head = new TableColumn(preview.RowColumns[column]);
            table.AddColumn(preview.RowColumns[column] is "amount" or "quantity" ? head.RightAligned() : head);
        }

        table.AddColumn("rejected because");
        foreach (PreviewRow row in preview.Rows)
        {
            table.AddRow(
            [
                row.Line.ToString(CultureInfo.InvariantCulture),
                .. shown.Select(column => row.Cells.Length > column ? Terminal.Escape(row.Cells[column]) : ""),
                Terminal.Escape(string.Join(' ', row.Faults.Select(Reason))),
            ]);
        }

        return table;
    }

    private static Rows Totals(CsvPreview preview)
    {
        List<string> lines = [$"rows: {preview.Counts}"];
        lines.AddRange(preview.SetAside.Select(aside => $"set aside: {Count(aside.Count)} {aside.Reason}"));
        lines.AddRange(preview.Totals.Select(total => string.Create(
            CultureInfo.InvariantCulture,
            $"{total.Column}: {total.Rows} rows, above zero {total.Positive:N2}, below {total.Negative:N2}, sum "
                + $"{total.Sum:N2}")));
        return Lines("Control totals", lines);
    }

    private static string Added(BookProposal book) => book.Existing is null
        ? ""
        : $"; new {Some([.. book.NewCenters.Select(center => center.Code.Value)])} and "
            + Some([.. book.NewElements.Select(element => element.Code.Value)]);

    private static string Some(string[] codes) => codes.Length == 0
        ? "none"
        : string.Join(", ", codes.Take(MostCodes)) + (codes.Length > MostCodes ? ", ..." : "");

    private static string Reason(ImportIssue issue) =>
        issue.Column is null ? issue.Code : $"{issue.Column} {issue.Code}";

    private static string Count(long? count) => (count ?? 0).ToString(CultureInfo.InvariantCulture);
}
