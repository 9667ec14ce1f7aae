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

    /// <summary>The place from which <see cref="TryNext"/> finds the first cell at or after a cell.</summary>
    public abstract long PositionOf(long cell);

    /// <summary>Steps to the next cell that holds an amount.</summary>
    /// <param name="position">Where to go on from: 0 at first, or a place that <see cref="PositionOf"/> gave.</param>
    /// <param name="cell">The cell found.</param>
    /// <param name="amount">Its amount.</param>
    public abstract bool TryNext(ref long position, out long cell, out long amount);
}

/// <summary>A block that has room for every cell.</summary>
internal sealed partial class DenseBlock : CubeBlock
{
    private readonly ulong[] present;
    private readonly long[] amounts;
    private ulong[]? quantityPresent;
    private long[]? quantities;

    public DenseBlock(int cells)
    {
        amounts = new long[cells];
        present = new ulong[(cells + 63) / 64];
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

    /// <summary>Adds an amount; the sum wraps.</summary>
    /// <returns>How often the sum wrapped: 1 above, -1 below, else 0.</returns>
    public int Add(long cell, long amount)
    {
        present[cell >> 6] |= 1UL << (int)(cell & 63);
        return Wrapping.Add(ref amounts[cell], amount);
    }

    public int AddQuantity(long cell, long quantity)
    {
        quantities ??= new long[amounts.Length];
        quantityPresent ??= new ulong[present.Length];
        quantityPresent[cell >> 6] |= 1UL << (int)(cell & 63);
        return Wrapping.Add(ref quantities[cell], quantity);
    }

    public override bool TryGet(long cell, out long amount, out long? quantity)
    {
        amount = amounts[cell];
        quantity = IsSet(quantityPresent, cell) ? quantities![cell] : null;
        return IsSet(present, cell);
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
