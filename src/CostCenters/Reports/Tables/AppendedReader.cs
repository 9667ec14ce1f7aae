namespace CostCenters.Reports.Tables;

/// <summary>Reads the rows of a table, and behind them those of its totals.</summary>
/// <param name="table">The table.</param>
/// <param name="rows">The table that has the rows.</param>
/// <param name="totals">The table that has the totals.</param>
/// <param name="sources">For each column that of the totals, or -1 where they have none.</param>
internal sealed class AppendedReader(ReportTable table, ReportTable rows, ReportTable totals, int[] sources)
    : ReportTableReader(table)
{
    private readonly ReportTableReader rowReader = rows.NewReader();
    private readonly ReportTableReader totalReader = totals.NewReader();
    private readonly ReportCell word = new(rows.Columns[0].Texts.Length);

    private protected override void Fill(int block)
    {
        bool isTotal = block >= rows.BlockCount;
        ReportTableReader reader = isTotal ? totalReader : rowReader;
        reader.Load(isTotal ? block - rows.BlockCount : block);
        for (int row = 0; row < reader.RowCount; row++)
        {
            if (isTotal)
            {
                AddTotal(reader.Row(row));
            }
            else
            {
                reader.Row(row).CopyTo(NewRow());
            }
        }
    }

    private void AddTotal(ReadOnlySpan<ReportCell> from)
    {
        Span<ReportCell> cells = NewRow();
        for (int column = 0; column < sources.Length; column++)
        {
            cells[column] = sources[column] < 0 ? ReportCell.Absent : from[sources[column]];
        }

        cells[0] = word;
    }
}
