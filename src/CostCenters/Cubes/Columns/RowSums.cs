using System.Numerics;
using System.Runtime.InteropServices;

namespace CostCenters.Cubes.Columns;

/// <summary>
/// Rows of sums that many numbers at once are added to. Sums wrap at 64 bits; that one wrapped is known in the end.
/// </summary>
/// <param name="rowCount">How many rows there are.</param>
/// <param name="columnCount">How many sums a row has.</param>
/// <param name="sourceLength">The most places of a row that is added.</param>
/// <param name="memory">Where to take the places of the sums from.</param>
internal sealed class RowSums(int rowCount, int columnCount, int sourceLength, CellPlaces<long> memory)
{
    private readonly ArraySegment<long> sums = memory.Take(rowCount * columnCount);
    private readonly ulong[] present = new ulong[(((long)rowCount * columnCount) + 63) / 64];
    private readonly long[] buffer = new long[sourceLength];
    private CellColumn? view;
    private long wraps;

    /// <summary>Whether a sum wrapped on the way, so that it may be wrong.</summary>
    public bool HasWrapped => wraps < 0;

    /// <summary>The sums as cells, which follow what is added.</summary>
    public CellColumn ToColumn() => view ??= new WideCells(sums, columnCount, present);

    /// <summary>Adds one number.</summary>
    public void Add(int row, int column, long number)
    {
        int cell = (row * columnCount) + column;
        present[cell >> 6] |= 1UL << (cell & 63);
        AddWrapping(ref sums.AsSpan()[cell], number);
    }

    /// <summary>Adds a row of cells, column by column.</summary>
    /// <param name="row">The row to add to.</param>
    /// <param name="source">The cells, no more a row than these sums.</param>
    /// <param name="sourceRow">Their row.</param>
    public void AddRow(int row, CellColumn source, int sourceRow)
    {
        int target = row * columnCount;
        ReadOnlySpan<long> numbers = source.Row(sourceRow, buffer);
        AddRow(sums.AsSpan(target, numbers.Length), numbers);
        for (int start = 0; start < numbers.Length; start += 64)
        {
            MarkPresent(target + start, source.PresentFrom(sourceRow, start));
        }
    }

    /// <summary>Adds a row of these sums to another one.</summary>
    public void AddRow(int row, int source) => AddRow(row, ToColumn(), source);

    /// <summary>Adds the cells of a row together into two columns.</summary>
    /// <param name="row">The row to add to.</param>
    /// <param name="source">The cells.</param>
    /// <param name="sourceRow">Their row.</param>
    /// <param name="isSecond">For each place of a row -1 where it belongs to the second column, else 0.</param>
    public void AddSplit(int row, CellColumn source, int sourceRow, ReadOnlySpan<long> isSecond)
    {
        ReadOnlySpan<long> numbers = source.Row(sourceRow, buffer);
        Vector<long> firstSums = default;
        Vector<long> secondSums = default;
        Vector<long> wrapped = default;
        // Safe: whole vectors alone, up to the shorter span; what is left over comes below.
        ReadOnlySpan<Vector<long>> vectors = MemoryMarshal.Cast<long, Vector<long>>(numbers);
        ReadOnlySpan<Vector<long>> masks = MemoryMarshal.Cast<long, Vector<long>>(isSecond);
        for (int i = 0; i < vectors.Length && i < masks.Length; i++)
        {
            wrapped |= AddWrapping(ref secondSums, vectors[i] & masks[i]);
            wrapped |= AddWrapping(ref firstSums, Vector.AndNot(vectors[i], masks[i]));
        }

        Span<long> target = sums.AsSpan(row * columnCount, 2);
        ref long firstSum = ref target[0];
        ref long secondSum = ref target[1];
        for (int lane = 0; lane < Vector<long>.Count; lane++)
        {
            wraps |= wrapped[lane];
            AddWrapping(ref firstSum, firstSums[lane]);
            AddWrapping(ref secondSum, secondSums[lane]);
        }

        for (int i = vectors.Length * Vector<long>.Count; i < numbers.Length; i++)
        {
            AddWrapping(ref isSecond[i] == 0 ? ref firstSum : ref secondSum, numbers[i]);
        }

        MarkSplit(row, source, sourceRow, isSecond[..numbers.Length]);
    }

    /// <summary>Adds the cells of a row to columns in any order.</summary>
    /// <param name="row">The row to add to.</param>
    /// <param name="source">The cells.</param>
    /// <param name="sourceRow">Their row.</param>
    /// <param name="columnOfPlace">The column of each place.</param>
    public void AddGrouped(int row, CellColumn source, int sourceRow, ReadOnlySpan<int> columnOfPlace)
    {
        ReadOnlySpan<long> numbers = source.Row(sourceRow, buffer);
        for (int start = 0; start < numbers.Length; start += 64)
        {
            for (ulong bits = source.PresentFrom(sourceRow, start); bits != 0; bits &= bits - 1)
            {
                int place = start + BitOperations.TrailingZeroCount(bits);
                Add(row, columnOfPlace[place], numbers[place]);
            }
        }
    }

    /// <summary>Adds columns to others in every row, the last column first.</summary>
    /// <param name="parents">The column that each is added to, which stands before it, or -1.</param>
    public void AddColumns(ReadOnlySpan<int> parents)
    {
        for (int row = 0; row < rowCount; row++)
        {
            for (int column = columnCount - 1; column >= 0; column--)
            {
                int cell = (row * columnCount) + column;
                if (parents[column] >= 0 && (present[cell >> 6] & (1UL << (cell & 63))) != 0)
                {
                    Add(row, parents[column], sums.AsSpan()[cell]);
                }
            }
        }
    }

    private void MarkSplit(int row, CellColumn source, int sourceRow, ReadOnlySpan<long> isSecond)
    {
        ulong columns = 0;
        for (int start = 0; start < isSecond.Length && columns != 3; start += 64)
        {
            ulong bits = source.PresentFrom(sourceRow, start);
            for (; bits != 0 && columns != 3; bits &= bits - 1)
            {
                columns |= isSecond[start + BitOperations.TrailingZeroCount(bits)] == 0 ? 1UL : 2UL;
            }
        }

        MarkPresent(row * columnCount, columns);
    }

    private void MarkPresent(int cell, ulong bits)
    {
        int shift = cell & 63;
        int word = cell >> 6;
        present[word] |= bits << shift;
        if (shift > 0 && bits >> (64 - shift) is var rest and not 0)
        {
            present[word + 1] |= rest;
        }
    }

    private void AddRow(Span<long> target, ReadOnlySpan<long> numbers)
    {
        // Safe: whole vectors alone, up to the shorter span; what is left over comes below.
        Span<Vector<long>> sumVectors = MemoryMarshal.Cast<long, Vector<long>>(target);
        ReadOnlySpan<Vector<long>> vectors = MemoryMarshal.Cast<long, Vector<long>>(numbers);
        Vector<long> wrapped = default;
        for (int i = 0; i < sumVectors.Length && i < vectors.Length; i++)
        {
            wrapped |= AddWrapping(ref sumVectors[i], vectors[i]);
        }

        if (Vector.LessThanAny(wrapped, Vector<long>.Zero))
        {
            wraps = -1;
        }

        for (int i = vectors.Length * Vector<long>.Count; i < numbers.Length; i++)
        {
            AddWrapping(ref target[i], numbers[i]);
        }
    }

    /// <summary>Adds lane by lane.</summary>
    /// <returns>Negative in each lane that wrapped.</returns>
    private static Vector<long> AddWrapping(ref Vector<long> sum, Vector<long> numbers)
    {
        Vector<long> before = sum;
        Vector<long> after = before + numbers;
        sum = after;
        return (before ^ after) & (numbers ^ after);
    }

    private void AddWrapping(ref long sum, long number)
    {
        if (Wrapping.Add(ref sum, number) != 0)
        {
            wraps = -1;
        }
    }
}
