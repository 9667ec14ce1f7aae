using System.Numerics;

namespace CostCenters.Cubes.Columns;

/// <summary>
/// Finds cells among those in use: it knows where each stretch of cells begins, and searches no more than one.
/// </summary>
/// <remarks>A stretch is as long as to hold some few cells if they lay evenly, so the directory takes half a
/// byte for a cell in use, however many cells there are.</remarks>
/// <typeparam name="T">The type of the number of a cell.</typeparam>
internal sealed class CellDirectory<T>
    where T : unmanaged, IBinaryInteger<T>
{
    private const int CellsPerStretch = 8;

    private readonly T[] cells;
    private readonly int[] starts;
    private readonly int shift;

    /// <summary>A directory of cells.</summary>
    /// <param name="cells">The numbers of cells in use, in order.</param>
    public CellDirectory(T[] cells)
    {
        this.cells = cells;
        long last = cells.Length == 0 ? 0 : long.CreateTruncating(cells[^1]);
        long stretches = Math.Max(1, cells.Length / CellsPerStretch);
        shift = last < stretches ? 0 : BitOperations.Log2((ulong)(last / stretches)) + 1;
        starts = new int[(last >> shift) + 2];
        int stretch = 0;
        for (int index = 0; index < cells.Length; index++)
        {
            long holder = long.CreateTruncating(cells[index]) >> shift;
            while (stretch < holder)
            {
                starts[++stretch] = index;
            }
        }

        starts[^1] = cells.Length;
    }

    /// <summary>The index of a cell, or a negative number when it is not in use.</summary>
    public int IndexOf(long cell)
    {
        int index = FirstFrom(cell);
        return index < cells.Length && long.CreateTruncating(cells[index]) == cell ? index : -1;
    }

    /// <summary>The index of the first cell in use that is not before a cell.</summary>
    public int FirstFrom(long cell)
    {
        long stretch = cell >> shift;
        if (stretch >= starts.Length - 1)
        {
            return cells.Length;
        }

        int index = starts[stretch];
        for (int count = starts[stretch + 1] - index; count > 0;)
        {
            int half = count / 2;
            bool isBefore = long.CreateTruncating(cells[index + half]) < cell;
            index += isBefore ? half + 1 : 0;
            count = isBefore ? count - half - 1 : half;
        }

        return index;
    }
}
