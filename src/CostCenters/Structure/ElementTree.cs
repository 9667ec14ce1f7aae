using System.Collections.Immutable;

namespace CostCenters.Structure;

/// <summary>
/// The elements of a chart as a forest of groups, in preorder: each group before its members, siblings by code
/// (ordinal). The subtotals of a profit and loss statement are rolled up along it.
/// </summary>
/// <remarks>Every element of the chart stands in the tree once. A group may hold elements of both natures.
/// Immutable.</remarks>
public sealed class ElementTree
{
    private readonly ElementChart chart;
    private readonly int[] placeOfElement;
    private readonly int[] ends;

    internal ElementTree(ElementChart chart)
    {
        this.chart = chart;
        ImmutableArray<CostElement> elements = chart.Elements;
        int[] parents = [.. elements.Select(element =>
            element.Parent is ElementCode parent ? chart.IndexOf(parent) : -1)];
        (int Number, int Parent, int Depth)[] drawn = Preorder.Draw(parents, chart.IndexesByCode);
        Nodes = [.. drawn.Select(node =>
            new ElementTreeNode(elements[node.Number], node.Number, node.Parent, node.Depth))];
        ends = Preorder.EndsOf([.. drawn.Select(node => node.Parent)]);
        placeOfElement = new int[elements.Length];
        for (int place = 0; place < drawn.Length; place++)
        {
            placeOfElement[drawn[place].Number] = place;
        }
    }

    /// <summary>All nodes in preorder; a node's place in this list is what <see cref="ElementTreeNode.Parent"/>
    /// refers to.</summary>
    public ImmutableArray<ElementTreeNode> Nodes { get; }

    /// <summary>The place of an element in <see cref="Nodes"/>.</summary>
    /// <exception cref="KeyNotFoundException">No element has that code.</exception>
    public int PlaceOf(ElementCode code) => placeOfElement[chart.IndexOf(code)];

    /// <summary>The place of the element of a number.</summary>
    internal int PlaceOf(int number) => placeOfElement[number];

    /// <summary>The places of the direct members of a group, in order.</summary>
    /// <param name="place">The group's place in <see cref="Nodes"/>.</param>
    public IEnumerable<int> ChildrenOf(int place) => Preorder.ChildrenOf(place, ends);

    /// <summary>One past the last descendant of a group: all of it is the places from the group to here.</summary>
    /// <param name="place">The group's place in <see cref="Nodes"/>.</param>
    public int EndOf(int place) => ends[place];

    /// <summary>A group and all elements below it, in preorder: a scope for rules and analyses.</summary>
    /// <param name="code">The code of the group; an element without members is a scope of one.</param>
    /// <exception cref="KeyNotFoundException">No element has that code.</exception>
    public ImmutableArray<CostElement> Within(ElementCode code)
    {
        int place = PlaceOf(code);
        return [.. Nodes[place..ends[place]].Select(node => node.Element)];
    }

    /// <summary>For each element of the chart the number of the group that it belongs to at a depth, itself where it
    /// stands no deeper.</summary>
    internal int[] GroupsAt(int depth)
    {
        int[] groups = new int[Nodes.Length];
        foreach (ElementTreeNode node in Nodes)
        {
            groups[node.Number] = node.Depth <= depth ? node.Number : groups[Nodes[node.Parent].Number];
        }

        return groups;
    }
}
