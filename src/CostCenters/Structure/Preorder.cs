namespace CostCenters.Structure;

/// <summary>Puts trees into one list: each node before its children.</summary>
internal static class Preorder
{
    /// <summary>Draws a forest; what stands below a circle is left out.</summary>
    /// <param name="parents">The number of the parent of each, or -1.</param>
    /// <param name="siblings">All numbers, in the order of siblings.</param>
    /// <returns>For each place the number, the place of the parent or -1, and the depth, 0 for a root.</returns>
    public static (int Number, int Parent, int Depth)[] Draw(int[] parents, IEnumerable<int> siblings)
    {
        ILookup<int, int> children = siblings.ToLookup(number => parents[number]);
        var nodes = new List<(int Number, int Parent, int Depth)>(parents.Length);
        var open = new Stack<(int Number, int Parent, int Depth)>();
        Push(children[-1], parentPlace: -1, depth: 0);
        while (open.TryPop(out (int Number, int Parent, int Depth) next))
        {
            nodes.Add(next);
            Push(children[next.Number], nodes.Count - 1, next.Depth + 1);
        }

        return [.. nodes];

        void Push(IEnumerable<int> numbers, int parentPlace, int depth)
        {
            foreach (int number in numbers.Reverse())
            {
                open.Push((number, parentPlace, depth));
            }
        }
    }

    /// <summary>One past the last descendant of each node.</summary>
    /// <param name="parents">The place of the parent of each node, or -1.</param>
    public static int[] EndsOf(ReadOnlySpan<int> parents)
    {
        int[] ends = new int[parents.Length];
        for (int place = ends.Length - 1; place >= 0; place--)
        {
            ends[place] = Math.Max(ends[place], place + 1);
            if (parents[place] >= 0)
            {
                ends[parents[place]] = Math.Max(ends[parents[place]], ends[place]);
            }
        }

        return ends;
    }

    /// <summary>The places of the direct children of a node, in order.</summary>
    public static IEnumerable<int> ChildrenOf(int place, int[] ends)
    {
        for (int child = place + 1; child < ends[place]; child = ends[child])
        {
            yield return child;
        }
    }
}
