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
        int[] parents = [.. hierarchy.Centers.Select(center =>
            center.PlacedAt(date).Parent is CenterCode parent ? hierarchy.IndexOf(parent) : -1)];
        (int Number, int Parent, int Depth)[] drawn = Preorder.Draw(
            parents, Enumerable.Range(0, parents.Length).OrderBy(index => hierarchy.Centers[index].Code));
        Nodes = [.. drawn.Select(node =>
            new CenterTreeNode(hierarchy.Centers[node.Number], node.Parent, node.Depth))];
        ends = Preorder.EndsOf([.. drawn.Select(node => node.Parent)]);
        placeOfCenter = new int[parents.Length];
        for (int place = 0; place < drawn.Length; place++)
        {
            placeOfCenter[drawn[place].Number] = place;
        }
    }

    private CenterTree(CenterTree tree)
    {
        Hierarchy = tree.Hierarchy;
        AsOf = tree.AsOf;
        placeOfCenter = tree.placeOfCenter;
        Nodes = [.. tree.Nodes.Select(node => new CenterTreeNode(node.Center, parent: -1, depth: 0))];
        ends = [.. Enumerable.Range(1, Nodes.Length)];
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
    public IEnumerable<int> ChildrenOf(int place) => Preorder.ChildrenOf(place, ends);

    /// <summary>One past the last descendant of a node: the subtree is the places from the node to here.</summary>
    /// <param name="place">The node's place in <see cref="Nodes"/>.</param>
    public int EndOf(int place) => ends[place];
}
