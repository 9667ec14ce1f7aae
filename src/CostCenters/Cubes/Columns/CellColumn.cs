using System.Numerics;

namespace CostCenters.Cubes.Columns;

/// <summary>
/// Sums by cell, all of one kind: the amounts, or the quantities, of a period. A row for each center has a place for
/// each element. Knows which cells hold something, because a sum of 0 is not an empty cell.
/// </summary>
/// <remarks>
/// A column knows the centers and elements of the space in which it was built, and holds nothing for those that came
/// later: so it serves every space that extends the first one, and its sums stay where they are. Immutable.
/// </remarks>
/// <param name="rowLength">How many places a row has.</param>
internal abstract class CellColumn(int rowLength)
{
    /// <summary>How many places a row has: the elements that were known when the column was built.</summary>
    public int RowLength => rowLength;

    /// <summary>How many cells hold something.</summary>
    public abstract int Count { get; }

    /// <summary>Whether cells are so few that the sums of others are not kept.</summary>
    public abstract bool HoldsFew { get; }

    /// <summary>A column of few cells.</summary>
    /// <param name="cells">The cells in use, row x length + place, in order.</param>
    /// <param name="sums">Their sums.</param>
    /// <param name="rowLength">How many places a row has.</param>
    public static CellColumn OfFew(ReadOnlySpan<long> cells, ReadOnlySpan<long> sums, int rowLength) =>
        cells.IsEmpty || Narrowing.Fits(cells[^1]) ? OfFew(Narrowing.Narrow(cells)!, sums, rowLength)
        : OfFew(cells.ToArray(), sums, rowLength);

    public abstract bool TryGet(int row, int place, out long sum);

    /// <summary>Reads the cells in use of a row, many at a time.</summary>
    /// <param name="row">The number of the row.</param>
    /// <param name="places">As long as the row at least; takes the places in use, in order.</param>
    /// <param name="sums">As long as the row at least; takes their sums.</param>
    /// <returns>How many there are.</returns>
    public abstract int ReadRow(int row, Span<int> places, Span<long> sums);

    /// <summary>The sums of a row, 0 where there is none.</summary>
    /// <param name="row">The number of the row.</param>
    /// <param name="buffer">As long as the row at least; may be used for the sums, or not.</param>
    /// <returns>As long as the row; empty for a row that came later.</returns>
    public abstract ReadOnlySpan<long> Row(int row, Span<long> buffer);

    /// <summary>Which cells of a row hold something: those from a place on, 64 of them or up to the end of the row.
    /// </summary>
    public abstract ulong PresentFrom(int row, int place);

    /// <summary>Marks the cells in use of a row.</summary>
    /// <param name="row">The number of the row.</param>
    /// <param name="present">Has a bit for each place, 64 a word; those of cells in use are set.</param>
    public abstract void MarkRow(int row, Span<ulong> present);

    /// <summary>Copies the sums of a row, 0 where there is none.</summary>
    /// <param name="row">The number of the row.</param>
    /// <param name="sums">As long as the row at least.</param>
    public void CopyRow(int row, Span<long> sums)
    {
        ReadOnlySpan<long> numbers = Row(row, sums);
        if (numbers != sums[..numbers.Length])
        {
            numbers.CopyTo(sums);
        }

        sums[numbers.Length..].Clear();
    }

    /// <summary>Adds all cells to the cells of a column that is being built.</summary>
    public abstract void AddTo(CellSums target);

    /// <summary>Adds all cells to rows of sums.</summary>
    /// <param name="target">The sums.</param>
    /// <param name="keepsRows">Whether each row is added to the row of its number; else all of them to the first.
    /// </param>
    /// <param name="map">Which place is added to which column.</param>
    public abstract void AddTo(RowSums target, bool keepsRows, ColumnMap map);

    private static CellColumn OfFew<T>(T[] cells, ReadOnlySpan<long> sums, int rowLength)
        where T : unmanaged, IBinaryInteger<T> =>
        Narrowing.Narrow(sums) is int[] narrow
            ? new SparseCells<T, int>(cells, narrow, rowLength)
            : new SparseCells<T, long>(cells, sums.ToArray(), rowLength);
}
