using System.Numerics;

namespace CostCenters.Cubes.Columns;

/// <summary>A column that has room for the cells in use alone.</summary>
/// <param name="cells">The cells in use, row x length + place, in order.</param>
/// <param name="sums">Their sums.</param>
/// <param name="rowLength">How many places a row has.</param>
/// <typeparam name="TCell">The type of the number of a cell.</typeparam>
/// <typeparam name="TSum">The type of a sum.</typeparam>
internal sealed class SparseCells<TCell, TSum>(TCell[] cells, TSum[] sums, int rowLength) : CellColumn(rowLength)
    where TCell : unmanaged, IBinaryInteger<TCell>
    where TSum : unmanaged, IBinaryInteger<TSum>
{
    private readonly CellDirectory<TCell> directory = new(cells);

    public override int Count => cells.Length;

    public override bool HoldsFew => true;

    public override bool TryGet(int row, int place, out long sum)
    {
        int index = place < RowLength ? directory.IndexOf(FirstOf(row) + place) : -1;
        sum = index < 0 ? 0 : SumAt(index);
        return index >= 0;
    }

    public override int ReadRow(int row, Span<int> places, Span<long> rowSums)
    {
        ReadOnlySpan<TCell> inUse = CellsFrom(row, 0, RowLength, out int start);
        for (int i = 0; i < inUse.Length; i++)
        {
            places[i] = PlaceOf(inUse[i], row);
            rowSums[i] = SumAt(start + i);
        }

        return inUse.Length;
    }

    public override ReadOnlySpan<long> Row(int row, Span<long> buffer)
    {
        Span<long> rowSums = buffer[..RowLength];
        rowSums.Clear();
        ReadOnlySpan<TCell> inUse = CellsFrom(row, 0, RowLength, out int start);
        for (int i = 0; i < inUse.Length; i++)
        {
            rowSums[PlaceOf(inUse[i], row)] = SumAt(start + i);
        }

        return rowSums;
    }

    public override ulong PresentFrom(int row, int place)
    {
        ulong present = 0;
        foreach (TCell cell in CellsFrom(row, place, Math.Min(place + 64, RowLength), out _))
        {
            present |= 1UL << (PlaceOf(cell, row) - place);
        }

        return present;
    }

    public override void MarkRow(int row, Span<ulong> present)
    {
        foreach (TCell cell in CellsFrom(row, 0, RowLength, out _))
        {
            int place = PlaceOf(cell, row);
            present[place >> 6] |= 1UL << (place & 63);
        }
    }

    public override void AddTo(CellSums target)
    {
        const int batch = 1_024;
        Span<long> batchCells = stackalloc long[batch];
        Span<long> batchSums = stackalloc long[batch];
        for (int first = 0; first < cells.Length; first += batch)
        {
            int count = Math.Min(batch, cells.Length - first);
            for (int i = 0; i < count; i++)
            {
                batchCells[i] = CellAt(first + i);
                batchSums[i] = SumAt(first + i);
            }

            target.Add(batchCells[..count], batchSums[..count], RowLength);
        }
    }

    public override void AddTo(RowSums target, bool keepsRows, ColumnMap map)
    {
        for (int i = 0; i < cells.Length; i++)
        {
            (long row, long place) = Math.DivRem(CellAt(i), RowLength);
            target.Add(keepsRows ? (int)row : 0, map.ColumnOf((int)place), SumAt(i));
        }
    }

    private long FirstOf(int row) => (long)row * RowLength;

    private int PlaceOf(TCell cell, int row) => (int)(long.CreateTruncating(cell) - FirstOf(row));

    private long CellAt(int index) => long.CreateTruncating(cells[index]);

    private long SumAt(int index) => long.CreateTruncating(sums[index]);

    /// <summary>The cells in use between two places of a row, and the index of the first of them.</summary>
    private ReadOnlySpan<TCell> CellsFrom(int row, int place, int end, out int start)
    {
        start = directory.FirstFrom(FirstOf(row) + place);
        int stop = start;
        while (stop < cells.Length && CellAt(stop) < FirstOf(row) + end)
        {
            stop++;
        }

        return cells.AsSpan(start..stop);
    }
}
