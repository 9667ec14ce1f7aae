using System.Numerics;
using System.Runtime.CompilerServices;

namespace CostCenters.Cubes;

/// <summary>The sums of a few cells among many, found by hashing.</summary>
internal sealed class CellTable
{
    private const ulong Spread = 0x9E37_79B9_7F4A_7C15;

    private Slot[] slots = new Slot[1_024];

    /// <summary>How many cells are in use.</summary>
    public int Count { get; private set; }

    /// <summary>Adds many amounts; the sums wrap.</summary>
    /// <param name="cells">The cells.</param>
    /// <param name="added">An amount for each.</param>
    /// <param name="wraps">Counts for each cell how often its sum wrapped.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void AddMany(ReadOnlySpan<long> cells, ReadOnlySpan<long> added, Dictionary<long, int> wraps)
    {
        for (int i = 0; i < cells.Length; i++)
        {
            ref Slot slot = ref SlotOf(cells[i]);
            Note(cells[i], Wrapping.Add(ref slot.Amount, added[i]), wraps);
        }
    }

    /// <summary>Adds many quantities; the sums wrap.</summary>
    /// <param name="cells">The cells.</param>
    /// <param name="added">A quantity for each.</param>
    /// <param name="wraps">Counts for each cell how often its sum wrapped.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void AddManyQuantities(ReadOnlySpan<long> cells, ReadOnlySpan<long> added, Dictionary<long, int> wraps)
    {
        for (int i = 0; i < cells.Length; i++)
        {
            ref Slot slot = ref SlotOf(cells[i]);
            slot.HasQuantity = true;
            Note(cells[i], Wrapping.Add(ref slot.Quantity, added[i]), wraps);
        }
    }

    /// <summary>Hands the cells over to a block that has room for every cell; none is left here.</summary>
    public DenseBlock ToDenseBlock(int cellCount)
    {
        var block = new DenseBlock(cellCount);
        foreach (ref readonly Slot slot in slots.AsSpan())
        {
            if (slot.Key != 0)
            {
                _ = block.Add(slot.Cell, slot.Amount);
                _ = slot.HasQuantity ? block.AddQuantity(slot.Cell, slot.Quantity) : 0;
            }
        }

        slots.AsSpan().Clear();
        Count = 0;
        return block;
    }

    /// <summary>The same cells in a block that has room for these alone.</summary>
    public SparseBlock ToSparseBlock()
    {
        Slot[] used = Array.FindAll(slots, slot => slot.Key != 0);
        Array.Sort(used, (left, right) => left.Key.CompareTo(right.Key));
        return new SparseBlock(
            Array.ConvertAll(used, slot => slot.Cell),
            Array.ConvertAll(used, slot => slot.Amount),
            Array.Exists(used, slot => slot.HasQuantity)
                ? Array.ConvertAll(used, slot => slot.HasQuantity ? slot.Quantity : (long?)null)
                : null);
    }

    private static void Note(long cell, int wrapped, Dictionary<long, int> wraps)
    {
        if (wrapped != 0)
        {
            wraps[cell] = wraps.GetValueOrDefault(cell) + wrapped;
        }
    }

    /// <summary>The slot of a cell, which is made if it is new.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ref Slot SlotOf(long cell)
    {
        if (Count > slots.Length / 2)
        {
            Grow();
        }

        long key = cell + 1;
        int place = PlaceOf(key, slots);
        while (slots[place].Key != key)
        {
            if (slots[place].Key == 0)
            {
                slots[place].Key = key;
                Count++;
                break;
            }

            place = (place + 1) & (slots.Length - 1);
        }

        return ref slots[place];
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int PlaceOf(long key, Slot[] among) =>
        unchecked((int)(((ulong)key * Spread) >> (64 - BitOperations.Log2((uint)among.Length))));

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Grow()
    {
        var wider = new Slot[slots.Length * 2];
        foreach (ref readonly Slot slot in slots.AsSpan())
        {
            if (slot.Key != 0)
            {
                int place = PlaceOf(slot.Key, wider);
                while (wider[place].Key != 0)
                {
                    place = (place + 1) & (wider.Length - 1);
                }

                wider[place] = slot;
            }
        }

        slots = wider;
    }

    private struct Slot
    {
        /// <summary>The cell + 1; 0 for a slot that is free.</summary>
        public long Key;
        public long Amount;
        public long Quantity;
        public bool HasQuantity;

        public readonly long Cell => Key - 1;
    }
}
