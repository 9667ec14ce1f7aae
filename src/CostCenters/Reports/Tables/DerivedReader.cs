namespace CostCenters.Reports.Tables;

/// <summary>Reads the rows of a table that repeats columns of another, or says the same in every row.</summary>
/// <param name="table">The table.</param>
/// <param name="inner">A reader of the other.</param>
/// <param name="sources">For each column the one that it repeats, or -1 for one that always holds its first text.
/// </param>
internal sealed class DerivedReader(ReportTable table, ReportTableReader inner, int[] sources)
    : ReportTableReader(table)
{
    private protected override void Fill(int block)
    {
        inner.Load(block);
        for (int index = 0; index < inner.RowCount; index++)
        {
            ReadOnlySpan<ReportCell> from = inner.Row(index);
            Span<ReportCell> row = NewRow();
            for (int column = 0; column < sources.Length; column++)
            {
                row[column] = sources[column] < 0 ? new ReportCell(0) : from[sources[column]];
            }
        }
    }
}
