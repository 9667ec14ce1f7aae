using System.Globalization;
using System.Text;
using System.Text.Json;
using CostCenters.Csv;
using CostCenters.Tool.Writing;

namespace CostCenters.Tool.Converting;

/// <summary>Turns the files of a book into those of another dialect or format, in the same folder.</summary>
internal static class BookConversion
{
    private static readonly string[] Numbers = ["amount", "quantity", "value", "share", "price", "taken", "limit"];

    /// <summary>Each table as CSV for the spreadsheets of a culture: its separators, and a byte order mark. The folder
    /// stays a book, which names the culture.</summary>
    public static void ToCulture(string folder, CultureInfo culture)
    {
        var format = TableCsvFormat.ForCulture(culture);
        foreach (string file in Directory.EnumerateFiles(folder, "*.csv"))
        {
            Replace(file, file, (records, target) => WriteCsv(records, format, target));
        }

        NameDialect(Path.Combine(folder, BookFolder.DescriptionFile), culture.Name);
    }

    /// <summary>Each table as an array of objects, whose values are texts, or null where a cell is empty.</summary>
    public static void ToJson(string folder)
    {
        foreach (string file in Directory.EnumerateFiles(folder, "*.csv"))
        {
            Replace(file, Path.ChangeExtension(file, ".json"), (records, target) =>
            {
                using IEnumerator<string[]> rows = records.GetEnumerator();
                _ = rows.MoveNext();
                JsonRows.Write(rows.Current, Rest(rows), target);
            });
            File.Delete(file);
        }
    }

    private static void NameDialect(string description, string culture)
    {
        using JsonDocument book = JsonDocument.Parse(File.ReadAllBytes(description));
        using var whole = new WholeFile(description);
        using (var json = new Utf8JsonWriter(whole.Stream, new JsonWriterOptions { Indented = true, NewLine = "\n" }))
        {
            json.WriteStartObject();
            json.WriteString("dialect", culture);
            foreach (JsonProperty field in book.RootElement.EnumerateObject())
            {
                field.WriteTo(json);
            }

            json.WriteEndObject();
        }

        whole.Stream.Write("\n"u8);
        whole.Complete();
    }

    private static IEnumerable<IReadOnlyList<string?>> Rest(IEnumerator<string[]> rows)
    {
        while (rows.MoveNext())
        {
            yield return [.. rows.Current.Select(cell => cell.Length == 0 ? null : cell)];
        }
    }

    private static void WriteCsv(IEnumerable<string[]> records, TableCsvFormat format, Stream target)
    {
        target.Write(Encoding.UTF8.Preamble);
        using var text = new StreamWriter(target, new UTF8Encoding(false), leaveOpen: true) { NewLine = "\n" };
        string[]? header = null;
        foreach (string[] record in records)
        {
            header ??= record;
            text.WriteLine(string.Join(format.Delimiter, record.Select((cell, place) =>
                CellOf(cell, Numbers.Contains(header[place]), format))));
        }
    }

    /// <summary>A cell in the dialect of a culture; what a spreadsheet would run as a formula gets an apostrophe.
    /// </summary>
    private static string CellOf(string cell, bool isNumber, TableCsvFormat format)
    {
        if (isNumber)
        {
            return cell.Replace(".", format.DecimalSeparator, StringComparison.Ordinal);
        }

        string safe = cell.Length > 0 && "=+-@\t\r".Contains(cell[0], StringComparison.Ordinal) ? "'" + cell : cell;
        return safe.AsSpan().IndexOfAny([format.Delimiter, '"', '\n', '\r']) < 0
            ? safe
            : $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }

    private static void Replace(string source, string target, Action<IEnumerable<string[]>, Stream> write)
    {
        using var whole = new WholeFile(target);
        using (var file = new StreamReader(source, Encoding.UTF8))
        {
            write(CsvRecords.Read(file), whole.Stream);
        }

        whole.Complete();
    }
}
