using CostCenters.Cubes.Columns;

namespace CostCenters.Reports;

/// <summary>The sums of all nodes of a tree, its children's included, by column. Immutable.</summary>
/// <remarks>
/// The sums of a node without children are its own cells. They stay where they are, so that what is kept besides grows
/// with the nodes that have children.
/// </remarks>
/// <param name="own">The own cells, a row for each center.</param>
/// <param name="rolled">The sums of other nodes, a row for each.</param>
/// <param name="rowOfPlace">For each place of the tree its row among the rolled sums, or the complement of its row
/// among the own cells.</param>
internal sealed class RolledColumn(CellColumn? own, CellColumn? rolled, int[] rowOfPlace)
{
    /// <summary>Reads the sums of a node.</summary>
    /// <param name="place">The place of the node in the tree.</param>
    /// <param name="columns">As long as a row; takes the columns that hold something, in order.</param>
    /// <param name="sums">As long as a row; takes their sums.</param>
    /// <returns>How many columns hold something.</returns>
    public int ReadRow(int place, Span<int> columns, Span<long> sums) =>
        CellsOf(place, out int row)?.ReadRow(row, columns, sums) ?? 0;

    /// <summary>Copies the sums of a node, 0 where there is none, and marks which columns hold something.</summary>
    /// <param name="place">The place of the node in the tree.</param>
    /// <param name="sums">As long as a row.</param>
    /// <param name="present">Has a bit for each column, 64 a word.</param>
    public void CopyRow(int place, Span<long> sums, Span<ulong> present)
    {
        if (CellsOf(place, out int row) is not CellColumn cells)
        {
            sums.Clear();
            return;
        }

        cells.CopyRow(row, sums);
        cells.MarkRow(row, present);
    }

    public bool TryGet(int place, int column, out long sum)
    {
        sum = 0;
        return CellsOf(place, out int row)?.TryGet(row, column, out sum) == true;
    }

    /// <summary>The same sums for other places.</summary>
    /// <param name="formerPlaces">For each place the one that it had, or -1 where it holds nothing.</param>
    public RolledColumn Moved(ReadOnlySpan<int> formerPlaces)
    {
        int[] rows = new int[formerPlaces.Length];
        for (int place = 0; place < rows.Length; place++)
        {
            rows[place] = formerPlaces[place] < 0 ? NoRow : rowOfPlace[formerPlaces[place]];
        }

        return new RolledColumn(own, rolled, rows);
    }

    private const int NoRow = int.MaxValue;

    private CellColumn? CellsOf(int place, out int row)
    {
        row = rowOfPlace[place];
        if (row >= 0)
        {
            return row == NoRow ? null : rolled;
        }

        row = ~row;
        return own;
    }
}
