using System.Numerics;
using System.Runtime.CompilerServices;

namespace CostCenters.Cubes;

/// <summary>Adds up the numbers of one period by cell.</summary>
/// <remarks>
/// Numbers wait in a list until it is full. Sums of few cells stay in the list, sums of many go to an array with a
/// place for every cell. From then on many numbers at once are added to the array directly; few wait again, since
/// many additions to one period in a row stay within reach of the processor's cache, and single ones to periods in
/// turn would not.
/// </remarks>
internal sealed class CellSums
{
    private const int AlwaysArray = 4_096;
    private const int CellsPerListPlace = 8;
    private const int Many = 256;

    private readonly long cellCount;
    private readonly CellListPool pool;
    private readonly Dictionary<long, int> wraps = [];
    private CellList list = CellList.Empty;
    private long[]? sums;
    private ulong[] present = [];

    public CellSums(long cellCount, CellListPool pool)
    {
        this.cellCount = cellCount;
        this.pool = pool;
        if (cellCount <= AlwaysArray)
        {
            UseArray(new ulong[(cellCount + 63) / 64]);
        }
    }

    public void Add(long cell, long number)
    {
        if (list.IsFull)
        {
            MakeRoom();
        }

        list.Add(cell, number);
    }

    /// <summary>Adds many numbers.</summary>
    public void Add(ReadOnlySpan<long> cells, ReadOnlySpan<long> numbers)
    {
        while (!cells.IsEmpty)
        {
            if (sums is not null && cells.Length >= Many)
            {
                AddUp();
                LetGoOfList();
                AddToArray(cells, numbers);
                return;
            }

            if (list.IsFull)
            {
                MakeRoom();
                continue;
            }

            int count = list.AddFirst(cells, numbers);
            cells = cells[count..];
            numbers = numbers[count..];
        }
    }

    /// <summary>Adds up what waits; nothing must be added afterwards.</summary>
    /// <param name="overflown">The first cell whose sum outgrows 64 bits, or null.</param>
    public CellColumn Finish(out long? overflown)
    {
        AddUp();
        overflown = wraps.Where(pair => pair.Value != 0).Select(pair => (long?)pair.Key).Min();
        CellColumn column = sums is not null
            ? new DenseCells(sums, present)
            : new SparseCells(list.Cells.ToArray(), list.Numbers.ToArray());
        LetGoOfList();
        return column;
    }

    private void MakeRoom()
    {
        if (list.Capacity == 0)
        {
            list = pool.Rent();
            return;
        }

        long mostInList = Math.Max(CellList.FirstCapacity, cellCount / CellsPerListPlace);
        if (sums is not null)
        {
            AddUp();
        }
        else if (list.Capacity < mostInList)
        {
            list.Widen(list.Capacity < mostInList / 8 ? list.Capacity * 8L : mostInList);
        }
        else if (cellCount <= Array.MaxLength && HoldsMany(out ulong[] cellsInList))
        {
            UseArray(cellsInList);
            AddUp();
        }
        else
        {
            AddUp();
            if (list.Count > list.Capacity / 2)
            {
                list.Widen(list.Capacity * 2L);
            }
        }
    }

    /// <summary>Whether the list holds so many different cells that an array is worth it.</summary>
    private bool HoldsMany(out ulong[] cellsInList)
    {
        cellsInList = new ulong[(cellCount + 63) / 64];
        foreach (long cell in list.Cells)
        {
            cellsInList[cell >> 6] |= 1UL << (int)(cell & 63);
        }

        return cellsInList.Sum(BitOperations.PopCount) > list.Count / 2;
    }

    private void UseArray(ulong[] cellsInUse)
    {
        sums = new long[cellCount];
        present = cellsInUse;
    }

    private void LetGoOfList()
    {
        pool.Return(list);
        list = CellList.Empty;
    }

    private void AddUp()
    {
        if (sums is null)
        {
            list.AddUp(CountWrap);
        }
        else
        {
            AddToArray(list.Cells, list.Numbers);
            list.Clear();
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void AddToArray(ReadOnlySpan<long> cells, ReadOnlySpan<long> numbers)
    {
        long[] places = sums!;
        ulong[] inUse = present;
        for (int i = 0; i < cells.Length && i < numbers.Length; i++)
        {
            long cell = cells[i];
            inUse[cell >> 6] |= 1UL << (int)(cell & 63);
            int wrapped = Wrapping.Add(ref places[cell], numbers[i]);
            if (wrapped != 0)
            {
                CountWrap(cell, wrapped);
            }
        }
    }

    private void CountWrap(long cell, int wrapped) => wraps[cell] = wraps.GetValueOrDefault(cell) + wrapped;
}
