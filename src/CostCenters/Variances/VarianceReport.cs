using System.Collections.Immutable;
using CostCenters.Cubes;
using CostCenters.Structure;

namespace CostCenters.Variances;

/// <summary>
/// Budget against actual, rolled up along the center tree and broken down by the dimensions asked for.
/// </summary>
/// <remarks>
/// <para>Order of the rows: centers in preorder, siblings by code (ordinal); elements by code (ordinal); periods in
/// order of time; cost, revenue, margin.</para>
/// <para>A cost or revenue row stands where the group has a budget or an actual of that nature; a margin row stands
/// where it has both natures, never in a report by element. The budget of a margin is absent where neither nature has
/// one; where one has, the other counts as 0.</para>
/// <para>Law: the rows of a center are its own amounts plus its children's, exactly; by element and by period they add
/// up to the report without that dimension.</para>
/// <para>Immutable.</para>
/// </remarks>
public sealed class VarianceReport
{
    private readonly ImmutableArray<GroupSums> groups;
    private readonly ReportSlots slots;

    private VarianceReport(
        Comparison comparison, CenterTree tree, ReportSlots slots, ImmutableArray<GroupSums> groups)
    {
        Comparison = comparison;
        Tree = tree;
        this.slots = slots;
        this.groups = groups;
    }

    /// <summary>What is compared.</summary>
    public Comparison Comparison { get; }

    /// <summary>The tree along which the figures are rolled up.</summary>
    public CenterTree Tree { get; }

    /// <summary>By what the report breaks its figures down.</summary>
    public ReportDimensions Dimensions => slots.Dimensions;

    /// <summary>The rows, in order.</summary>
    public IEnumerable<VarianceRow> Rows
    {
        get
        {
            for (int place = 0; place < groups.Length; place++)
            {
                CenterTreeNode? node = slots.ByCenter ? Tree.Nodes[place] : null;
                foreach (VarianceRow row in ReportRows.Of(Comparison, slots, node, groups[place]))
                {
                    yield return row;
                }
            }
        }
    }

    /// <summary>Computes a report.</summary>
    /// <param name="comparison">What is compared.</param>
    /// <param name="tree">The tree as of the day that the report should show.</param>
    /// <param name="dimensions">By what to break the figures down.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">The tree is of other centers.</exception>
    /// <exception cref="AmountOverflowException">A rolled-up sum outgrows 64 bits.</exception>
    public static VarianceReport Create(Comparison comparison, CenterTree tree, ReportDimensions dimensions)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        RequireTree(comparison, tree);
        var slots = new ReportSlots(comparison, dimensions);
        return new VarianceReport(comparison, tree, slots, RollUp.Compute(comparison, tree, slots));
    }

    internal static void RequireTree(Comparison comparison, CenterTree tree)
    {
        ArgumentNullException.ThrowIfNull(tree);
        if (!ReferenceEquals(tree.Hierarchy, comparison.Space.Centers))
        {
            throw new ArgumentException("The tree must be of the centers of the cube space.", nameof(tree));
        }
    }
}
