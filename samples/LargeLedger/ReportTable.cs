using CostCenters.Csv;
using CostCenters.Reports;

namespace CostCenters.Samples.LargeLedger;

/// <summary>The first rows of a report, as plain text in columns.</summary>
internal static class ReportTable
{
    private const int Gap = 2;
    private const int FigureColumns = 4;

    public static void Write(VarianceReport report, int most, int rows, TextWriter output)
    {
        IReadOnlyList<string> columns = VarianceReportCsv.Columns(report.Dimensions);
        int digits = report.Comparison.Space.Scale.Digits;
        IReadOnlyList<string?>[] lines =
            [columns, .. report.Rows.Take(most).Select(row => VarianceReportCsv.Cells(row, digits))];
        int[] widths = [.. columns.Select((_, column) => lines.Max(line => line[column]?.Length ?? 0))];
        int firstFigure = columns.Count - FigureColumns - 1;
        output.WriteLine();
        foreach (IReadOnlyList<string?> line in lines)
        {
            var cells = line.Select((cell, column) =>
                column >= firstFigure && column < columns.Count - 1
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
