using System.Text;
using CostCenters.Csv.Imports;
using CostCenters.Csv.Reading;
using CostCenters.Csv.Rows;
using CostCenters.Csv.Tables;

namespace CostCenters.Csv.Proposals;

/// <summary>Adds rows to a file of master data, in its own columns and dialect; what stands in it stays byte for byte.
/// </summary>
internal static class MasterAddition
{
    /// <summary>The bytes of the file with the rows behind them.</summary>
    /// <param name="bytes">The file.</param>
    /// <param name="schema">The columns of its table.</param>
    /// <param name="profile">Its dialect.</param>
    /// <param name="rows">The texts of each new row, in the order of the schema; empty for none.</param>
    /// <exception cref="IOException">The file cannot be read, or has no place for a text.</exception>
    public static byte[] Append(
        byte[] bytes, RowSchema schema, ImportProfile profile, IEnumerable<string[]> rows)
    {
        using TableReader table = TableReader.Open(
            CsvInput.FromStream(new MemoryStream(bytes), "master data"), schema, profile, default);
        HeaderMap header = table.Rows switch
        {
            RowReader plain => plain.Header,
            ShapedRows { HeaderNames: IReadOnlyList<string> names } => HeaderMap.Locate(names, schema, profile),
            _ => throw new IOException("The file has no header to add rows below."),
        };
        using var text = new MemoryStream();
        using (var writer = new RowWriter(
            text, Enumerable.Repeat("", header.CellCount), leaveOpen: true, (char)table.Rows!.Delimiter))
        {
            foreach (string[] row in rows)
            {
                writer.Row(Place(row, header, schema));
            }
        }

        Encoding encoding = profile.Settings.Encoding;
        string written = Encoding.UTF8.GetString(text.ToArray());
        string added = written[(written.IndexOf('\n', StringComparison.Ordinal) + 1)..];
        string before = bytes.Length == 0 || bytes.AsSpan().EndsWith(encoding.GetBytes("\n")) ? "" : "\n";
        return [.. bytes, .. encoding.GetBytes(before + added)];
    }

    private static string[] Place(string[] row, HeaderMap header, RowSchema schema)
    {
        string[] cells = new string[header.CellCount];
        Array.Fill(cells, "");
        for (int column = 0; column < row.Length; column++)
        {
            if (header.Positions[column] != HeaderMap.Absent)
            {
                cells[header.Positions[column]] = row[column];
            }
            else if (row[column].Length > 0)
            {
                throw new IOException(
                    $"The file has no column {schema.Columns[column]} for '{row[column]}'. Add the column.");
            }
        }

        return cells;
    }
}
