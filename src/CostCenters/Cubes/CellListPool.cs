namespace CostCenters.Cubes;

/// <summary>
/// What the periods of a cube have in common: lists that they hand on to each other, since postings mostly come in
/// order of date and few are in use at a time. Safe for use by several threads.
/// </summary>
internal sealed class CellListPool
{
    private readonly Stack<CellList> lists = [];

    /// <summary>Whether sums of some period have outgrown 32 bits, so that others will, too.</summary>
    public bool IsWide { get; set; }

    /// <summary>An empty list with some room.</summary>
    public CellList Rent()
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
