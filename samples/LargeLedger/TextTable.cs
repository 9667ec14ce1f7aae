using CostCenters.Reports.Tables;

namespace CostCenters.Samples.LargeLedger;

/// <summary>The first rows of a report, as plain text in columns.</summary>
internal static class TextTable
{
    private const int Gap = 2;

    public static void Write(ReportTable table, int most, int rows, TextWriter output)
    {
        IReadOnlyList<string?>[] lines =
            [[.. table.Columns.Select(column => column.Name)], .. table.Texts().Take(most)];
        int[] widths = [.. table.Columns.Select((_, column) => lines.Max(line => line[column]?.Length ?? 0))];
        output.WriteLine();
        foreach (IReadOnlyList<string?> line in lines)
        {
            var cells = line.Select((cell, column) =>
                table.Columns[column].IsNumber
                    ? (cell ?? "").PadLeft(widths[column])
                    : (cell ?? "").PadRight(widths[column]));
            output.WriteLine(string.Join(new string(' ', Gap), cells).TrimEnd());
        }

        if (rows > most)
        {
            output.WriteLine(FormattableString.Invariant($"and {rows - most:N0} more rows"));
        }
    }
}
