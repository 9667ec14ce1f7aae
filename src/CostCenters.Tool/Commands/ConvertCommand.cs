using System.Globalization;
using CostCenters.Books;
using CostCenters.Csv;
using CostCenters.Csv.Imports;
using CostCenters.Journals;
using CostCenters.Tool.Converting;
using CostCenters.Tool.Reading;
using CostCenters.Tool.Writing;
using NodaTime;

namespace CostCenters.Tool.Commands;

/// <summary>Writes the tables of a book for another reader: a clean book, a spreadsheet, a program.</summary>
internal sealed class ConvertCommand : ToolCommand
{
    private const int CouldNotRun = 1;

    private static readonly ToolOption To = new(
        "--to", "FORMAT", "csv (default): a book in its plain form; json: each table as an array", "csv", "json");

    private static readonly ToolOption Culture = new(
        "--culture", "NAME", "csv for the spreadsheets of a culture such as de-DE", "de-DE", "en-US");

    private static readonly CommandStamp Stamp = new("convert", NodaConstants.UnixEpoch);

    public override string Name => "convert";

    public override string Summary => "Writes the accepted rows of a book into another folder, in another format.";

    public override IReadOnlyList<string> Subjects => ["book", "folder"];

    public override IReadOnlyList<ToolOption> Options => [To, Culture, ReportWords.Rejected];

    public override string Details =>
        "A folder that holds anything already is left as it is. Tables of a report are written by report --format; a "
            + "workbook by report --xlsx.";

    public override IReadOnlyList<(string Line, string Does)> Examples =>
    [
        ("book clean", "the book without its rejected rows, all postings in one file"),
        ("book excel --culture de-DE", "the same book with semicolons and decimal commas, for Excel in Germany"),
        ("book tables --to json", "the tables for a program"),
    ];

    public override Func<int> Prepare(Words words)
    {
        CultureInfo? culture = words.Culture(Culture);
        bool isJson = words.Choice(To, ("csv", false), ("json", true)) == true;
        Action<string> convert = (isJson, culture) switch
        {
            (true, not null) => throw new UsageException("--culture goes with --to csv; json is for programs."),
            (true, null) => BookConversion.ToJson,
            (false, not null) => folder => BookConversion.ToCulture(folder, culture),
            _ => _ => { },
        };
        return () => Run(words.Subjects[0], words.Subjects[1], words[ReportWords.Rejected], convert);
    }

    private static int Run(string source, string folder, string? rejected, Action<string> convert)
    {
        if (File.Exists(folder) || (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any()))
        {
            throw new RunException($"'{folder}' holds something already; name a folder that is not there yet.");
        }

        ImportResult<Book> import = BookReading.ReadWhole(source, Stamp);
        using var outputs = new Outputs(null);
        outputs.WriteBeside(rejected, stream => RejectedRowsCsv.Write(import.Issues, stream));
        if (import.Value is not Book book)
        {
            return CouldNotRun;
        }

        BookFolder.Write(book, folder);
        convert(folder);
        outputs.WriteReport(output => output.Write(
            Printable.OneLine($"Wrote {import.Counts.Accepted} rows into '{folder}'.") + "\n"));
        return outputs.ExitCode(import.Counts.Rejected);
    }
}
