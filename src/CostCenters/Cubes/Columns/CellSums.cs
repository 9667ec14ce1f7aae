using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;
using static CostCenters.Cubes.Columns.ColumnThresholds;

namespace CostCenters.Cubes.Columns;

/// <summary>Adds up the numbers of one period by cell.</summary>
/// <remarks>
/// Numbers wait in a list until it is full. Sums of few cells stay in lists, sums of many go to an array with a
/// place for every cell, of 32 bits as long as they fit. From then on many numbers at once are added to the array
/// directly; few wait again, since many additions to one period in a row stay within reach of the processor's cache,
/// and single ones to periods in turn would not.
/// </remarks>
internal sealed class CellSums
{
    private readonly long cellCount;
    private readonly ColumnMemory memory;
    private readonly Dictionary<long, int> wraps = [];
    private readonly WaitingCells waiting;
    private CellList list = CellList.Empty;
    private long mostWaiting;
    private bool isDense;
    private bool isNarrow;
    private Memory<int> narrow;
    private Memory<long> wide;
    private ulong[] zeros = [];

    public CellSums(ColumnMemory memory)
    {
        cellCount = memory.CellCount;
        this.memory = memory;
        waiting = new WaitingCells(memory);

        // A small array is filled several times as fast as a long list, for 2 MB at most.
        int cellsPerPlace = cellCount <= SmallArray ? CellsPerListPlaceOfSmall : CellsPerListPlace;
        mostWaiting = Math.Max(FirstListPlaces, cellCount / cellsPerPlace);
        if (cellCount <= AlwaysArray)
        {
            UseArray();
        }
    }

    public void Add(long cell, long number)
    {
        while (list.IsFull)
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
                AddUp(list);
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

    /// <summary>Adds many numbers of cells that are numbered by another length of rows.</summary>
    /// <param name="cells">The cells, row x length + place.</param>
    /// <param name="numbers">A number for each.</param>
    /// <param name="rowLength">The length; at most the one of these sums.</param>
    public void Add(ReadOnlySpan<long> cells, ReadOnlySpan<long> numbers, int rowLength)
    {
        if (rowLength == memory.RowLength)
        {
            Add(cells, numbers);
            return;
        }

        for (int i = 0; i < cells.Length; i++)
        {
            (long row, long place) = Math.DivRem(cells[i], rowLength);
            Add((row * memory.RowLength) + place, numbers[i]);
        }
    }

    /// <summary>Adds up what waits; nothing must be added afterwards.</summary>
    /// <param name="overflown">The first cell whose sum outgrows 64 bits, or null.</param>
    public CellColumn Finish(out long? overflown)
    {
        CellList all = AddedUp(Gather());
        overflown = wraps.Where(pair => pair.Value != 0).Select(pair => (long?)pair.Key).Min();
        CellColumn column = !isDense ? CellColumn.OfFew(all.Cells, all.Numbers, memory.RowLength)
            : isNarrow ? new NarrowCells(narrow, memory.RowLength, zeros)
            : new WideCells(wide, memory.RowLength, zeros);
        memory.Return(all);
        list = CellList.Empty;
        return column;
    }

    private void MakeRoom()
    {
        int mostInList = (int)Math.Min(mostWaiting, ChunkLength);
        if (list.Capacity == 0)
        {
            list = memory.RentList();
        }
        else if (isDense && list.Capacity < WaitingBeforeArray)
        {
            list.Widen(WaitingBeforeArray, memory.Waiting);
        }
        else if (isDense)
        {
            AddUp(list);
        }
        else if (list.Capacity < mostInList)
        {
            list.Widen(list.Capacity < mostInList / 16 ? list.Capacity * 8L : mostInList, memory.Waiting);
        }
        else if (waiting.Count + list.Count < mostWaiting)
        {
            waiting.Add(list.Cells, list.Numbers);
            list.Clear();
        }
        else
        {
            Settle();
        }
    }

    /// <summary>Has numbers that waited long enough go to an array, or the sums of few cells wait on.</summary>
    private void Settle()
    {
        CellList all = Gather();
        if (cellCount <= Array.MaxLength && memory.CountDistinct(all.Cells) > all.Count / 2)
        {
            // So many different cells are worth an array.
            UseArray();
            AddUp(all);
        }
        else
        {
            all = AddedUp(all);
            waiting.Add(all.Cells, all.Numbers);
            mostWaiting = all.Count > mostWaiting / 2 ? mostWaiting * 2 : mostWaiting;
        }

        memory.Return(all);
        list = CellList.Empty;
    }

    /// <summary>One list of all numbers, those that wait in chunks first.</summary>
    private CellList Gather()
    {
        if (waiting.Count == 0)
        {
            return list;
        }

        CellList all = memory.RentLongList(waiting.Count + list.Count);
        waiting.MoveTo(all);
        all.AddFirst(list.Cells, list.Numbers);
        memory.Return(list);
        return all;
    }

    private void UseArray()
    {
        isDense = true;
        isNarrow = !memory.IsWide;
        if (isNarrow)
        {
            narrow = memory.Narrow.Take((int)cellCount);
        }
        else
        {
            wide = memory.Wide.Take((int)cellCount);
        }
    }

    /// <summary>The sums of numbers; many are sorted on their way to another list.</summary>
    private CellList AddedUp(CellList numbers)
    {
        if (isDense || numbers.Count <= ChunkLength)
        {
            AddUp(numbers);
            return numbers;
        }

        CellList sorted = memory.RentLongList(numbers.Count);
        sorted.TakeSorted(numbers);
        memory.Return(numbers);
        sorted.AddUpSorted(CountWrap);
        return sorted;
    }

    private void AddUp(CellList numbers)
    {
        if (!isDense)
        {
            numbers.AddUp(CountWrap);
        }
        else
        {
            AddToArray(numbers.Cells, numbers.Numbers);
            numbers.Clear();
        }
    }

    private void AddToArray(ReadOnlySpan<long> cells, ReadOnlySpan<long> numbers)
    {
        int added = 0;
        if (isNarrow)
        {
            added = AddToNarrow(cells, numbers, narrow.Span);
            if (added < cells.Length)
            {
                Widen();
            }
        }

        AddToWide(cells[added..], numbers[added..]);
    }

    private void Widen()
    {
        wide = memory.Wide.Take(narrow.Length);
        ReadOnlySpan<int> narrowSums = narrow.Span;
        Span<long> wideSums = wide.Span;
        for (int cell = 0; cell < narrowSums.Length; cell++)
        {
            wideSums[cell] = narrowSums[cell];
        }

        narrow = default;
        isNarrow = false;
        memory.IsWide = true;
    }

    /// <summary>Adds as long as the sums fit 32 bits.</summary>
    /// <returns>How many numbers are added.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private int AddToNarrow(ReadOnlySpan<long> cells, ReadOnlySpan<long> numbers, Span<int> places)
    {
        // Safe: cells are read ahead up to their end alone; what is fetched is a hint without effect, and each sum is
        // reached by an index that is checked.
        ref int first = ref MemoryMarshal.GetReference(places);
        ref long ofCells = ref MemoryMarshal.GetReference(cells);
        int fetched = cells.Length - Ahead;
        for (int i = 0; i < cells.Length && i < numbers.Length; i++)
        {
            if (i < fetched)
            {
                Fetch(ref Unsafe.Add(ref first, (nint)Unsafe.Add(ref ofCells, i + Ahead)));
            }

            long cell = Unsafe.Add(ref ofCells, i);
            ref int place = ref places[unchecked((int)cell)];
            long sum = unchecked(place + numbers[i]);
            if (sum != unchecked((int)sum))
            {
                return i;
            }

            place = unchecked((int)sum);
            if (sum == 0)
            {
                MarkZero(cell);
            }
        }

        return cells.Length;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void AddToWide(ReadOnlySpan<long> cells, ReadOnlySpan<long> numbers)
    {
        Span<long> places = wide.Span;
        // Safe: cells are read ahead up to their end alone; what is fetched is a hint without effect, and each sum is
        // reached by an index that is checked.
        ref long first = ref MemoryMarshal.GetReference(places);
        ref long ofCells = ref MemoryMarshal.GetReference(cells);
        int fetched = cells.Length - Ahead;
        for (int i = 0; i < cells.Length && i < numbers.Length; i++)
        {
            if (i < fetched)
            {
                Fetch(ref Unsafe.Add(ref first, (nint)Unsafe.Add(ref ofCells, i + Ahead)));
            }

            ref long place = ref places[unchecked((int)cells[i])];
            int wrapped = Wrapping.Add(ref place, numbers[i]);
            if (place == 0)
            {
                MarkZero(cells[i]);
            }

            if (wrapped != 0)
            {
                CountWrap(cells[i], wrapped);
            }
        }
    }

    /// <summary>Asks the processor for a place that is needed soon, since cells come in no order.</summary>
    /// <remarks>Nothing happens where there is no such place.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static unsafe void Fetch<T>(ref T place)
    {
        // Safe: to fetch ahead reads and writes nothing, and fails for no address.
        if (Sse.IsSupported)
        {
            Sse.Prefetch0(Unsafe.AsPointer(ref place));
        }
    }

    /// <summary>Notes a cell that holds something although its sum is 0, at least for now.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void MarkZero(long cell)
    {
        if (zeros.Length == 0)
        {
            zeros = new ulong[(cellCount + 63) / 64];
        }

        zeros[cell >> 6] |= 1UL << (int)(cell & 63);
    }

    private void CountWrap(long cell, int wrapped) => wraps[cell] = wraps.GetValueOrDefault(cell) + wrapped;
}
