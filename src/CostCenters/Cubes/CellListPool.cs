namespace CostCenters.Cubes;

/// <summary>
/// Lists that the periods of a cube hand on to each other: postings mostly come in order of date, so few are in use at
/// a time. Safe for use by several threads.
/// </summary>
internal sealed class CellListPool
{
    private readonly Stack<CellList> lists = [];

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
