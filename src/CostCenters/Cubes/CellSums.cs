using System.Numerics;
using System.Runtime.CompilerServices;

namespace CostCenters.Cubes;

/// <summary>Adds up the numbers of one period by cell.</summary>
/// <remarks>
/// Numbers wait in a list until it is full. Sums of few cells stay in the list, sums of many go to an array with a
/// place for every cell, of 32 bits as long as they fit. From then on many numbers at once are added to the array
/// directly; few wait again, since many additions to one period in a row stay within reach of the processor's cache,
/// and single ones to periods in turn would not.
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
    private bool isDense;
    private int[]? narrow;
    private long[] wide = [];
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
            if (isDense && cells.Length >= Many)
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
        CellColumn column = !isDense ? new SparseCells(list.Cells.ToArray(), list.Numbers.ToArray())
            : narrow is not null ? new NarrowCells(narrow, present)
            : new WideCells(wide, present);
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
        if (isDense)
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
        isDense = true;
        present = cellsInUse;
        if (pool.IsWide)
        {
            wide = new long[cellCount];
        }
        else
        {
            narrow = new int[cellCount];
        }
    }

    private void LetGoOfList()
    {
        pool.Return(list);
        list = CellList.Empty;
    }

    private void AddUp()
    {
        if (!isDense)
        {
            list.AddUp(CountWrap);
        }
        else
        {
            AddToArray(list.Cells, list.Numbers);
            list.Clear();
        }
    }

    private void AddToArray(ReadOnlySpan<long> cells, ReadOnlySpan<long> numbers)
    {
        int added = 0;
        if (narrow is not null)
        {
            added = AddToNarrow(cells, numbers, narrow);
            if (added < cells.Length)
            {
                wide = Array.ConvertAll(narrow, sum => (long)sum);
                narrow = null;
                pool.IsWide = true;
            }
        }

        AddToWide(cells[added..], numbers[added..]);
    }

    /// <summary>Adds as long as the sums fit 32 bits.</summary>
    /// <returns>How many numbers are added.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int AddToNarrow(ReadOnlySpan<long> cells, ReadOnlySpan<long> numbers, int[] places)
    {
        ulong[] inUse = present;
        for (int i = 0; i < cells.Length && i < numbers.Length; i++)
        {
            long cell = cells[i];
            ref int place = ref places[cell];
            long sum = unchecked(place + numbers[i]);
            if (sum != unchecked((int)sum))
            {
                return i;
            }

            place = unchecked((int)sum);
            inUse[cell >> 6] |= 1UL << unchecked((int)(cell & 63));
        }

        return cells.Length;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void AddToWide(ReadOnlySpan<long> cells, ReadOnlySpan<long> numbers)
    {
        long[] places = wide;
        ulong[] inUse = present;
        for (int i = 0; i < cells.Length && i < numbers.Length; i++)
        {
            long cell = cells[i];
            inUse[cell >> 6] |= 1UL << unchecked((int)(cell & 63));
            int wrapped = Wrapping.Add(ref places[cell], numbers[i]);
            if (wrapped != 0)
            {
                CountWrap(cell, wrapped);
            }
        }
    }

    private void CountWrap(long cell, int wrapped) => wraps[cell] = wraps.GetValueOrDefault(cell) + wrapped;
}
