using System.Text;
using CostCenters.Csv.Imports;
using CostCenters.Csv.Rows;

namespace CostCenters.Csv.Detection;

/// <summary>A row of the sample by some dialect.</summary>
/// <param name="Line">Where it starts.</param>
/// <param name="Cells">Its cells as they stand; none for a row whose quotes or bytes are broken.</param>
/// <param name="IsBroken">Whether it is.</param>
internal sealed record SampleRow(long Line, string[] Cells, bool IsBroken)
{
    /// <summary>How many cells are filled.</summary>
    public int Filled { get; } = Cells.Count(cell => !string.IsNullOrWhiteSpace(cell));

    /// <summary>A cell without white space around it; empty beyond the last one.</summary>
    public string this[int position] => position < Cells.Length ? Cells[position].Trim() : "";

    /// <summary>Splits the sample as the importers do; what stops them is told by <paramref name="stop"/>.</summary>
    public static List<SampleRow> ReadAll(FileSample sample, ImportProfile profile, out string? stop)
    {
        var log = new ImportLog("sample", tellsValues: true);
        List<SampleRow> rows = [];
        using FileRows? file = FileRows.Open(
            CsvInput.FromStream(new MemoryStream(sample.Bytes), "sample"), profile, log, CancellationToken.None);
        while (file?.ReadAny() is bool isWhole)
        {
            string[] cells = new string[isWhole ? file.CellCount : 0];
            for (int position = 0; position < cells.Length; position++)
            {
                cells[position] = Encoding.UTF8.GetString(file.Cell(position));
            }

            rows.Add(new SampleRow(file.Line, cells, !isWhole));
        }

        if (!sample.IsWhole && rows.Count > 1)
        {
            rows.RemoveAt(rows.Count - 1);
        }

        stop = log.IsStopped ? log.Issues.First(issue => issue.Severity == ImportSeverity.FileStopped).Message : null;
        return rows;
    }
}
