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
    private readonly ElementChart elements;
    private readonly Dictionary<FiscalPeriod, int> periods;
    private readonly DecimalScale scale;
    private readonly FigureCells figures;
    private readonly int otherText;

    public RowListReader(
        ReportTable table,
        VarianceReport report,
        ImmutableArray<VarianceRow> rows,
        ImmutableArray<Variance> others,
        MidpointRounding rounding)
        : base(table)
    {
        this.rows = rows;
        this.others = others;
        elements = report.Comparison.Space.Elements;
        periods = report.Comparison.Periods.Select((period, index) => (period, index)).ToDictionary();
        scale = report.Comparison.Space.Scale;
        figures = new FigureCells(table.Columns[^2].Digits, rounding);
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
                Add(rows[index]);
            }
            else
            {
                AddOther(others[index - rows.Length]);
            }
        }
    }

    private void Add(VarianceRow row)
    {
        Span<ReportCell> cells = NewRow();
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
