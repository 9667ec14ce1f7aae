using System.Numerics;

namespace CostCenters.Cubes;

/// <summary>
/// The cells of one period, numbered center x elements + element. Holds amounts and, where given, quantities; knows
/// which cells hold something, because a sum of 0 is not an empty cell.
/// </summary>
internal abstract class CubeBlock
{
    /// <summary>How many cells hold an amount.</summary>
    public abstract int Count { get; }

    public abstract bool TryGet(long cell, out long amount, out long? quantity);

    /// <summary>The sum of the magnitudes of all amounts.</summary>
    public abstract UInt128 Magnitude();

    /// <summary>Reads the cells in use of a row of neighbors, many at a time.</summary>
    /// <param name="first">The first cell of the row.</param>
    /// <param name="indexes">As long as the row; takes the places of the cells in it, in order.</param>
    /// <param name="rowAmounts">As long as the row; takes their amounts.</param>
    /// <returns>How many cells there are.</returns>
    public abstract int ReadRow(long first, Span<int> indexes, Span<long> rowAmounts);

    /// <summary>The place from which <see cref="TryNext"/> finds the first cell at or after a cell.</summary>
    public abstract long PositionOf(long cell);

    /// <summary>Steps to the next cell that holds an amount.</summary>
    /// <param name="position">Where to go on from: 0 at first, or a place that <see cref="PositionOf"/> gave.</param>
    /// <param name="cell">The cell found.</param>
    /// <param name="amount">Its amount.</param>
    public abstract bool TryNext(ref long position, out long cell, out long amount);

    protected static UInt128 Magnitude(ReadOnlySpan<long> amounts)
    {
        UInt128 sum = 0;
        foreach (long amount in amounts)
        {
            sum += amount < 0 ? unchecked(0UL - (ulong)amount) : (ulong)amount;
        }

        return sum;
    }
}

/// <summary>A block that has room for every cell.</summary>
internal sealed class DenseBlock : CubeBlock
{
    private readonly long[] amounts;
    private readonly ulong[] present;
    private readonly long[]? quantities;
    private readonly ulong[]? quantityPresent;

    public DenseBlock(long[] amounts, ulong[] present, long[]? quantities, ulong[]? quantityPresent)
    {
        this.amounts = amounts;
        this.present = present;
        this.quantities = quantities;
        this.quantityPresent = quantityPresent;
    }

    public override int Count
    {
        get
        {
            int count = 0;
            foreach (ulong word in present)
            {
                count += BitOperations.PopCount(word);
            }

            return count;
        }
    }

    public override bool TryGet(long cell, out long amount, out long? quantity)
    {
        amount = amounts[cell];
        quantity = IsSet(quantityPresent, cell) ? quantities![cell] : null;
        return IsSet(present, cell);
    }

    public override UInt128 Magnitude() => Magnitude(amounts);

    public override int ReadRow(long first, Span<int> indexes, Span<long> rowAmounts)
    {
        ReadOnlySpan<long> row = amounts.AsSpan((int)first, indexes.Length);
        int count = 0;
        for (int start = 0; start < row.Length; start += 64)
        {
            for (ulong bits = Present(first + start, row.Length - start); bits != 0; bits &= bits - 1)
            {
                int index = start + BitOperations.TrailingZeroCount(bits);
                indexes[count] = index;
                rowAmounts[count++] = row[index];
            }
        }

        return count;
    }

    public override long PositionOf(long cell) => cell;

    public override bool TryNext(ref long position, out long cell, out long amount)
    {
        long word = position >> 6;
        if (word < present.Length)
        {
            ulong bits = present[word] & (ulong.MaxValue << (int)(position & 63));
            while (bits == 0 && ++word < present.Length)
            {
                bits = present[word];
            }

            if (bits != 0)
            {
                cell = (word << 6) + BitOperations.TrailingZeroCount(bits);
                amount = amounts[cell];
                position = cell + 1;
                return true;
            }
        }

        (cell, amount) = (-1, 0);
        return false;
    }

    /// <summary>Which of the next cells hold something: 64 of them, or as many as asked for.</summary>
    private ulong Present(long cell, int count)
    {
        int shift = (int)(cell & 63);
        int word = (int)(cell >> 6);
        ulong bits = present[word] >> shift;
        if (shift > 0 && word + 1 < present.Length)
        {
            bits |= present[word + 1] << (64 - shift);
        }

        return count < 64 ? bits & ((1UL << count) - 1) : bits;
    }

    private static bool IsSet(ulong[]? bits, long cell) =>
        bits is not null && (bits[cell >> 6] & (1UL << (int)(cell & 63))) != 0;
}

/// <summary>A block that has room for the cells in use alone, in order of the cells.</summary>
internal sealed class SparseBlock : CubeBlock
{
    private readonly long[] cells;
    private readonly long[] amounts;
    private readonly long?[]? quantities;

    public SparseBlock(long[] cells, long[] amounts, long?[]? quantities)
    {
        this.cells = cells;
        this.amounts = amounts;
        this.quantities = quantities;
    }

    public override int Count => cells.Length;

    public override bool TryGet(long cell, out long amount, out long? quantity)
    {
        int index = Array.BinarySearch(cells, cell);
        amount = index < 0 ? 0 : amounts[index];
        quantity = index < 0 ? null : quantities?[index];
        return index >= 0;
    }

    public override UInt128 Magnitude() => Magnitude(amounts);

    public override int ReadRow(long first, Span<int> indexes, Span<long> rowAmounts)
    {
        int start = (int)PositionOf(first);
        int end = start;
        for (; end < cells.Length && cells[end] < first + indexes.Length; end++)
        {
            indexes[end - start] = (int)(cells[end] - first);
            rowAmounts[end - start] = amounts[end];
        }

        return end - start;
    }

    public override long PositionOf(long cell)
    {
        int index = Array.BinarySearch(cells, cell);
        return index < 0 ? ~index : index;
    }

    public override bool TryNext(ref long position, out long cell, out long amount)
    {
        bool found = position < cells.Length;
        cell = found ? cells[position] : -1;
        amount = found ? amounts[position] : 0;
        position++;
        return found;
    }
}
