namespace CostCenters.Cubes;

/// <summary>
/// Sums by cell, all of one kind: the amounts, or the quantities, of a period. Knows which cells hold something,
/// because a sum of 0 is not an empty cell. Immutable.
/// </summary>
internal abstract class CellColumn
{
    /// <summary>How many cells hold something.</summary>
    public abstract int Count { get; }

    public abstract bool TryGet(long cell, out long sum);

    /// <summary>Reads the cells in use of a row of neighbors, many at a time.</summary>
    /// <param name="first">The first cell of the row.</param>
    /// <param name="indexes">As long as the row; takes the places of the cells in it, in order.</param>
    /// <param name="sums">As long as the row; takes their sums.</param>
    /// <returns>How many cells there are.</returns>
    public abstract int ReadRow(long first, Span<int> indexes, Span<long> sums);

    /// <summary>Copies the sums of a row of neighbors, 0 where there is none.</summary>
    /// <param name="first">The first cell of the row.</param>
    /// <param name="sums">As long as the row.</param>
    public abstract void CopyRow(long first, Span<long> sums);

    /// <summary>Marks the cells in use of a row of neighbors.</summary>
    /// <param name="first">The first cell of the row.</param>
    /// <param name="length">How many cells the row has.</param>
    /// <param name="present">Has a bit for each cell of the row, 64 a word; those of cells in use are set.</param>
    public abstract void MarkRow(long first, int length, Span<ulong> present);

    /// <summary>Adds all cells to others.</summary>
    public abstract void AddTo(CellSums target);
}
