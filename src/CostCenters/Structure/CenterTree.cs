using System.Collections.Immutable;
using NodaTime;

namespace CostCenters.Structure;

/// <summary>
/// The centers as a forest on one day, in preorder: each center before its children, siblings by code (ordinal).
/// </summary>
/// <remarks>Every center of the hierarchy stands in the tree once. Immutable.</remarks>
public sealed class CenterTree
{
    private readonly int[] placeOfCenter;
    private readonly int[] ends;

    internal CenterTree(CenterHierarchy hierarchy, LocalDate date)
    {
        Hierarchy = hierarchy;
        AsOf = date;
        int count = hierarchy.Centers.Length;
        int[] parents = [.. hierarchy.Centers.Select(center =>
            center.PlacedAt(date).Parent is CenterCode parent ? hierarchy.IndexOf(parent) : -1)];
        ILookup<int, int> children = Enumerable.Range(0, count)
            .OrderBy(index => hierarchy.Centers[index].Code)
            .ToLookup(index => parents[index]);
        var nodes = ImmutableArray.CreateBuilder<CenterTreeNode>(count);
        placeOfCenter = new int[count];
        var open = new Stack<(int Center, int Parent, int Depth)>();
        Push(children[-1], parentPlace: -1, depth: 0);
        while (open.TryPop(out (int Center, int Parent, int Depth) next))
        {
            placeOfCenter[next.Center] = nodes.Count;
            nodes.Add(new CenterTreeNode(hierarchy.Centers[next.Center], next.Parent, next.Depth));
            Push(children[next.Center], nodes.Count - 1, next.Depth + 1);
        }

        Nodes = nodes.ToImmutable();
        ends = Preorder.EndsOf(Nodes.Length, place => Nodes[place].Parent);

        void Push(IEnumerable<int> centers, int parentPlace, int depth)
        {
            foreach (int center in centers.Reverse())
            {
                open.Push((center, parentPlace, depth));
            }
        }
    }

    private CenterTree(CenterTree tree)
    {
        Hierarchy = tree.Hierarchy;
        AsOf = tree.AsOf;
        placeOfCenter = tree.placeOfCenter;
        Nodes = [.. tree.Nodes.Select(node => new CenterTreeNode(node.Center, parent: -1, depth: 0))];
        ends = Preorder.EndsOf(Nodes.Length, _ => -1);
    }

    /// <summary>The centers of which this is the tree.</summary>
    public CenterHierarchy Hierarchy { get; }

    /// <summary>The day on which the tree stands like this.</summary>
    public LocalDate AsOf { get; }

    /// <summary>All nodes in preorder; a node's place in this list is what <see cref="CenterTreeNode.Parent"/>
    /// refers to.</summary>
    public ImmutableArray<CenterTreeNode> Nodes { get; }

    /// <summary>The same centers in the same order, each a root: what is rolled up along it are own amounts alone.
    /// </summary>
    public CenterTree Flattened() => new(this);

    /// <summary>The place of a center in <see cref="Nodes"/>.</summary>
    /// <exception cref="KeyNotFoundException">No center has that code.</exception>
    public int PlaceOf(CenterCode code) => placeOfCenter[Hierarchy.IndexOf(code)];

    /// <summary>The places of the direct children of a node, in order.</summary>
    /// <param name="place">The node's place in <see cref="Nodes"/>.</param>
    public IEnumerable<int> ChildrenOf(int place)
    {
        for (int child = place + 1; child < ends[place]; child = ends[child])
        {
            yield return child;
        }
    }

    /// <summary>One past the last descendant of a node: the subtree is the places from the node to here.</summary>
    /// <param name="place">The node's place in <see cref="Nodes"/>.</param>
    public int EndOf(int place) => ends[place];
}
