namespace CostCenters.Cubes;

/// <summary>A column that has room for the cells in use alone.</summary>
/// <param name="cells">The cells in use, in order.</param>
/// <param name="sums">Their sums.</param>
internal sealed class SparseCells(long[] cells, long[] sums) : CellColumn
{
    public override int Count => cells.Length;

    /// <summary>The cells in use, in order.</summary>
    public ReadOnlySpan<long> Cells => cells;

    /// <summary>Their sums.</summary>
    public ReadOnlySpan<long> Sums => sums;

    public override bool TryGet(long cell, out long sum)
    {
        int index = Array.BinarySearch(cells, cell);
        sum = index < 0 ? 0 : sums[index];
        return index >= 0;
    }

    public override int ReadRow(long first, Span<int> indexes, Span<long> rowSums)
    {
        int start = IndexFrom(first);
        int end = start;
        for (; end < cells.Length && cells[end] < first + indexes.Length; end++)
        {
            indexes[end - start] = (int)(cells[end] - first);
            rowSums[end - start] = sums[end];
        }

        return end - start;
    }

    public override void CopyRow(long first, Span<long> rowSums)
    {
        rowSums.Clear();
        for (int index = IndexFrom(first); index < cells.Length && cells[index] < first + rowSums.Length; index++)
        {
            rowSums[(int)(cells[index] - first)] = sums[index];
        }
    }

    public override void MarkRow(long first, int length, Span<ulong> present)
    {
        for (int index = IndexFrom(first); index < cells.Length && cells[index] < first + length; index++)
        {
            int place = (int)(cells[index] - first);
            present[place >> 6] |= 1UL << (place & 63);
        }
    }

    public override void AddTo(CellSums target) => target.Add(cells, sums);

    private int IndexFrom(long cell)
    {
        int index = Array.BinarySearch(cells, cell);
        return index < 0 ? ~index : index;
    }
}
