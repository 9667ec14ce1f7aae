namespace CostCenters.Reports.Tables;

/// <summary>Reads the rows of a <see cref="ReportTable"/>, one block at a time. Not safe for use by several threads.
/// </summary>
public abstract class ReportTableReader
{
    private readonly int width;
    private readonly int blockCount;
    private ReportCell[] cells = [];

    private protected ReportTableReader(ReportTable table)
    {
        width = table.Columns.Length;
        blockCount = table.BlockCount;
    }

    /// <summary>How many rows the block has.</summary>
    public int RowCount { get; private set; }

    /// <summary>Reads a block in place of another.</summary>
    /// <param name="block">0 to less than <see cref="ReportTable.BlockCount"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="block"/> is out of bounds.</exception>
    public void Load(int block)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(block);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(block, blockCount);
        RowCount = 0;
        Fill(block);
    }

    /// <summary>The cells of a row of the block, one for each column; valid until the next block is read.</summary>
    /// <param name="row">0 to less than <see cref="RowCount"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="row"/> is out of bounds.</exception>
    public ReadOnlySpan<ReportCell> Row(int row)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(row);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(row, RowCount);
        return cells.AsSpan(row * width, width);
    }

    /// <summary>Adds the rows of a block.</summary>
    private protected abstract void Fill(int block);

    /// <summary>The cells of one more row, to be set.</summary>
    private protected Span<ReportCell> NewRow()
    {
        if (cells.Length < (RowCount + 1) * width)
        {
            Array.Resize(ref cells, Math.Max(16 * width, cells.Length * 2));
        }

        return cells.AsSpan(RowCount++ * width, width);
    }
}
