namespace CostCenters.Cubes.Columns;

/// <summary>Numbers with their cells, in order of arrival until they are added up.</summary>
internal sealed class CellList
{
    private ArraySegment<long> cells;
    private ArraySegment<long> numbers;

    public CellList(int capacity)
    {
        cells = new long[capacity];
        numbers = new long[capacity];
    }

    /// <summary>A list without room.</summary>
    public static CellList Empty { get; } = new(0);

    public int Count { get; private set; }

    public int Capacity => cells.Count;

    public bool IsFull => Count == cells.Count;

    public ReadOnlySpan<long> Cells => cells.AsSpan(0, Count);

    public ReadOnlySpan<long> Numbers => numbers.AsSpan(0, Count);

    /// <summary>Adds to a list that is not full.</summary>
    public void Add(long cell, long number)
    {
        cells[Count] = cell;
        numbers[Count++] = number;
    }

    /// <summary>Adds as many as there is room for.</summary>
    /// <returns>How many.</returns>
    public int AddFirst(ReadOnlySpan<long> newCells, ReadOnlySpan<long> newNumbers)
    {
        int count = Math.Min(newCells.Length, Capacity - Count);
        newCells[..count].CopyTo(cells.AsSpan(Count));
        newNumbers[..count].CopyTo(numbers.AsSpan(Count));
        Count += count;
        return count;
    }

    /// <summary>Adds numbers of 32 bits to a list that has room for them.</summary>
    public void Add(ReadOnlySpan<int> newCells, ReadOnlySpan<int> newNumbers)
    {
        Narrowing.Widen(newCells, cells.AsSpan(Count));
        Narrowing.Widen(newNumbers, numbers.AsSpan(Count));
        Count += newCells.Length;
    }

    public void Clear() => Count = 0;

    /// <summary>Makes room for more.</summary>
    /// <param name="capacity">How many numbers there is to be room for, as far as an array can hold them.</param>
    /// <param name="places">Where to take the room from.</param>
    public void Widen(long capacity, CellPlaces<long> places)
    {
        int length = (int)Math.Min(capacity, Array.MaxLength);
        cells = Widened(cells);
        numbers = Widened(numbers);

        ArraySegment<long> Widened(ArraySegment<long> narrow)
        {
            ArraySegment<long> wide = places.Take(length);
            narrow[..Count].CopyTo(wide);
            return wide;
        }
    }

    /// <summary>Takes the numbers of another list, sorted by cell.</summary>
    /// <param name="source">Some numbers in any order, for as many of which this list has room.</param>
    public void TakeSorted(CellList source)
    {
        Count = source.Count;
        CellOrder.Sort(source.Cells, source.Numbers, cells.AsSpan(0, Count), numbers.AsSpan(0, Count));
    }

    /// <summary>Sorts by cell, and adds the numbers of each cell up.</summary>
    /// <param name="countWrap">Told the cell of a sum that wraps, and in which direction.</param>
    public void AddUp(Action<long, int> countWrap)
    {
        cells.AsSpan(0, Count).Sort(numbers.AsSpan(0, Count));
        AddUpSorted(countWrap);
    }

    /// <summary>Adds the numbers of each cell up, where they are sorted.</summary>
    /// <param name="countWrap">Told the cell of a sum that wraps, and in which direction.</param>
    public void AddUpSorted(Action<long, int> countWrap)
    {
        Span<long> sorted = cells.AsSpan(0, Count);
        Span<long> sums = numbers.AsSpan(0, Count);
        int distinct = 0;
        for (int i = 0; i < sorted.Length; i++)
        {
            if (distinct == 0 || sorted[i] != sorted[distinct - 1])
            {
                (sorted[distinct], sums[distinct++]) = (sorted[i], sums[i]);
            }
            else if (Wrapping.Add(ref sums[distinct - 1], sums[i]) is int wrapped and not 0)
            {
                countWrap(sorted[i], wrapped);
            }
        }

        Count = distinct;
    }
}
