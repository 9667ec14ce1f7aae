using System.Globalization;
using CostCenters.Csv.Rows;
using CostCenters.Variances;

namespace CostCenters.Csv;

/// <summary>
/// Writes a variance report: the dimensions of the report, then
/// <c>measure,budget,actual,difference,percent,outcome</c>.
/// </summary>
/// <remarks>
/// UTF-8 without byte order mark, LF. Amounts have the decimals of the space; an absent budget and a percent of an
/// absent or zero budget are empty. Percent has two decimals, half away from zero.
/// </remarks>
public static class VarianceReportCsv
{
    /// <summary>The decimals of a written percent.</summary>
    public const int PercentDigits = 2;

    /// <summary>The columns of a report, in order.</summary>
    /// <param name="dimensions">By what the report is broken down.</param>
    public static IReadOnlyList<string> Columns(ReportDimensions dimensions) =>
    [
        .. Enum.GetValues<ReportDimensions>()
            .Where(dimension => dimension != ReportDimensions.None && dimensions.HasFlag(dimension))
            .Select(dimension => dimension.ToString().ToLowerInvariant()),
        "measure", "budget", "actual", "difference", "percent", "outcome",
    ];

    /// <summary>The cells of a row, in the order of <see cref="Columns"/>; null where absent.</summary>
    /// <param name="row">The row.</param>
    /// <param name="digits">The decimals of its amounts.</param>
    public static IReadOnlyList<string?> Cells(VarianceRow row, int digits)
    {
        Variance variance = row.Variance;
        var cells = new List<string?>(9);
        if (row.Center is { } center)
        {
            cells.Add(center.Center.Code.Value);
        }

        if (row.Element is { } element)
        {
            cells.Add(element.Code.Value);
        }

        if (row.Period is { } period)
        {
            cells.Add(period.ToString());
        }

        cells.Add(variance.Measure.ToString().ToLowerInvariant());
        cells.Add(variance.Budget is decimal budget ? Number(budget, digits) : null);
        cells.Add(Number(variance.Actual, digits));
        cells.Add(Number(variance.Difference, digits));
        cells.Add(variance.Percent(PercentDigits, MidpointRounding.AwayFromZero) is decimal percent
            ? Number(percent, PercentDigits)
            : null);
        cells.Add(variance.Outcome.ToString().ToLowerInvariant());
        return cells;
    }

    /// <summary>Writes a report.</summary>
    /// <param name="report">The report.</param>
    /// <param name="stream">Where to; left open.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static void Write(VarianceReport report, Stream stream)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(stream);
        int digits = report.Comparison.Space.Scale.Digits;
        using var writer = new RowWriter(stream, Columns(report.Dimensions), leaveOpen: true);
        foreach (VarianceRow row in report.Rows)
        {
            foreach (string? cell in Cells(row, digits))
            {
                writer.Code(cell);
            }

            writer.EndRow();
        }
    }

    /// <summary>A decimal of magnitude 0 may carry a sign, which a reader would take for a fault.</summary>
    private static string Number(decimal value, int digits) =>
        (value == 0m ? 0m : value).ToString($"F{digits}", CultureInfo.InvariantCulture);
}
