namespace CostCenters.Cubes;

/// <summary>
/// The memory that the periods of a cube have in common, for one kind of sums. Safe for use by several threads.
/// </summary>
internal sealed class CubeMemory
{
    private readonly Stack<CellList> lists = [];

    /// <summary>Places for sums of 32 bits.</summary>
    public CellPlaces<int> Narrow { get; } = new();

    /// <summary>Places for sums of 64 bits.</summary>
    public CellPlaces<long> Wide { get; } = new();

    /// <summary>Places for the lists of numbers that wait.</summary>
    public CellPlaces<long> Waiting { get; } = new();

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
            return lists.TryPop(out CellList? list) ? list : new CellList(CellList.FirstCapacity);
        }
    }

    /// <summary>Takes a list back that its user has let go of.</summary>
    public void Return(CellList list)
    {
        if (list.Capacity == 0)
        {
            return;
        }

        list.Clear();
        lock (lists)
        {
            lists.Push(list);
        }
    }
}
