using System.Numerics;
using System.Runtime.Intrinsics;

namespace CostCenters.Cubes;

/// <summary>A column with a place for every cell.</summary>
/// <param name="cellCount">How many cells there are.</param>
/// <param name="zeros">Which cells hold something even if their sum is 0, 64 a word; empty when there is none.</param>
internal abstract class DenseCells(int cellCount, ulong[] zeros) : CellColumn
{
    public override int Count
    {
        get
        {
            int count = 0;
            for (int first = 0; first < cellCount; first += 64)
            {
                count += BitOperations.PopCount(PresentFrom(first, cellCount - first));
            }

            return count;
        }
    }

    public override bool TryGet(long cell, out long sum)
    {
        sum = At((int)cell);
        return sum != 0 || (ZerosFrom((int)cell) & 1) != 0;
    }

    public override int ReadRow(long first, Span<int> indexes, Span<long> sums)
    {
        // What is read never stands behind what is written, so the sums may be put together where they are.
        ReadOnlySpan<long> row = Row((int)first, sums[..indexes.Length]);
        int count = 0;
        for (int start = 0; start < row.Length; start += 64)
        {
            for (ulong bits = PresentFrom((int)first + start, row.Length - start); bits != 0; bits &= bits - 1)
            {
                int index = start + BitOperations.TrailingZeroCount(bits);
                indexes[count] = index;
                sums[count++] = row[index];
            }
        }

        return count;
    }

    public override void CopyRow(long first, Span<long> sums)
    {
        ReadOnlySpan<long> row = Row((int)first, sums);
        if (row != sums)
        {
            row.CopyTo(sums);
        }
    }

    public override void MarkRow(long first, int length, Span<ulong> rowPresent)
    {
        for (int start = 0; start < length; start += 64)
        {
            rowPresent[start >> 6] |= PresentFrom((int)first + start, length - start);
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
            int count = ReadRow(first, indexes[..Math.Min(batch, cellCount - first)], numbers);
            for (int i = 0; i < count; i++)
            {
                cells[i] = first + indexes[i];
            }

            target.Add(cells[..count], numbers[..count]);
        }
    }

    /// <summary>The sums of a row of neighbors, 0 where there is none.</summary>
    /// <param name="first">The first cell of the row.</param>
    /// <param name="buffer">As long as the row; may be used for the sums, or not.</param>
    public abstract ReadOnlySpan<long> Row(int first, Span<long> buffer);

    /// <summary>Which of the next cells hold something: 64 of them, or as many as asked for.</summary>
    public ulong PresentFrom(int cell, int count)
    {
        int length = Math.Min(count, 64);
        return NonZerosFrom(cell, length) | (ZerosFrom(cell) & (ulong.MaxValue >> (64 - length)));
    }

    /// <summary>Which of the next cells, 64 at most, have a sum that is not 0.</summary>
    protected abstract ulong NonZerosFrom(int cell, int count);

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

    protected abstract long At(int cell);

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
internal sealed class WideCells(ReadOnlyMemory<long> sums, ulong[] zeros) : DenseCells(sums.Length, zeros)
{
    public override ReadOnlySpan<long> Row(int first, Span<long> buffer) => sums.Span.Slice(first, buffer.Length);

    protected override ulong NonZerosFrom(int cell, int count) => NonZeros(sums.Span.Slice(cell, count));

    protected override long At(int cell) => sums.Span[cell];
}

/// <summary>Sums that fit 32 bits: half the memory, and most of what a large cube costs is to touch memory.</summary>
internal sealed class NarrowCells(ReadOnlyMemory<int> sums, ulong[] zeros) : DenseCells(sums.Length, zeros)
{
    public override ReadOnlySpan<long> Row(int first, Span<long> buffer)
    {
        ReadOnlySpan<int> row = sums.Span.Slice(first, buffer.Length);
        int i = 0;
        for (; i + Vector<int>.Count <= row.Length; i += Vector<int>.Count)
        {
            Vector.Widen(new Vector<int>(row[i..]), out Vector<long> low, out Vector<long> high);
            low.CopyTo(buffer[i..]);
            high.CopyTo(buffer[(i + Vector<long>.Count)..]);
        }

        for (; i < row.Length; i++)
        {
            buffer[i] = row[i];
        }

        return buffer;
    }

    protected override ulong NonZerosFrom(int cell, int count) => NonZeros(sums.Span.Slice(cell, count));

    protected override long At(int cell) => sums.Span[cell];
}
