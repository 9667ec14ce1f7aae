using System.Collections.Immutable;
using CostCenters.Calendars;
using CostCenters.Monetary;
using CostCenters.Structure;

namespace CostCenters.Reports.Tables;

/// <summary>Reads some rows of a report, and behind them rows for what is left out.</summary>
internal sealed class RowListReader : ReportTableReader
{
    /// <summary>Rows of a block: few enough to stay in the cache, many enough to be worth a turn.</summary>
    public const int RowsAtOnce = 256;

    private readonly ImmutableArray<VarianceRow> rows;
    private readonly ImmutableArray<Variance> others;
    private readonly MoreColumns? more;
    private readonly ElementChart elements;
    private readonly Dictionary<FiscalPeriod, int> periods;
    private readonly DecimalScale scale;
    private readonly FigureCells figures;
    private readonly int otherText;

    /// <summary>Prepares the reading of rows.</summary>
    /// <param name="table">The table.</param>
    /// <param name="report">The report that they are of.</param>
    /// <param name="rows">The rows.</param>
    /// <param name="others">What is left out.</param>
    /// <param name="more">Further columns, or null.</param>
    /// <param name="rounding">Where a percentage halfway between two goes.</param>
    public RowListReader(
        ReportTable table,
        VarianceReport report,
        ImmutableArray<VarianceRow> rows,
        ImmutableArray<Variance> others,
        MoreColumns? more,
        MidpointRounding rounding)
        : base(table)
    {
        this.rows = rows;
        this.others = others;
        this.more = more;
        elements = report.Comparison.Space.Elements;
        periods = report.Comparison.Periods.Select((period, index) => (period, index)).ToDictionary();
        scale = report.Comparison.Space.Scale;
        figures = new FigureCells(
            table.Columns.First(column => column.Kind == ReportColumnKind.Percent).Digits, rounding);
        otherText = table.Columns[0].Texts.Length - 1;
    }

    public static int BlocksOf(int count) => (count + RowsAtOnce - 1) / RowsAtOnce;

    private protected override void Fill(int block)
    {
        int end = Math.Min(rows.Length + others.Length, (block + 1) * RowsAtOnce);
        for (int index = block * RowsAtOnce; index < end; index++)
        {
            if (index < rows.Length)
            {
                Add(rows[index], index);
            }
            else
            {
                AddOther(others[index - rows.Length]);
            }
        }
    }

    private void Add(VarianceRow row, int index)
    {
        Span<ReportCell> cells = NewRow();
        if (more is not null)
        {
            more.Fill(index, cells[^more.Columns.Length..]);
            cells = cells[..^more.Columns.Length];
        }

        int place = 0;
        if (row.Center is CenterTreeNode node)
        {
            cells[place++] = new ReportCell(node.Center.Index);
        }

        if (row.Element is CostElement element)
        {
            cells[place++] = new ReportCell(elements.IndexOf(element.Code));
        }

        if (row.Period is FiscalPeriod period)
        {
            cells[place] = new ReportCell(periods[period]);
        }

        figures.Fill(cells, FigureOf(row.Variance));
    }

    private void AddOther(Variance rest)
    {
        Span<ReportCell> cells = NewRow();
        cells[..^FigureCells.Count].Fill(ReportCell.Absent);
        cells[0] = new ReportCell(otherText);
        figures.Fill(cells, FigureOf(rest));
    }

    private ReportFigure FigureOf(Variance variance) =>
        new(
            0,
            variance.Measure,
            variance.Budget is not null,
            scale.ToWideCount(variance.Budget ?? 0m),
            scale.ToWideCount(variance.Actual));
}
