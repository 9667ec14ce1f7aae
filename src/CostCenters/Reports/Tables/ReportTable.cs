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

    /// <summary>What stands in the first column of a total.</summary>
    public const string Total = "total";

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

        return OfRows(report, material.Rows, material.Others, percentDigits, rounding);
    }

    /// <summary>The table of some rows of a report, in their order.</summary>
    /// <param name="report">The report.</param>
    /// <param name="rows">Rows of it.</param>
    /// <param name="percentDigits">Decimals of percentages, 0 to <see cref="Variance.MaxPercentDigits"/>.</param>
    /// <param name="rounding">Where a percentage halfway between two goes.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="percentDigits"/> is out of bounds, or
    /// <paramref name="rounding"/> is no rule.</exception>
    public static ReportTable Create(
        VarianceReport report, IEnumerable<VarianceRow> rows, int percentDigits, MidpointRounding rounding)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(rows);
        return OfRows(report, [.. rows], [], percentDigits, rounding);
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
        return OfRows(report, [.. leaves.Select(leaf => leaf.Row)], [], percentDigits, rounding);
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
        return OfRows(
            report,
            [.. all.Select(row => row.Row)],
            [],
            percentDigits,
            rounding,
            MoreColumns.Of(all, report.Comparison.Space.Scale));
    }

    /// <summary>The table of rows of a year to date: the columns of the report, then <c>year_budget</c>,
    /// <c>remaining</c>, <c>forecast</c> and <c>used_percent</c>.</summary>
    /// <param name="report">The report.</param>
    /// <param name="rows">Its rows with the outlook of the year, in their order.</param>
    /// <param name="percentDigits">Decimals of percentages, 0 to <see cref="Variance.MaxPercentDigits"/>.</param>
    /// <param name="rounding">Where a percentage halfway between two goes.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="percentDigits"/> is out of bounds, or
    /// <paramref name="rounding"/> is no rule.</exception>
    public static ReportTable Create(
        VarianceReport report, IEnumerable<OutlookRow> rows, int percentDigits, MidpointRounding rounding)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(rows);
        ImmutableArray<OutlookRow> all = [.. rows];
        return OfRows(
            report,
            [.. all.Select(row => row.Row)],
            [],
            percentDigits,
            rounding,
            MoreColumns.Of(all, report.Comparison.Space.Scale, percentDigits, rounding));
    }

    /// <summary>The table of a pivot: its dimensions and measure, a column named after each period, and <c>total</c>.
    /// </summary>
    /// <param name="pivot">The pivot.</param>
    /// <param name="rows">Rows of it, in their order.</param>
    /// <param name="figure">Which figure the columns hold.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="figure"/> is none of its values.</exception>
    public static ReportTable Create(PeriodPivot pivot, IEnumerable<PivotRow> rows, PivotFigure figure)
    {
        ArgumentNullException.ThrowIfNull(pivot);
        ArgumentNullException.ThrowIfNull(rows);
        _ = InputRange.Defined(figure);
        ImmutableArray<PivotRow> all = [.. rows];
        int digits = pivot.Report.Comparison.Space.Scale.Digits;
        return new ReportTable(
            [
                .. ColumnsOf(pivot.Report, 0).TakeWhile(column => column.Name != "budget"),
                .. pivot.Periods.Select(period =>
                    new ReportColumn(period.ToString(), ReportColumnKind.Amount, [], digits)),
                new("total", ReportColumnKind.Amount, [], digits),
            ],
            RowListReader.BlocksOf(all.Length),
            RowListReader.RowsAtOnce,
            table => new PivotReader(table, pivot, all, figure));
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

    /// <summary>The same table with the name of each center and element in a column behind its code:
    /// <c>center_name</c> as on the day of the report's tree, <c>element_name</c>.</summary>
    /// <param name="report">The report that the rows are of.</param>
    /// <exception cref="ArgumentNullException"><paramref name="report"/> is null.</exception>
    public ReportTable WithNames(VarianceReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        Cubes.CubeSpace space = report.Comparison.Space;
        var more = new List<(int Source, ReportColumn Column)>();
        for (int place = 0; place < Columns.Length; place++)
        {
            more.Add((place, Columns[place]));
            IEnumerable<string>? names = Columns[place].Name switch
            {
                "center" => space.Centers.Centers.Select(center => center.PlacedAt(report.Tree.AsOf).Name),
                "element" => space.Elements.Elements.Select(element => element.Name),
                _ => null,
            };
            if (names is not null)
            {
                more.Add((place, new ReportColumn(
                    Columns[place].Name + "_name",
                    ReportColumnKind.Name,
                    [.. names, .. Columns[place].Texts.Skip(names.Count())])));
            }
        }

        return Derived(more);
    }

    /// <summary>The same table with columns behind its own that say the same in every row, such as the currency.
    /// </summary>
    /// <param name="texts">The names of the columns and what they say.</param>
    /// <exception cref="ArgumentNullException"><paramref name="texts"/> is null.</exception>
    public ReportTable WithTexts(IEnumerable<KeyValuePair<string, string>> texts)
    {
        ArgumentNullException.ThrowIfNull(texts);
        return Derived(
        [
            .. Columns.Select((column, place) => (place, column)),
            .. texts.Select(text => (-1, new ReportColumn(text.Key, ReportColumnKind.Name, [text.Value]))),
        ]);
    }

    /// <summary>The same table with the rows of another behind its own: <see cref="Total"/> in the first column, and
    /// nothing in the other columns that the totals lack.</summary>
    /// <param name="totals">A table of the same kind by fewer dimensions, such as none.</param>
    /// <exception cref="ArgumentNullException"><paramref name="totals"/> is null.</exception>
    /// <exception cref="ArgumentException">The totals have a column that the table lacks or has with other decimals, or
    /// its first.</exception>
    public ReportTable WithTotals(ReportTable totals)
    {
        ArgumentNullException.ThrowIfNull(totals);
        var known = totals.Columns.Select((column, place) => (Key: KeyOf(column), place))
            .ToDictionary(column => column.Key, column => column.place);
        int[] sources = [.. Columns.Select(column => known.GetValueOrDefault(KeyOf(column), -1))];
        if (sources[0] >= 0 || sources.Count(source => source >= 0) != totals.Columns.Length)
        {
            throw new ArgumentException(
                "Totals of the same columns without the first dimension were expected.", nameof(totals));
        }

        ReportColumn first = Columns[0];
        ReportColumn named = new(first.Name, first.Kind, first.Texts.Add(Total), first.Digits, first.Title);
        return new ReportTable(
            Columns.SetItem(0, named),
            BlockCount + totals.BlockCount,
            Math.Max(RowsPerBlock, totals.RowsPerBlock),
            table => new AppendedReader(table, this, totals, sources));

        static (string, ReportColumnKind, int) KeyOf(ReportColumn column) => (column.Name, column.Kind, column.Digits);
    }

    /// <summary>A reader of blocks, for one thread.</summary>
    public ReportTableReader NewReader() => newReader(this);

    private static ReportTable OfRows(
        VarianceReport report,
        ImmutableArray<VarianceRow> rows,
        ImmutableArray<Variance> others,
        int percentDigits,
        MidpointRounding rounding,
        MoreColumns? more = null)
    {
        _ = InputRange.Rule(rounding);
        return new ReportTable(
            [.. ColumnsOf(report, percentDigits, others.IsEmpty ? [] : [Other]), .. more?.Columns ?? []],
            RowListReader.BlocksOf(rows.Length + others.Length),
            RowListReader.RowsAtOnce,
            table => new RowListReader(table, report, rows, others, more, rounding));
    }

    private ReportTable Derived(IReadOnlyList<(int Source, ReportColumn Column)> columns)
    {
        int[] sources = [.. columns.Select(column => column.Source)];
        return new ReportTable(
            [.. columns.Select(column => column.Column)],
            BlockCount,
            RowsPerBlock,
            table => new DerivedReader(table, NewReader(), sources));
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
