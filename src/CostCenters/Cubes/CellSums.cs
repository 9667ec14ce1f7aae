using System.Numerics;

namespace CostCenters.Cubes;

/// <summary>Adds up the numbers of one period by cell.</summary>
/// <remarks>
/// Numbers wait in a list and are added when it is full: many additions to one period in a row stay within reach of
/// the processor's cache, one by one to periods in turn would not. Sums of few cells stay in the list, sums of many go
/// to an array with a place for every cell.
/// </remarks>
internal sealed class CellSums
{
    private const int AlwaysArray = 4_096;
    private const int FirstCapacity = 64;
    private const int CellsPerListPlace = 4;

    private readonly long cellCount;
    private readonly Dictionary<long, int> wraps = [];
    private long[] waitingCells = [];
    private long[] waiting = [];
    private int waitingCount;

    public CellSums(long cellCount)
    {
        this.cellCount = cellCount;
        if (cellCount <= AlwaysArray)
        {
            UseArray();
        }
    }

    /// <summary>The sums of all cells, or null while a list holds those in use.</summary>
    public long[]? Sums { get; private set; }

    /// <summary>Which places of <see cref="Sums"/> hold something, 64 a word.</summary>
    public ulong[]? Present { get; private set; }

    /// <summary>The cells in use in order, once <see cref="Finish"/> has sorted them.</summary>
    public ReadOnlySpan<long> ListedCells => waitingCells.AsSpan(0, waitingCount);

    /// <summary>The sums of <see cref="ListedCells"/>.</summary>
    public ReadOnlySpan<long> ListedSums => waiting.AsSpan(0, waitingCount);

    public void Add(long cell, long number)
    {
        if (waitingCount == waiting.Length)
        {
            MakeRoom();
        }

        waitingCells[waitingCount] = cell;
        waiting[waitingCount++] = number;
    }

    /// <summary>Adds many numbers; those that would fill a good part of the list need not wait.</summary>
    public void Add(ReadOnlySpan<long> cells, ReadOnlySpan<long> numbers)
    {
        if (Sums is not null && cells.Length >= waiting.Length / 16)
        {
            AddToArray(cells, numbers);
            return;
        }

        while (!cells.IsEmpty)
        {
            if (waitingCount == waiting.Length)
            {
                MakeRoom();
            }

            int count = Math.Min(cells.Length, waiting.Length - waitingCount);
            cells[..count].CopyTo(waitingCells.AsSpan(waitingCount));
            numbers[..count].CopyTo(waiting.AsSpan(waitingCount));
            waitingCount += count;
            cells = cells[count..];
            numbers = numbers[count..];
        }
    }

    /// <summary>Adds up what waits.</summary>
    /// <returns>The first cell whose sum outgrows 64 bits, or null.</returns>
    public long? Finish()
    {
        if (Sums is null)
        {
            AddUpInList();
        }
        else
        {
            AddUpInArray();
        }

        return wraps.Where(pair => pair.Value != 0).Select(pair => (long?)pair.Key).Min();
    }

    /// <summary>Moves the sums to an array with a place for every cell.</summary>
    public void UseArray()
    {
        if (Sums is null)
        {
            Sums = new long[cellCount];
            Present = new ulong[(cellCount + 63) / 64];
            AddUpInArray();
        }
    }

    private void MakeRoom()
    {
        long mostInList = Math.Max(FirstCapacity, cellCount / CellsPerListPlace);
        if (Sums is not null && waiting.Length > 0)
        {
            AddUpInArray();
        }
        else if (waiting.Length < mostInList)
        {
            long wider = Math.Max(FirstCapacity, waiting.Length * 8L);
            Resize(wider < mostInList / 8 ? wider : mostInList);
        }
        else if (cellCount <= Array.MaxLength && DistinctCells() > waiting.Length / 2)
        {
            UseArray();
        }
        else
        {
            AddUpInList();
            if (waitingCount > waiting.Length / 2)
            {
                Resize(waiting.Length * 2L);
            }
        }
    }

    private void Resize(long capacity)
    {
        int length = (int)Math.Min(capacity, Array.MaxLength);
        waitingCells = Widened(waitingCells);
        waiting = Widened(waiting);

        long[] Widened(long[] list)
        {
            long[] wider = GC.AllocateUninitializedArray<long>(length);
            list.AsSpan(0, waitingCount).CopyTo(wider);
            return wider;
        }
    }

    private int DistinctCells()
    {
        ulong[] seen = new ulong[(cellCount + 63) / 64];
        foreach (long cell in ListedCells)
        {
            seen[cell >> 6] |= 1UL << (int)(cell & 63);
        }

        return seen.Sum(BitOperations.PopCount);
    }

    private void AddUpInArray()
    {
        AddToArray(ListedCells, ListedSums);
        waitingCount = 0;
    }

    private void AddToArray(ReadOnlySpan<long> cells, ReadOnlySpan<long> numbers)
    {
        long[] sums = Sums!;
        ulong[] present = Present!;
        for (int i = 0; i < cells.Length && i < numbers.Length; i++)
        {
            long cell = cells[i];
            present[cell >> 6] |= 1UL << (int)(cell & 63);
            int wrapped = Wrapping.Add(ref sums[cell], numbers[i]);
            if (wrapped != 0)
            {
                CountWrap(cell, wrapped);
            }
        }
    }

    private void AddUpInList()
    {
        Span<long> cells = waitingCells.AsSpan(0, waitingCount);
        Span<long> numbers = waiting.AsSpan(0, waitingCount);
        cells.Sort(numbers);
        int distinct = 0;
        for (int i = 0; i < cells.Length; i++)
        {
            if (distinct > 0 && cells[i] == cells[distinct - 1])
            {
                CountWrap(cells[i], Wrapping.Add(ref numbers[distinct - 1], numbers[i]));
            }
            else
            {
                (cells[distinct], numbers[distinct++]) = (cells[i], numbers[i]);
            }
        }

        waitingCount = distinct;
    }

    private void CountWrap(long cell, int wrapped) => wraps[cell] = wraps.GetValueOrDefault(cell) + wrapped;
}
