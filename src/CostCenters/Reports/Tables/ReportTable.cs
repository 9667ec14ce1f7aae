using System.Collections.Immutable;
using CostCenters.Explanations;
using CostCenters.Monetary;
using CostCenters.Reports.Reading;

namespace CostCenters.Reports.Tables;

/// <summary>A report as a table of typed cells, from which files and screens are written.</summary>
/// <remarks>
/// <para>The columns of a variance report are its dimensions, then measure, budget, actual, difference, percent and
/// outcome; those of a bridge are step, amount and running. The rows are those of the report, in its order, in blocks:
/// one center each, or some rows of a list. The cells hold counts, so that writers need not go by decimals.</para>
/// <para>Immutable; several threads may read blocks at the same time, each by a reader of its own.</para>
/// </remarks>
public sealed class ReportTable
{
    /// <summary>What stands in the first column of a row for what materiality leaves out.</summary>
    public const string Other = "other";

    private readonly Func<ReportTable, ReportTableReader> newReader;

    private ReportTable(
        ImmutableArray<ReportColumn> columns,
        int blockCount,
        int rowsPerBlock,
        Func<ReportTable, ReportTableReader> newReader)
    {
        Columns = columns;
        BlockCount = blockCount;
        RowsPerBlock = rowsPerBlock;
        this.newReader = newReader;
    }

    /// <summary>The columns, in order.</summary>
    public ImmutableArray<ReportColumn> Columns { get; }

    /// <summary>How many blocks of rows there are; some may be empty.</summary>
    public int BlockCount { get; }

    /// <summary>About how many rows a block has at most.</summary>
    public int RowsPerBlock { get; }

    /// <summary>The table of a report.</summary>
    /// <param name="report">The report.</param>
    /// <param name="percentDigits">Decimals of percentages, 0 to <see cref="Variance.MaxPercentDigits"/>.</param>
    /// <param name="rounding">Where a percentage halfway between two goes.</param>
    /// <exception cref="ArgumentNullException"><paramref name="report"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="percentDigits"/> is out of bounds, or
    /// <paramref name="rounding"/> is no rule.</exception>
    public static ReportTable Create(VarianceReport report, int percentDigits, MidpointRounding rounding)
    {
        ArgumentNullException.ThrowIfNull(report);
        _ = InputRange.Rule(rounding);
        return new ReportTable(
            ColumnsOf(report, percentDigits),
            report.Sums.NodeCount,
            report.Sums.Slots.Count,
            table => new CenterBlockReader(table, report, rounding));
    }

    /// <summary>The table of the material rows of a report, and behind them of what they leave out.</summary>
    /// <param name="report">The report.</param>
    /// <param name="material">Its material rows.</param>
    /// <param name="percentDigits">Decimals of percentages, 0 to <see cref="Variance.MaxPercentDigits"/>.</param>
    /// <param name="rounding">Where a percentage halfway between two goes.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">Rows are left out of a report without dimensions, in which no column could
    /// say so.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="percentDigits"/> is out of bounds, or
    /// <paramref name="rounding"/> is no rule.</exception>
    public static ReportTable Create(
        VarianceReport report, MaterialRows material, int percentDigits, MidpointRounding rounding)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(material);
        if (!material.Others.IsEmpty && report.Dimensions == ReportDimensions.None)
        {
            throw new ArgumentException("A report without dimensions has no other rows.", nameof(report));
        }

        return OfRows(report, material.Rows, material.Others, null, percentDigits, rounding);
    }

    /// <summary>The table of some leaves of a report, in their order.</summary>
    /// <param name="report">The report.</param>
    /// <param name="leaves">Leaves of its ranking.</param>
    /// <param name="percentDigits">Decimals of percentages, 0 to <see cref="Variance.MaxPercentDigits"/>.</param>
    /// <param name="rounding">Where a percentage halfway between two goes.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="percentDigits"/> is out of bounds, or
    /// <paramref name="rounding"/> is no rule.</exception>
    public static ReportTable Create(
        VarianceReport report, IEnumerable<RankedVariance> leaves, int percentDigits, MidpointRounding rounding)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(leaves);
        return OfRows(report, [.. leaves.Select(leaf => leaf.Row)], [], null, percentDigits, rounding);
    }

    /// <summary>The table of rows with open orders: the columns of the report, then <c>committed</c> and
    /// <c>available</c>.</summary>
    /// <param name="report">The report.</param>
    /// <param name="rows">Its rows with open orders, in their order.</param>
    /// <param name="percentDigits">Decimals of percentages, 0 to <see cref="Variance.MaxPercentDigits"/>.</param>
    /// <param name="rounding">Where a percentage halfway between two goes.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="percentDigits"/> is out of bounds, or
    /// <paramref name="rounding"/> is no rule.</exception>
    public static ReportTable Create(
        VarianceReport report, IEnumerable<CommittedRow> rows, int percentDigits, MidpointRounding rounding)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(rows);
        ImmutableArray<CommittedRow> all = [.. rows];
        return OfRows(report, [.. all.Select(row => row.Row)], [], all, percentDigits, rounding);
    }

    /// <summary>The table of a bridge: its budget, each step by the code of its center or element or by its period, and
    /// its actual; every row with what the bridge has reached by then.</summary>
    /// <param name="bridge">The bridge.</param>
    /// <exception cref="ArgumentNullException"><paramref name="bridge"/> is null.</exception>
    public static ReportTable Create(Bridge bridge)
    {
        ArgumentNullException.ThrowIfNull(bridge);
        int digits = bridge.Scale.Digits;
        ImmutableArray<ReportColumn> columns =
        [
            new("step", ReportColumnKind.Code, ["budget", .. bridge.Steps.Select(step => step.Code), "actual"]),
            new("amount", ReportColumnKind.Amount, [], digits),
            new("running", ReportColumnKind.Amount, [], digits),
        ];
        return new ReportTable(columns, 1, bridge.Steps.Length + 2, table => new BridgeReader(table, bridge));
    }

    /// <summary>A reader of blocks, for one thread.</summary>
    public ReportTableReader NewReader() => newReader(this);

    private static ReportTable OfRows(
        VarianceReport report,
        ImmutableArray<VarianceRow> rows,
        ImmutableArray<Variance> others,
        ImmutableArray<CommittedRow>? committed,
        int percentDigits,
        MidpointRounding rounding)
    {
        _ = InputRange.Rule(rounding);
        ImmutableArray<ReportColumn> columns = ColumnsOf(report, percentDigits, others.IsEmpty ? [] : [Other]);
        int digits = report.Comparison.Space.Scale.Digits;
        return new ReportTable(
            committed is null
                ? columns
                :
                [
                    .. columns,
                    new("committed", ReportColumnKind.Amount, [], digits),
                    new("available", ReportColumnKind.Amount, [], digits),
                ],
            RowListReader.BlocksOf(rows.Length + others.Length),
            RowListReader.RowsAtOnce,
            table => new RowListReader(table, report, rows, others, committed ?? [], rounding));
    }

    /// <summary>The columns of a report.</summary>
    /// <param name="report">The report.</param>
    /// <param name="percentDigits">Decimals of percentages.</param>
    /// <param name="more">What the first column can say beside the codes or periods of its dimension.</param>
    private static ImmutableArray<ReportColumn> ColumnsOf(
        VarianceReport report, int percentDigits, params ReadOnlySpan<string> more)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(percentDigits);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(percentDigits, Variance.MaxPercentDigits);
        ReportSlots slots = report.Sums.Slots;
        Cubes.CubeSpace space = report.Comparison.Space;
        var columns = ImmutableArray.CreateBuilder<ReportColumn>();
        if (slots.ByCenter)
        {
            columns.Add(Codes("center", space.Centers.Centers.Select(center => center.Code.Value), more));
            more = [];
        }

        if (slots.ByElement)
        {
            columns.Add(Codes("element", space.Elements.Elements.Select(element => element.Code.Value), more));
            more = [];
        }

        if (slots.ByPeriod)
        {
            IEnumerable<string> periods = report.Comparison.Periods.Select(period => period.ToString());
            columns.Add(new ReportColumn("period", ReportColumnKind.Period, [.. periods, .. more]));
        }

        int digits = space.Scale.Digits;
        columns.Add(new ReportColumn("measure", ReportColumnKind.Measure, Names<Measure>()));
        columns.Add(new ReportColumn(
            "budget", ReportColumnKind.Amount, [], digits, report.Comparison.BudgetName));
        columns.Add(new ReportColumn(
            "actual", ReportColumnKind.Amount, [], digits, report.Comparison.ActualName));
        columns.Add(new ReportColumn("difference", ReportColumnKind.Amount, [], digits));
        columns.Add(new ReportColumn("percent", ReportColumnKind.Percent, [], percentDigits));
        columns.Add(new ReportColumn("outcome", ReportColumnKind.Outcome, Names<Outcome>()));
        return columns.ToImmutable();
    }

    private static ReportColumn Codes(string name, IEnumerable<string> codes, ReadOnlySpan<string> more) =>
        new(name, ReportColumnKind.Code, [.. codes, .. more]);

    private static ImmutableArray<string> Names<T>()
        where T : struct, Enum =>
        [.. Enum.GetNames<T>().Select(name => name.ToLowerInvariant())];
}
