using System.Collections.Immutable;
using CostCenters.Monetary;
using CostCenters.Reports.Reading;
using CostCenters.Structure;

namespace CostCenters.Reports.Tables;

/// <summary>Reads rows of a pivot.</summary>
internal sealed class PivotReader(
    ReportTable table, PeriodPivot pivot, ImmutableArray<PivotRow> rows, PivotFigure figure)
    : ReportTableReader(table)
{
    private readonly ElementChart elements = pivot.Report.Comparison.Space.Elements;
    private readonly DecimalScale scale = pivot.Report.Comparison.Space.Scale;

    private protected override void Fill(int block)
    {
        int end = Math.Min(rows.Length, (block + 1) * RowListReader.RowsAtOnce);
        foreach (PivotRow row in rows[(block * RowListReader.RowsAtOnce)..end])
        {
            Add(row);
        }
    }

    private void Add(PivotRow row)
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

        cells[place++] = new ReportCell((int)row.Measure);
        foreach (Variance? ofPeriod in row.Periods)
        {
            cells[place++] = CellOf(ofPeriod);
        }

        cells[place] = CellOf(row.Total);
    }

    private ReportCell CellOf(Variance? variance)
    {
        decimal? number = figure switch
        {
            PivotFigure.Budget => variance?.Budget,
            PivotFigure.Actual => variance?.Actual,
            _ => variance?.Difference,
        };
        return number is decimal known ? new ReportCell(scale.ToWideCount(known)) : ReportCell.Absent;
    }
}
