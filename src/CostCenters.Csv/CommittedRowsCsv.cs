using CostCenters.Csv.Rows;
using CostCenters.Reports;
using CostCenters.Reports.Reading;

namespace CostCenters.Csv;

/// <summary>Writes a report with open orders: the columns of the report, then <c>committed,available</c>.</summary>
/// <remarks>Both are empty but for costs, and <c>available</c> where there is no budget.</remarks>
public static class CommittedRowsCsv
{
    /// <summary>The columns, in order.</summary>
    /// <param name="dimensions">The dimensions of the report.</param>
    public static IReadOnlyList<string> Columns(ReportDimensions dimensions) =>
        [.. VarianceReportCsv.Columns(dimensions), "committed", "available"];

    /// <summary>The cells of a row, in the order of the columns.</summary>
    /// <param name="row">The row.</param>
    /// <param name="digits">The decimals of its amounts.</param>
    public static IReadOnlyList<string?> Cells(CommittedRow row, int digits) =>
        [.. VarianceReportCsv.Cells(row.Row, digits), Number(row.Committed, digits), Number(row.Available, digits)];

    /// <summary>Writes rows.</summary>
    /// <param name="report">The report that they are of.</param>
    /// <param name="rows">The rows, in order.</param>
    /// <param name="stream">Where to; left open.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static void Write(VarianceReport report, IEnumerable<CommittedRow> rows, Stream stream)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(stream);
        int digits = report.Comparison.Space.Scale.Digits;
        using var writer = new RowWriter(stream, Columns(report.Dimensions), leaveOpen: true);
        foreach (CommittedRow row in rows)
        {
            writer.Row(Cells(row, digits));
        }
    }

    private static string? Number(decimal? value, int digits) =>
        value is decimal amount ? VarianceReportCsv.Number(amount, digits) : null;
}
