using CostCenters.Cubes;

namespace CostCenters.Reports;

/// <summary>The sums of all nodes of a tree, its children's included, by column. Immutable.</summary>
/// <remarks>
/// The sums of a node without children are its own cells. They stay where they are, so that what is kept besides grows
/// with the nodes that have children.
/// </remarks>
/// <param name="own">The own cells, numbered row x columns + column.</param>
/// <param name="rolled">The sums of other nodes, numbered likewise.</param>
/// <param name="rowOfPlace">For each place of the tree its row among the rolled sums, or the complement of its row
/// among the own cells.</param>
/// <param name="columnCount">How many columns a row has.</param>
internal sealed class RolledColumn(CellColumn? own, CellColumn? rolled, int[] rowOfPlace, int columnCount)
{
    /// <summary>Reads the sums of a node.</summary>
    /// <param name="place">The place of the node in the tree.</param>
    /// <param name="columns">As long as a row; takes the columns that hold something, in order.</param>
    /// <param name="sums">As long as a row; takes their sums.</param>
    /// <returns>How many columns hold something.</returns>
    public int ReadRow(int place, Span<int> columns, Span<long> sums)
    {
        CellColumn cells = CellsOf(place, out long first);
        return cells.ReadRow(first, columns[..columnCount], sums[..columnCount]);
    }

    /// <summary>Copies the sums of a node, 0 where there is none, and marks which columns hold something.</summary>
    /// <param name="place">The place of the node in the tree.</param>
    /// <param name="sums">As long as a row.</param>
    /// <param name="present">Has a bit for each column, 64 a word.</param>
    public void CopyRow(int place, Span<long> sums, Span<ulong> present)
    {
        CellColumn cells = CellsOf(place, out long first);
        cells.CopyRow(first, sums);
        cells.MarkRow(first, columnCount, present);
    }

    public bool TryGet(int place, int column, out long sum)
    {
        CellColumn cells = CellsOf(place, out long first);
        return cells.TryGet(first + column, out sum);
    }

    private CellColumn CellsOf(int place, out long first)
    {
        int row = rowOfPlace[place];
        first = (long)(row < 0 ? ~row : row) * columnCount;
        return row < 0 ? own! : rolled!;
    }
}
