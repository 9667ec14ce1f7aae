using CostCenters.Cubes;
using CostCenters.Structure;

namespace CostCenters.Reports;

/// <summary>
/// Budget against actual, rolled up along the center tree and broken down by the dimensions asked for.
/// </summary>
/// <remarks>
/// <para>Order of the rows: centers in preorder, siblings by code (ordinal); elements by code (ordinal); periods in
/// order of time; cost, revenue, margin.</para>
/// <para>A cost or revenue row stands where the group has a budget or an actual of that nature; a margin row stands
/// where it has both natures, never in a report by element. The budget of a margin is absent where neither nature has
/// one; where one has, the other counts as 0.</para>
/// <para>By group of elements every element stands with its own amounts and those of its members, in preorder; a group
/// that holds both natures has cost, revenue and margin like a center without elements.</para>
/// <para>Law: the rows of a center are its own amounts plus its children's, exactly; by element and by period they add
/// up to the report without that dimension.</para>
/// <para>Immutable.</para>
/// </remarks>
public sealed class VarianceReport
{
    private VarianceReport(Comparison comparison, CenterTree tree, ReportSums sums)
    {
        Comparison = comparison;
        Tree = tree;
        Sums = sums;
    }

    /// <summary>What is compared.</summary>
    public Comparison Comparison { get; }

    /// <summary>The tree along which the figures are rolled up.</summary>
    public CenterTree Tree { get; }

    /// <summary>By what the report breaks its figures down.</summary>
    public ReportDimensions Dimensions => Sums.Slots.Dimensions;

    /// <summary>The rows, in order.</summary>
    public IEnumerable<VarianceRow> Rows
    {
        get
        {
            var group = new GroupSums(Sums);
            for (int place = 0; place < Sums.NodeCount; place++)
            {
                group.Load(place);
                foreach (VarianceRow row in ReportRows.Of(Comparison, Sums.Slots, NodeAt(place), group))
                {
                    yield return row;
                }
            }
        }
    }

    /// <summary>The rows as plain values, in order.</summary>
    public IEnumerable<ReportRow> PlainRows =>
        Rows.Select(row => new ReportRow(
            row.Center?.Center.Code.Value,
            row.Center?.Center.PlacedAt(Tree.AsOf).Name,
            row.Center?.Depth ?? 0,
            row.Element?.Code.Value,
            row.Element?.Name,
            row.Period,
            row.Variance.Measure,
            row.Variance.Budget,
            row.Variance.Actual));

    internal ReportSums Sums { get; }

    /// <summary>The center of a place; null when the report is not by center.</summary>
    internal CenterTreeNode? NodeAt(int place) => Sums.Slots.ByCenter ? Tree.Nodes[place] : null;

    /// <summary>Computes a report.</summary>
    /// <param name="comparison">What is compared.</param>
    /// <param name="tree">The tree as of the day that the report should show.</param>
    /// <param name="dimensions">By what to break the figures down.</param>
    /// <param name="threads">The most threads at work, 1 or more; the report is the same for any number.</param>
    /// <param name="cancellation">Ends the work, of which nothing is left then.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">The tree is of other centers, or both dimensions of elements are named.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="threads"/> is below 1.</exception>
    /// <exception cref="AmountOverflowException">A rolled-up sum outgrows 64 bits.</exception>
    /// <exception cref="OperationCanceledException">The token asked for it.</exception>
    public static VarianceReport Create(
        Comparison comparison,
        CenterTree tree,
        ReportDimensions dimensions,
        int threads = 1,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        RequireTree(comparison, tree);
        const ReportDimensions both = ReportDimensions.Element | ReportDimensions.ElementGroup;
        if ((dimensions & both) == both)
        {
            throw new ArgumentException(
                "A report is by element or by group of elements; the groups hold the elements.", nameof(dimensions));
        }

        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        return new VarianceReport(comparison, tree, ReportSums.Of(comparison, tree, dimensions, threads, cancellation));
    }

    /// <summary>The same report in a space that extends its own, with the sums that it has where no center moved.
    /// </summary>
    internal VarianceReport In(CubeSpace space, CenterTree tree, CancellationToken cancellation)
    {
        Comparison comparison = Comparison.In(space);
        RequireTree(comparison, tree);
        bool keepsGroups = !Sums.Slots.ByGroup || ReferenceEquals(space.Elements, Comparison.Space.Elements);
        return keepsGroups && FormerPlaces(tree) is int[] formerPlaces
            ? new VarianceReport(comparison, tree, Sums.In(comparison, formerPlaces))
            : Create(comparison, tree, Dimensions, cancellation: cancellation);
    }

    internal static void RequireTree(Comparison comparison, CenterTree tree)
    {
        ArgumentNullException.ThrowIfNull(tree);
        if (!ReferenceEquals(tree.Hierarchy, comparison.Space.Centers))
        {
            throw new ArgumentException("The tree must be of the centers of the cube space.", nameof(tree));
        }
    }

    /// <summary>For each place of a tree the one that its center has in the tree of this report, or -1 for a new
    /// center; null where a center has another parent.</summary>
    private int[]? FormerPlaces(CenterTree tree)
    {
        if (!Sums.Slots.ByCenter)
        {
            return [0];
        }

        int[] formerOfCenter = new int[tree.Nodes.Length];
        Array.Fill(formerOfCenter, -1);
        for (int place = 0; place < Tree.Nodes.Length; place++)
        {
            formerOfCenter[Tree.Nodes[place].Center.Index] = place;
        }

        int[] formerPlaces = [.. tree.Nodes.Select(node => formerOfCenter[node.Center.Index])];
        for (int place = 0; place < formerPlaces.Length; place++)
        {
            int former = formerPlaces[place];
            int parent = tree.Nodes[place].Parent;
            if (former >= 0 && Tree.Nodes[former].Parent != (parent < 0 ? -1 : formerPlaces[parent]))
            {
                return null;
            }

            if (former >= 0 && parent >= 0 && formerPlaces[parent] < 0)
            {
                return null;
            }
        }

        return formerPlaces;
    }
}
