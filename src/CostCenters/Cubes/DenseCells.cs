using System.Numerics;

namespace CostCenters.Cubes;

/// <summary>A column with a place for every cell.</summary>
/// <param name="cellCount">How many cells there are.</param>
/// <param name="present">Which cells hold something, 64 a word.</param>
internal abstract class DenseCells(int cellCount, ulong[] present) : CellColumn
{
    public override int Count => present.Sum(BitOperations.PopCount);

    public override bool TryGet(long cell, out long sum)
    {
        sum = At((int)cell);
        return (present[cell >> 6] & (1UL << (int)(cell & 63))) != 0;
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
        int shift = cell & 63;
        int word = cell >> 6;
        ulong bits = present[word] >> shift;
        if (shift > 0 && word + 1 < present.Length)
        {
            bits |= present[word + 1] << (64 - shift);
        }

        return count < 64 ? bits & ((1UL << count) - 1) : bits;
    }

    protected abstract long At(int cell);
}

/// <summary>Sums of any size.</summary>
internal sealed class WideCells(ReadOnlyMemory<long> sums, ulong[] present) : DenseCells(sums.Length, present)
{
    public override ReadOnlySpan<long> Row(int first, Span<long> buffer) => sums.Span.Slice(first, buffer.Length);

    protected override long At(int cell) => sums.Span[cell];
}

/// <summary>Sums that fit 32 bits: half the memory, and most of what a large cube costs is to touch memory.</summary>
internal sealed class NarrowCells(ReadOnlyMemory<int> sums, ulong[] present) : DenseCells(sums.Length, present)
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

    protected override long At(int cell) => sums.Span[cell];
}
