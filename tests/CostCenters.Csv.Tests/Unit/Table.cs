using System.Text;
using CostCenters.Csv.Imports;
using CostCenters.Csv.Rows;

namespace CostCenters.Csv.Tests.Unit;

/// <summary>Reads a table with columns center, date, amount and, if it has one, text.</summary>
internal sealed class Table
{
    private static readonly RowSchema Schema = RowSchema.Parse("center,date,amount,quantity?,text?");

    private Table(ImportLog log, IReadOnlyList<string> rows)
    {
        Log = log;
        Rows = rows;
    }

    public ImportLog Log { get; }

    /// <summary>The accepted rows as <c>center date count</c> with quantity and text where there is one.</summary>
    public IReadOnlyList<string> Rows { get; }

    /// <summary>The faults as <c>line column code</c>, notes aside.</summary>
    public string Faults => string.Join(
        "; ",
        Log.Issues.Where(issue => issue.Severity != ImportSeverity.Note)
            .Select(issue => $"{issue.Line} {issue.Column} {issue.Code}".Replace("  ", " ", StringComparison.Ordinal)));

    public ImportCounts Counts => Log.ToFile().Counts;

    public static Table Read(string text, ImportProfile? profile = null, int scale = 2) =>
        Read(Encoding.UTF8.GetBytes(text), profile, scale);

    public static Table Read(byte[] bytes, ImportProfile? profile = null, int scale = 2)
    {
        profile ??= ImportProfile.Contract;
        var log = new ImportLog("table.csv", profile.TellsValues);
        List<string> accepted = [];
        using TableRows? reader = TableRows.Open(
            CsvInput.FromStream(new MemoryStream(bytes), "table.csv"), Schema, profile, default, log, default);
        if (reader is not null)
        {
            var cells = new CellReader(reader, Schema, profile, log);
            while (reader.Read())
            {
                cells.TryGetCode(0, out ReadOnlySpan<byte> code);
                string center = Encoding.UTF8.GetString(code);
                cells.TryGetDate(1, out NodaTime.LocalDate date);
                cells.TryGetAmount(2, scale, out long amount);
                cells.TryGetOptionalQuantity(3, out long? quantity);
                if (log.EndRow())
                {
                    accepted.Add(FormattableString.Invariant(
                        $"{center} {date:uuuu'-'MM'-'dd} {amount} {quantity} {cells.GetText(4)}").TrimEnd());
                }
            }
        }

        return new Table(log, accepted);
    }
}
