namespace CostCenters.Cubes.Columns;

/// <summary>A column that has room for the cells in use alone.</summary>
/// <param name="cells">The cells in use, row x length + place, in order.</param>
/// <param name="sums">Their sums.</param>
/// <param name="rowLength">How many places a row has.</param>
internal sealed class SparseCells(long[] cells, long[] sums, int rowLength) : CellColumn(rowLength)
{
    public override int Count => cells.Length;

    public override bool HoldsFew => true;

    public override bool TryGet(int row, int place, out long sum)
    {
        int index = place < RowLength ? Array.BinarySearch(cells, FirstOf(row) + place) : -1;
        sum = index < 0 ? 0 : sums[index];
        return index >= 0;
    }

    public override int ReadRow(int row, Span<int> places, Span<long> rowSums)
    {
        ReadOnlySpan<long> inUse = CellsFrom(row, 0, RowLength, out int start);
        for (int i = 0; i < inUse.Length; i++)
        {
            places[i] = (int)(inUse[i] - FirstOf(row));
            rowSums[i] = sums[start + i];
        }

        return inUse.Length;
    }

    public override ReadOnlySpan<long> Row(int row, Span<long> buffer)
    {
        Span<long> rowSums = buffer[..RowLength];
        rowSums.Clear();
        ReadOnlySpan<long> inUse = CellsFrom(row, 0, RowLength, out int start);
        for (int i = 0; i < inUse.Length; i++)
        {
            rowSums[(int)(inUse[i] - FirstOf(row))] = sums[start + i];
        }

        return rowSums;
    }

    public override ulong PresentFrom(int row, int place)
    {
        ulong present = 0;
        foreach (long cell in CellsFrom(row, place, Math.Min(place + 64, RowLength), out _))
        {
            present |= 1UL << (int)(cell - FirstOf(row) - place);
        }

        return present;
    }

    public override void MarkRow(int row, Span<ulong> present)
    {
        foreach (long cell in CellsFrom(row, 0, RowLength, out _))
        {
            int place = (int)(cell - FirstOf(row));
            present[place >> 6] |= 1UL << (place & 63);
        }
    }

    public override void AddTo(CellSums target) => target.Add(cells, sums, RowLength);

    public override void AddTo(RowSums target, bool keepsRows, ColumnMap map)
    {
        for (int i = 0; i < cells.Length; i++)
        {
            (long row, long place) = Math.DivRem(cells[i], RowLength);
            target.Add(keepsRows ? (int)row : 0, map.ColumnOf((int)place), sums[i]);
        }
    }

    private long FirstOf(int row) => (long)row * RowLength;

    /// <summary>The cells in use between two places of a row, and the index of the first of them.</summary>
    private ReadOnlySpan<long> CellsFrom(int row, int place, int end, out int start)
    {
        int index = Array.BinarySearch(cells, FirstOf(row) + place);
        start = index < 0 ? ~index : index;
        int stop = start;
        while (stop < cells.Length && cells[stop] < FirstOf(row) + end)
        {
            stop++;
        }

        return cells.AsSpan(start..stop);
    }
}
