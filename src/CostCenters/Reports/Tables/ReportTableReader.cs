namespace CostCenters.Reports.Tables;

/// <summary>Reads the rows of a <see cref="ReportTable"/>, one block at a time. Not safe for use by several threads.
/// </summary>
public sealed class ReportTableReader
{
    private readonly ReportTable table;
    private readonly GroupSums sums;
    private readonly int percentDigits;
    private ReportCell[] cells = [];

    internal ReportTableReader(ReportTable table)
    {
        this.table = table;
        sums = new GroupSums(table.Report.Sums);
        percentDigits = table.Columns[^2].Digits;
    }

    /// <summary>How many rows the block has.</summary>
    public int RowCount { get; private set; }

    /// <summary>Reads a block in place of another.</summary>
    /// <param name="block">0 to less than <see cref="ReportTable.BlockCount"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="block"/> is out of bounds.</exception>
    public void Load(int block)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(block);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(block, table.BlockCount);
        sums.Load(block);
        RowCount = 0;
        int center = table.Report.NodeAt(block)?.Center.Index ?? 0;
        foreach (ReportFigure figure in ReportRows.Figures(table.Report.Sums.Slots, sums))
        {
            int width = table.Columns.Length;
            if (cells.Length < (RowCount + 1) * width)
            {
                Array.Resize(ref cells, Math.Max(16 * width, cells.Length * 2));
            }

            Fill(cells.AsSpan(RowCount * width, width), center, figure);
            RowCount++;
        }
    }

    /// <summary>The cells of a row of the block, one for each column; valid until the next block is read.</summary>
    /// <param name="row">0 to less than <see cref="RowCount"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="row"/> is out of bounds.</exception>
    public ReadOnlySpan<ReportCell> Row(int row)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(row);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(row, RowCount);
        return cells.AsSpan(row * table.Columns.Length, table.Columns.Length);
    }

    private void Fill(Span<ReportCell> row, int center, ReportFigure figure)
    {
        ReportSlots slots = table.Report.Sums.Slots;
        (int column, int group) = slots.PlaceOf(figure.Slot);
        int place = 0;
        if (slots.ByCenter)
        {
            row[place++] = new ReportCell(center, isAbsent: false);
        }

        if (slots.ByElement)
        {
            row[place++] = new ReportCell(slots.ElementNumberOf(column), isAbsent: false);
        }

        if (slots.ByPeriod)
        {
            row[place++] = new ReportCell(group, isAbsent: false);
        }

        row[place++] = new ReportCell((int)figure.Measure, isAbsent: false);
        row[place++] = new ReportCell(figure.Budget, !figure.HasBudget);
        row[place++] = new ReportCell(figure.Actual, isAbsent: false);
        row[place++] = new ReportCell(figure.Difference, isAbsent: false);
        row[place++] = figure.Budget == 0
            ? new ReportCell(0, isAbsent: true)
            : new ReportCell(figure.Percent(percentDigits, table.Rounding), isAbsent: false);
        row[place] = new ReportCell((int)figure.Outcome, isAbsent: false);
    }
}
