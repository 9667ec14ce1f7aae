using System.Numerics;
using CostCenters.Cubes;
using CostCenters.Cubes.Columns;
using CostCenters.Structure;

namespace CostCenters.Reports;

/// <summary>
/// Adds up cells along a tree in 128 bits, keeping what is in use alone: for few cells, and to tell whether a sum that
/// wrapped at 64 bits on the way fits them in the end.
/// </summary>
/// <remarks>
/// From the last node of the preorder to the first. The sums of the nodes of one depth whose parent has not come yet
/// meet in one row.
/// </remarks>
internal sealed class ExactRollUp(CenterTree tree, ReportSlots slots, int elementCount)
{
    private readonly List<Row?> waitingByDepth = [];
    private readonly Stack<Row> empty = [];
    private readonly List<long> cells = [];
    private readonly List<long> sums = [];
    private readonly int[] elements = new int[elementCount];
    private readonly long[] amounts = new long[elementCount];
    private readonly Row grouped = new(slots.ParentColumns is null ? 0 : slots.ColumnCount);

    /// <summary>The sums of all nodes over all columns of cells together.</summary>
    /// <exception cref="AmountOverflowException">A sum outgrows 64 bits.</exception>
    public RolledColumn Add(IReadOnlyList<CellColumn> columns)
    {
        if (slots.ByCenter)
        {
            for (int place = tree.Nodes.Length - 1; place >= 0; place--)
            {
                AddNode(columns, place);
            }
        }
        else
        {
            foreach (CenterTreeNode node in tree.Nodes)
            {
                AddOwn(columns, node, RowAt(0));
            }

            Keep(0, RowAt(0), "all centers");
        }

        cells.Reverse();
        sums.Reverse();
        int[] rowOfPlace = [.. Enumerable.Range(0, slots.ByCenter ? tree.Nodes.Length : 1)];
        return new RolledColumn(null, CellColumn.OfFew([.. cells], [.. sums], slots.ColumnCount), rowOfPlace);
    }

    private void AddNode(IReadOnlyList<CellColumn> columns, int place)
    {
        CenterTreeNode node = tree.Nodes[place];
        Row ofNode = RowAt(node.Depth + 1);
        AddOwn(columns, node, ofNode);
        Keep(place, ofNode, $"center '{node.Center}' with its children");
        RowAt(node.Depth).Take(ofNode);
        waitingByDepth[node.Depth + 1] = null;
        empty.Push(ofNode);
    }

    private void AddOwn(IReadOnlyList<CellColumn> columns, CenterTreeNode node, Row row)
    {
        foreach (CellColumn column in columns)
        {
            int count = column.ReadRow(node.Center.Index, elements, amounts);
            for (int i = 0; i < count; i++)
            {
                row.Add(slots.Map.ColumnOf(elements[i]), amounts[i]);
            }
        }
    }

    /// <summary>Keeps a row, last column first.</summary>
    private void Keep(int place, Row row, string whose)
    {
        Row kept = slots.ParentColumns is int[] parents ? grouped.CopyOf(row, parents) : row;
        foreach ((int column, Int128 sum) in kept.FromLast())
        {
            cells.Add(((long)place * slots.ColumnCount) + column);
            sums.Add(sum >= long.MinValue && sum <= long.MaxValue
                ? (long)sum
                : throw new AmountOverflowException(whose));
        }
    }

    private Row RowAt(int depth)
    {
        while (waitingByDepth.Count <= depth)
        {
            waitingByDepth.Add(null);
        }

        return waitingByDepth[depth] ??= empty.TryPop(out Row? row) ? row : new Row(slots.ColumnCount);
    }

    private sealed class Row(int columnCount)
    {
        private readonly Int128[] sums = new Int128[columnCount];
        private readonly ulong[] used = new ulong[(columnCount + 63) / 64];

        public void Add(int column, Int128 number)
        {
            used[column >> 6] |= 1UL << (column & 63);
            sums[column] += number;
        }

        /// <summary>Adds another row, which is empty afterwards.</summary>
        public void Take(Row other)
        {
            foreach ((int column, Int128 sum) in other.FromLast())
            {
                Add(column, sum);
                other.sums[column] = 0;
            }

            Array.Clear(other.used);
        }

        /// <summary>Takes a copy of another row in place of what was there, and adds columns to others.</summary>
        public Row CopyOf(Row other, ReadOnlySpan<int> parentColumns)
        {
            Array.Copy(other.sums, sums, sums.Length);
            Array.Copy(other.used, used, used.Length);
            for (int column = sums.Length - 1; column >= 0; column--)
            {
                if (parentColumns[column] >= 0 && (used[column >> 6] & (1UL << (column & 63))) != 0)
                {
                    Add(parentColumns[column], sums[column]);
                }
            }

            return this;
        }

        public IEnumerable<(int Column, Int128 Sum)> FromLast()
        {
            for (int word = used.Length - 1; word >= 0; word--)
            {
                for (ulong bits = used[word]; bits != 0;)
                {
                    int bit = 63 - BitOperations.LeadingZeroCount(bits);
                    bits &= ~(1UL << bit);
                    int column = (word << 6) + bit;
                    yield return (column, sums[column]);
                }
            }
        }
    }
}
