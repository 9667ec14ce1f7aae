namespace CostCenters.Structure;

/// <summary>Puts trees into one list: each node before its children.</summary>
internal static class Preorder
{
    /// <summary>One past the last descendant of each node.</summary>
    /// <param name="count">How many nodes there are.</param>
    /// <param name="parentOf">The place of the parent of a node, or -1.</param>
    public static int[] EndsOf(int count, Func<int, int> parentOf)
    {
        int[] ends = new int[count];
        for (int place = count - 1; place >= 0; place--)
        {
            ends[place] = Math.Max(ends[place], place + 1);
            if (parentOf(place) is >= 0 and int parent)
            {
                ends[parent] = Math.Max(ends[parent], ends[place]);
            }
        }

        return ends;
    }
}
