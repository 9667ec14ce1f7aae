using System.Globalization;
using System.Text;
using NodaTime.Text;

namespace CostCenters.Samples.SampleCompany;

/// <summary>Writes the company as a book folder: UTF-8 without BOM, LF, every byte the same on every machine.</summary>
internal static class BookFolder
{
    private const string Book =
        """
        {
          "name": "Kranichmoor Logistik",
          "currency": "EUR",
          "calendar": { "kind": "months", "firstMonth": 4, "yearNamedBy": "end" }
        }

        """;

    public static void Write(string folder)
    {
        Directory.CreateDirectory(Path.Combine(folder, "postings"));
        var postings = new List<PostingRow>();
        for (int year = Month.FirstYear; year <= Month.LastYear; year++)
        {
            IReadOnlyList<PostingRow> rows = Ledger.Year(year);
            postings.AddRange(rows);
            WriteRows(Path.Combine(folder, "postings", Text(year) + ".csv"),
                "date,center,element,amount,quantity,document,text", rows.Select(Cells));
        }

        WriteText(Path.Combine(folder, "book.json"), Book);
        WriteRows(Path.Combine(folder, "centers.csv"), "code,name,kind,parent,valid_from,valid_to",
            CenterTable.Rows.Select(row =>
                new[] { row.Code, row.Name, row.Kind, row.Parent, row.ValidFrom, row.ValidTo }));
        WriteRows(Path.Combine(folder, "elements.csv"), "code,name,nature,behavior,parent",
            ElementTable.Rows.Select(row => new[] { row.Code, row.Name, row.Nature, row.Behavior, row.Parent }));
        WriteRows(Path.Combine(folder, "budget.csv"), "version,center,element,period,amount,quantity",
            Plan.Rows().Select(row => new[]
            {
                "adopted", row.Center, row.Element, row.Period, Text(row.Euro), Text(row.Quantity),
            }));
        WriteRows(Path.Combine(folder, "key-figures.csv"), "period,center,key_figure,value",
            KeyFigures.Rows(postings).Select(row => new[] { row.Month.ToString(), row.Center, row.Name, row.Value }));
    }

    private static string[] Cells(PostingRow row)
    {
        long magnitude = Math.Abs(row.Cents);
        string amount = string.Create(
            CultureInfo.InvariantCulture, $"{(row.Cents < 0 ? "-" : "")}{magnitude / 100}.{magnitude % 100:00}");
        return
        [
            LocalDatePattern.Iso.Format(row.Date), row.Center, row.Element, amount, Text(row.Quantity), row.Document,
            row.Text,
        ];
    }

    private static string Text(long? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";

    public static void WriteRows(string path, string header, IEnumerable<string[]> rows)
    {
        var text = new StringBuilder(header).Append('\n');
        foreach (string[] cells in rows)
        {
            text.AppendJoin(',', cells.Select(Quoted)).Append('\n');
        }

        WriteText(path, text.ToString());
    }

    public static void WriteText(string path, string text)
    {
        using var file = new WholeFile(path);
        file.Stream.Write(Encoding.UTF8.GetBytes(text.ReplaceLineEndings("\n")));
        file.Complete();
    }

    private static string Quoted(string cell) =>
        cell.AsSpan().IndexOfAny(",\"\r\n") < 0 ? cell : $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
