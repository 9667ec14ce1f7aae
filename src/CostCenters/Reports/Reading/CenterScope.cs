using CostCenters.Structure;

namespace CostCenters.Reports.Reading;

/// <summary>Which centers of a tree a reader wants to see: those below one of them, and no deeper than some levels.
/// </summary>
/// <remarks>A scope decides what is shown and changes no figure. Immutable.</remarks>
public sealed class CenterScope
{
    private readonly CenterTree tree;
    private readonly int first;
    private readonly int end;
    private readonly int? levels;

    /// <summary>Creates a scope.</summary>
    /// <param name="tree">The tree.</param>
    /// <param name="top">The center at the top, or null for the whole tree.</param>
    /// <param name="levels">How many levels are shown, 1 or more: 1 for the top alone; null for all.</param>
    /// <exception cref="ArgumentNullException"><paramref name="tree"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="levels"/> is below 1.</exception>
    /// <exception cref="KeyNotFoundException">There is no such center.</exception>
    public CenterScope(CenterTree tree, CenterCode? top, int? levels)
    {
        ArgumentNullException.ThrowIfNull(tree);
        if (levels is int count)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(count, 1, nameof(levels));
        }

        this.tree = tree;
        this.levels = levels;
        first = top is CenterCode code ? tree.PlaceOf(code) : 0;
        end = top is null ? tree.Nodes.Length : tree.EndOf(first);
        TopDepth = top is null ? 0 : tree.Nodes[first].Depth;
    }

    /// <summary>The depth of the centers at the top of the scope.</summary>
    public int TopDepth { get; }

    /// <summary>Whether a center is shown.</summary>
    /// <param name="node">A node of the tree, or null for the rows of a report that is not by center, which always
    /// are.</param>
    /// <exception cref="ArgumentException">The node is no center of the tree.</exception>
    public bool Shows(CenterTreeNode? node) =>
        node is not CenterTreeNode center || (IsWithin(center) && !IsDeep(center));

    /// <summary>Whether a center is shown, and children of it are.</summary>
    internal bool ShowsChildrenOf(CenterTreeNode node) =>
        Shows(node) && (levels is not int count || node.Depth - TopDepth + 1 < count);

    private bool IsWithin(CenterTreeNode node)
    {
        if (node.Center is null || !tree.Hierarchy.TryGet(node.Center.Code, out _))
        {
            throw new ArgumentException("A node of the tree was expected.", nameof(node));
        }

        int place = tree.PlaceOf(node.Center.Code);
        return place >= first && place < end;
    }

    private bool IsDeep(CenterTreeNode node) => levels is int count && node.Depth - TopDepth >= count;
}
