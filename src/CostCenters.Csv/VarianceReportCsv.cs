using CostCenters.Reports;
using CostCenters.Reports.Tables;

namespace CostCenters.Csv;

/// <summary>
/// Writes a whole variance report: the dimensions of the report, then
/// <c>measure,budget,actual,difference,percent,outcome</c>.
/// </summary>
/// <remarks>
/// UTF-8 without byte order mark, LF. Amounts have the decimals of the space; an absent budget and a percent of an
/// absent or zero budget are empty. Percent has two decimals, half away from zero. For other percentages, and for a
/// part of the rows, see <see cref="ReportTable"/> and <see cref="ReportTableCsv"/>.
/// </remarks>
public static class VarianceReportCsv
{
    /// <summary>The decimals of a written percent.</summary>
    public const int PercentDigits = 2;

    /// <summary>Writes a report.</summary>
    /// <param name="report">The report.</param>
    /// <param name="stream">Where to; left open.</param>
    /// <param name="threads">The most threads at work, 1 or more; what is written is the same for any number. The
    /// stream is used by one thread at a time.</param>
    /// <param name="cancellation">Ends the writing after some whole rows.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="threads"/> is below 1.</exception>
    /// <exception cref="OperationCanceledException">The token asked for it.</exception>
    public static void Write(
        VarianceReport report, Stream stream, int threads = 1, CancellationToken cancellation = default) =>
        ReportTableCsv.Write(
            ReportTable.Create(report, PercentDigits, MidpointRounding.AwayFromZero),
            stream,
            threads,
            null,
            cancellation);
}
