using CostCenters.Cubes;
using CostCenters.Cubes.Columns;
using CostCenters.Structure;

namespace CostCenters.Reports;

/// <summary>Adds up the cells of a cube along a tree, many at a time.</summary>
/// <remarks>
/// Sums that wrapped at 64 bits on the way, and cells so few that a place for every sum is not worth it, are left to
/// <see cref="ExactRollUp"/>.
/// </remarks>
internal sealed class RollUp
{
    private const int NodesBetweenQuestions = 1_024;

    // In a tree so deep a list of sums, one for each cell and level, takes more than a place for every sum.
    private const int DeepLevels = 64;

    private readonly CenterTree tree;
    private readonly ReportSlots slots;
    private readonly int centerCount;
    private readonly int elementCount;
    private readonly int[] rowOfPlace;
    private readonly int parentCount;
    private readonly CellPlaces<long> memory;

    public RollUp(CenterTree tree, ReportSlots slots, CubeSpace space, CellPlaces<long> memory)
    {
        this.memory = memory;
        this.tree = tree;
        this.slots = slots;
        centerCount = space.CenterCount;
        elementCount = space.ElementCount;
        rowOfPlace = slots.ByCenter ? [.. tree.Nodes.Select(node => ~node.Center.Index)] : [~0];
        parentCount = slots.ByCenter ? NumberParents() : 0;
    }

    /// <summary>The sums of all nodes over some periods together; null when no cell holds something.</summary>
    /// <param name="cube">The cube.</param>
    /// <param name="periods">Ordinals of periods.</param>
    /// <param name="cancellation">Asked before each period.</param>
    /// <exception cref="AmountOverflowException">A sum outgrows 64 bits.</exception>
    /// <exception cref="OperationCanceledException">The token asked for it.</exception>
    public RolledColumn? Add(Cube cube, ReadOnlySpan<int> periods, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var columns = new List<CellColumn>(periods.Length);
        foreach (int period in periods)
        {
            if (cube.Block(period) is CubeBlock block)
            {
                columns.Add(block.Amounts);
            }
        }

        if (columns.Count == 0)
        {
            return null;
        }

        bool isFew = slots.ByElement && columns.TrueForAll(column => column.HoldsFew) && !GrowsDense(columns);
        return (isFew ? null : AddMany(columns, cancellation))
            ?? new ExactRollUp(tree, slots, elementCount).Add(columns);
    }

    /// <summary>Whether few cells become as many sums, on their way up a deep tree, as there are places for.</summary>
    private bool GrowsDense(List<CellColumn> columns)
    {
        int levels = slots.ByCenter ? tree.Nodes.Max(node => node.Depth) + 1 : 1;
        return levels >= DeepLevels
            && columns.Sum(column => (long)column.Count) * levels >= (long)parentCount * slots.ColumnCount;
    }

    /// <summary>The sums, or null when one of them wrapped.</summary>
    private RolledColumn? AddMany(List<CellColumn> columns, CancellationToken cancellation)
    {
        CellColumn own = columns[0];
        if (!(slots.ByCenter && slots.Map.IsPlain && columns.Count == 1))
        {
            var sums = new RowSums(
                slots.ByCenter ? centerCount : 1, slots.ColumnCount, elementCount, memory);
            foreach (CellColumn column in columns)
            {
                cancellation.ThrowIfCancellationRequested();
                column.AddTo(sums, keepsRows: slots.ByCenter, slots.Map);
            }

            if (slots.ParentColumns is int[] parents)
            {
                sums.AddColumns(parents);
            }

            if (sums.HasWrapped)
            {
                return null;
            }

            own = sums.ToColumn();
        }

        RowSums? rolled = parentCount == 0 ? null : AddToParents(own, cancellation);
        return rolled?.HasWrapped == true
            ? null
            : new RolledColumn(own, rolled?.ToColumn(), rowOfPlace);
    }

    /// <summary>
    /// From the last node of the preorder to the first, so that every child is done before its parent.
    /// </summary>
    private RowSums AddToParents(CellColumn own, CancellationToken cancellation)
    {
        var sums = new RowSums(parentCount, slots.ColumnCount, slots.ColumnCount, memory);
        for (int place = rowOfPlace.Length - 1; place >= 0; place--)
        {
            if (place % NodesBetweenQuestions == 0)
            {
                cancellation.ThrowIfCancellationRequested();
            }

            CenterTreeNode node = tree.Nodes[place];
            int row = rowOfPlace[place];
            if (row >= 0)
            {
                sums.AddRow(row, own, node.Center.Index);
            }

            if (node.Parent < 0)
            {
                continue;
            }

            int parent = rowOfPlace[node.Parent];
            if (row >= 0)
            {
                sums.AddRow(parent, row);
            }
            else
            {
                sums.AddRow(parent, own, node.Center.Index);
            }
        }

        return sums;
    }

    private int NumberParents()
    {
        int count = 0;
        foreach (CenterTreeNode node in tree.Nodes)
        {
            if (node.Parent >= 0 && rowOfPlace[node.Parent] < 0)
            {
                rowOfPlace[node.Parent] = count++;
            }
        }

        return count;
    }
}
