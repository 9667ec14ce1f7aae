using System.Numerics;

namespace CostCenters.Cubes;

/// <summary>A column with a place for every cell.</summary>
/// <param name="sums">The sums by cell, 0 where there is none.</param>
/// <param name="present">Which cells hold something, 64 a word.</param>
internal sealed class DenseCells(long[] sums, ulong[] present) : CellColumn
{
    public override int Count => present.Sum(BitOperations.PopCount);

    public override bool TryGet(long cell, out long sum)
    {
        sum = sums[cell];
        return (present[cell >> 6] & (1UL << (int)(cell & 63))) != 0;
    }

    public override int ReadRow(long first, Span<int> indexes, Span<long> rowSums)
    {
        ReadOnlySpan<long> row = Row((int)first, indexes.Length);
        int count = 0;
        for (int start = 0; start < row.Length; start += 64)
        {
            for (ulong bits = PresentFrom((int)first + start, row.Length - start); bits != 0; bits &= bits - 1)
            {
                int index = start + BitOperations.TrailingZeroCount(bits);
                indexes[count] = index;
                rowSums[count++] = row[index];
            }
        }

        return count;
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
        for (int first = 0; first < sums.Length; first += batch)
        {
            int count = ReadRow(first, indexes[..Math.Min(batch, sums.Length - first)], numbers);
            for (int i = 0; i < count; i++)
            {
                cells[i] = first + indexes[i];
            }

            target.Add(cells[..count], numbers[..count]);
        }
    }

    /// <summary>The sums of a row of neighbors, 0 where there is none.</summary>
    public ReadOnlySpan<long> Row(int first, int length) => sums.AsSpan(first, length);

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
}
