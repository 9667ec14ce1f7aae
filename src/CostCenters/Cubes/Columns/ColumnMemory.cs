using static CostCenters.Cubes.Columns.ColumnThresholds;

namespace CostCenters.Cubes.Columns;

/// <summary>
/// The memory that the periods of a cube have in common, for one kind of sums. Safe for use by several threads.
/// </summary>
/// <param name="rowCount">How many rows a period has.</param>
/// <param name="rowLength">How many cells a row has.</param>
/// <param name="mapsAhead">Whether the places of the next period are mapped in the background.</param>
internal sealed class ColumnMemory(int rowCount, int rowLength, bool mapsAhead)
{
    private readonly Stack<CellList> lists = [];
    private readonly Stack<CellList> longLists = [];
    private readonly Stack<ArraySegment<int>> chunks = [];
    private readonly CellPlaces<int> chunkPlaces = new(mapsAhead: false, LeastListToShare, LeastSharedByLists);
    private readonly Lock counting = new();
    private ulong[] counted = [];

    /// <summary>How many cells a period has.</summary>
    public long CellCount { get; } = (long)rowCount * rowLength;

    /// <summary>How many cells a row has.</summary>
    public int RowLength => rowLength;

    /// <summary>Places for sums of 32 bits.</summary>
    public CellPlaces<int> Narrow { get; } = new(mapsAhead);

    /// <summary>Places for sums of 64 bits.</summary>
    public CellPlaces<long> Wide { get; } = new(mapsAhead);

    /// <summary>Places for the lists of numbers that wait; those of a large space alone need some.</summary>
    public CellPlaces<long> Waiting { get; } =
        new(mapsAhead: false, LeastListToShare, LeastSharedByLists);

    /// <summary>Whether sums of some period have outgrown 32 bits, so that others will, too.</summary>
    public bool IsWide { get; set; }

    /// <summary>
    /// An empty list with some room. Periods hand lists on to each other: postings mostly come in order of date, and
    /// few are in use at a time.
    /// </summary>
    public CellList RentList()
    {
        lock (lists)
        {
            return lists.TryPop(out CellList? list) ? list : new CellList(FirstListPlaces);
        }
    }

    /// <summary>An empty list with room for so many numbers, which is needed for a moment.</summary>
    public CellList RentLongList(int capacity)
    {
        CellList? list;
        lock (longLists)
        {
            longLists.TryPop(out list);
        }

        // With some room to spare, since the next period may have a few more.
        return list?.Capacity >= capacity ? list : new CellList(capacity + (capacity / 4));
    }

    /// <summary>Takes a list back that its user has let go of.</summary>
    public void Return(CellList list)
    {
        if (list.Capacity == 0)
        {
            return;
        }

        list.Clear();
        Stack<CellList> stack = list.Capacity > ChunkLength ? longLists : lists;
        lock (stack)
        {
            stack.Push(list);
        }
    }

    /// <summary>Room for a chunk of cells, and behind it for as many numbers.</summary>
    public ArraySegment<int> RentChunk()
    {
        lock (chunks)
        {
            return chunks.TryPop(out ArraySegment<int> chunk) ? chunk : chunkPlaces.Take(2 * ChunkLength);
        }
    }

    /// <summary>Takes a chunk back that its user has let go of.</summary>
    public void ReturnChunk(ArraySegment<int> chunk)
    {
        lock (chunks)
        {
            chunks.Push(chunk);
        }
    }

    /// <summary>How many different cells there are.</summary>
    public int CountDistinct(ReadOnlySpan<long> cells)
    {
        lock (counting)
        {
            if (counted.Length == 0)
            {
                counted = new ulong[(CellCount + 63) / 64];
            }

            int count = 0;
            foreach (long cell in cells)
            {
                ulong bit = 1UL << (int)(cell & 63);
                ref ulong word = ref counted[cell >> 6];
                count += (word & bit) == 0 ? 1 : 0;
                word |= bit;
            }

            foreach (long cell in cells)
            {
                counted[cell >> 6] = 0;
            }

            return count;
        }
    }
}
