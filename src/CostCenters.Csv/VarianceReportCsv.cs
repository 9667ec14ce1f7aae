using System.Globalization;
using CostCenters.Csv.Rows;
using CostCenters.Reports;
using CostCenters.Reports.Reading;
using CostCenters.Reports.Tables;

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

    /// <summary>What stands in the first column of a row for what materiality leaves out.</summary>
    public const string Other = "other";

    private const int FigureColumns = 6;

    /// <summary>The rows, about, that a thread makes before it waits for its turn to write them.</summary>
    private const int RowsAtOnce = 4_096;

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

        cells.AddRange(FigureCells(row.Variance, digits));
        return cells;
    }

    /// <summary>
    /// The cells of the row for what materiality leaves out: <see cref="Other"/> in the first column.
    /// </summary>
    /// <param name="rest">The rest of one measure.</param>
    /// <param name="dimensions">By what the report is broken down; at least one.</param>
    /// <param name="digits">The decimals of its amounts.</param>
    /// <exception cref="ArgumentException">There is no dimension, so nothing can be left out.</exception>
    public static IReadOnlyList<string?> OtherCells(Variance rest, ReportDimensions dimensions, int digits)
    {
        int empty = Columns(dimensions).Count - FigureColumns - 1;
        return empty < 0
            ? throw new ArgumentException("A report without dimensions has no other rows.", nameof(dimensions))
            : [Other, .. Enumerable.Repeat<string?>(null, empty), .. FigureCells(rest, digits)];
    }

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
        VarianceReport report, Stream stream, int threads = 1, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        cancellation.ThrowIfCancellationRequested();
        Write(report, [], [], stream);
        var table = ReportTable.Of(report, PercentDigits, MidpointRounding.AwayFromZero);
        byte[][][] texts = ReportFormatter.TextsOf(table);
        int blocksAtOnce = Math.Max(1, RowsAtOnce / Math.Max(1, table.RowsPerBlock));
        int parts = (table.BlockCount + blocksAtOnce - 1) / blocksAtOnce;
        var output = new OrderedOutput(stream, parts, () =>
        {
            var formatter = new ReportFormatter(table, texts);
            return (part, target) =>
            {
                int first = part * blocksAtOnce;
                int end = Math.Min(first + blocksAtOnce, table.BlockCount);
                for (int block = first; block < end; block++)
                {
                    formatter.Format(block, target);
                }
            };
        });
        output.Write(threads, cancellation);
    }

    /// <summary>Writes the material rows of a report, and then what they leave out.</summary>
    /// <param name="report">The report.</param>
    /// <param name="material">Its material rows.</param>
    /// <param name="stream">Where to; left open.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static void Write(VarianceReport report, MaterialRows material, Stream stream)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(material);
        Write(report, material.Rows, material.Others, stream);
    }

    /// <summary>Writes some leaves of a report, in their order.</summary>
    /// <param name="report">The report.</param>
    /// <param name="leaves">Leaves of its ranking.</param>
    /// <param name="stream">Where to; left open.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static void Write(VarianceReport report, IEnumerable<RankedVariance> leaves, Stream stream)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(leaves);
        Write(report, leaves.Select(leaf => leaf.Row), [], stream);
    }

    private static void Write(
        VarianceReport report, IEnumerable<VarianceRow> rows, IEnumerable<Variance> others, Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        int digits = report.Comparison.Space.Scale.Digits;
        using var writer = new RowWriter(stream, Columns(report.Dimensions), leaveOpen: true);
        foreach (IReadOnlyList<string?> cells in rows.Select(row => Cells(row, digits))
            .Concat(others.Select(rest => OtherCells(rest, report.Dimensions, digits))))
        {
            writer.Row(cells);
        }
    }

    private static string?[] FigureCells(Variance variance, int digits) =>
    [
        variance.Measure.ToString().ToLowerInvariant(),
        variance.Budget is decimal budget ? Number(budget, digits) : null,
        Number(variance.Actual, digits),
        Number(variance.Difference, digits),
        variance.Percent(PercentDigits, MidpointRounding.AwayFromZero) is decimal percent
            ? Number(percent, PercentDigits)
            : null,
        variance.Outcome.ToString().ToLowerInvariant(),
    ];

    /// <summary>A decimal of magnitude 0 may carry a sign, which a reader would take for a fault.</summary>
    internal static string Number(decimal value, int digits) =>
        (value == 0m ? 0m : value).ToString($"F{digits}", CultureInfo.InvariantCulture);
}
