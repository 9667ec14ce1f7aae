using System.Numerics;
using System.Runtime.Intrinsics;

namespace CostCenters.Cubes.Columns;

/// <summary>A column with a place for every cell.</summary>
/// <param name="cellCount">How many cells there are.</param>
/// <param name="rowLength">How many of them a row has.</param>
/// <param name="zeros">Which cells hold something even if their sum is 0, 64 a word; empty when there is none.</param>
internal abstract class DenseCells(int cellCount, int rowLength, ulong[] zeros) : CellColumn(rowLength)
{
    private readonly int rowCount = rowLength == 0 ? 0 : cellCount / rowLength;

    public override int Count
    {
        get
        {
            int count = 0;
            for (int first = 0; first < cellCount; first += 64)
            {
                count += BitOperations.PopCount(CellsPresent(first, cellCount - first));
            }

            return count;
        }
    }

    public override bool HoldsFew => false;

    public override bool TryGet(int row, int place, out long sum)
    {
        if (row >= rowCount || place >= RowLength)
        {
            sum = 0;
            return false;
        }

        int cell = (row * RowLength) + place;
        sum = At(cell);
        return sum != 0 || (ZerosFrom(cell) & 1) != 0;
    }

    public override int ReadRow(int row, Span<int> places, Span<long> sums) =>
        row < rowCount ? ReadCells(row * RowLength, places[..RowLength], sums) : 0;

    public override ReadOnlySpan<long> Row(int row, Span<long> buffer) =>
        row < rowCount ? Cells(row * RowLength, buffer[..RowLength]) : [];

    public override ulong PresentFrom(int row, int place) =>
        row < rowCount ? CellsPresent((row * RowLength) + place, RowLength - place) : 0;

    public override void MarkRow(int row, Span<ulong> present)
    {
        if (row < rowCount)
        {
            int first = row * RowLength;
            for (int start = 0; start < RowLength; start += 64)
            {
                present[start >> 6] |= CellsPresent(first + start, RowLength - start);
            }
        }
    }

    public override void AddTo(RowSums target, bool keepsRows, ColumnMap map)
    {
        for (int row = 0; row < rowCount; row++)
        {
            map.AddRow(target, keepsRows ? row : 0, this, row);
        }
    }

    public override void AddTo(CellSums target)
    {
        const int batch = 1_024;
        Span<int> indexes = stackalloc int[batch];
        Span<long> cells = stackalloc long[batch];
        Span<long> numbers = stackalloc long[batch];
        for (int first = 0; first < cellCount; first += batch)
        {
            int count = ReadCells(first, indexes[..Math.Min(batch, cellCount - first)], numbers);
            for (int i = 0; i < count; i++)
            {
                cells[i] = first + indexes[i];
            }

            target.Add(cells[..count], numbers[..count], RowLength);
        }
    }

    /// <summary>The sums of neighbors, 0 where there is none.</summary>
    /// <param name="first">The first cell.</param>
    /// <param name="buffer">As long as there are neighbors; may be used for the sums, or not.</param>
    protected abstract ReadOnlySpan<long> Cells(int first, Span<long> buffer);

    /// <summary>Which of the next cells, 64 at most, have a sum that is not 0.</summary>
    protected abstract ulong NonZerosFrom(int cell, int count);

    protected abstract long At(int cell);

    /// <summary>Which of 64 numbers or less are not 0.</summary>
    protected static ulong NonZeros<T>(ReadOnlySpan<T> numbers)
        where T : struct, IBinaryInteger<T>
    {
        ulong found = 0;
        int i = 0;
        for (; i + Vector512<T>.Count <= numbers.Length; i += Vector512<T>.Count)
        {
            Vector512<T> isZero = Vector512.Equals(Vector512.Create(numbers[i..]), Vector512<T>.Zero);
            found |= (~isZero).ExtractMostSignificantBits() << i;
        }

        for (; i < numbers.Length; i++)
        {
            found |= T.IsZero(numbers[i]) ? 0 : 1UL << i;
        }

        return found;
    }

    private int ReadCells(int first, Span<int> indexes, Span<long> sums)
    {
        // What is read never stands behind what is written, so the sums may be put together where they are.
        ReadOnlySpan<long> cells = Cells(first, sums[..indexes.Length]);
        int count = 0;
        for (int start = 0; start < cells.Length; start += 64)
        {
            for (ulong bits = CellsPresent(first + start, cells.Length - start); bits != 0; bits &= bits - 1)
            {
                int index = start + BitOperations.TrailingZeroCount(bits);
                indexes[count] = index;
                sums[count++] = cells[index];
            }
        }

        return count;
    }

    /// <summary>Which of the next cells hold something: 64 of them, or as many as asked for.</summary>
    private ulong CellsPresent(int cell, int count)
    {
        int length = Math.Min(count, 64);
        return NonZerosFrom(cell, length) | (ZerosFrom(cell) & (ulong.MaxValue >> (64 - length)));
    }

    private ulong ZerosFrom(int cell)
    {
        if (zeros.Length == 0)
        {
            return 0;
        }

        int shift = cell & 63;
        int word = cell >> 6;
        ulong bits = zeros[word] >> shift;
        return shift > 0 && word + 1 < zeros.Length ? bits | (zeros[word + 1] << (64 - shift)) : bits;
    }
}

/// <summary>Sums of any size.</summary>
internal sealed class WideCells(ReadOnlyMemory<long> sums, int rowLength, ulong[] zeros)
    : DenseCells(sums.Length, rowLength, zeros)
{
    protected override ReadOnlySpan<long> Cells(int first, Span<long> buffer) => sums.Span.Slice(first, buffer.Length);

    protected override ulong NonZerosFrom(int cell, int count) => NonZeros(sums.Span.Slice(cell, count));

    protected override long At(int cell) => sums.Span[cell];
}

/// <summary>Sums that fit 32 bits: half the memory, and most of what a large cube costs is to touch memory.</summary>
internal sealed class NarrowCells(ReadOnlyMemory<int> sums, int rowLength, ulong[] zeros)
    : DenseCells(sums.Length, rowLength, zeros)
{
    protected override ReadOnlySpan<long> Cells(int first, Span<long> buffer)
    {
        Narrowing.Widen(sums.Span.Slice(first, buffer.Length), buffer);
        return buffer;
    }

    protected override ulong NonZerosFrom(int cell, int count) => NonZeros(sums.Span.Slice(cell, count));

    protected override long At(int cell) => sums.Span[cell];
}
