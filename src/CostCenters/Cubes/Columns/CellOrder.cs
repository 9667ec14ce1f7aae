using System.Numerics;

namespace CostCenters.Cubes.Columns;

/// <summary>Sorts many numbers by cell in two steps: into stretches of cells, and each of them, which has some few.
/// </summary>
internal static class CellOrder
{
    private const int CellsPerStretch = 8;
    private const int FewCells = 24;

    /// <summary>Writes numbers in the order of their cells.</summary>
    /// <param name="cells">The cells.</param>
    /// <param name="numbers">A number for each.</param>
    /// <param name="sortedCells">As long; takes the cells.</param>
    /// <param name="sortedNumbers">As long; takes the numbers.</param>
    public static void Sort(
        ReadOnlySpan<long> cells, ReadOnlySpan<long> numbers, Span<long> sortedCells, Span<long> sortedNumbers)
    {
        long last = 0;
        foreach (long cell in cells)
        {
            last = Math.Max(last, cell);
        }

        int shift = BitOperations.Log2((ulong)((last / Math.Max(1, cells.Length / CellsPerStretch)) + 1));
        int[] next = new int[(last >> shift) + 2];
        foreach (long cell in cells)
        {
            next[(cell >> shift) + 1]++;
        }

        for (int stretch = 1; stretch < next.Length; stretch++)
        {
            next[stretch] += next[stretch - 1];
        }

        for (int i = 0; i < cells.Length; i++)
        {
            int place = next[cells[i] >> shift]++;
            sortedCells[place] = cells[i];
            sortedNumbers[place] = numbers[i];
        }

        // Each stretch ends now where the next one begins.
        int start = 0;
        foreach (int end in next.AsSpan(..^1))
        {
            SortStretch(sortedCells[start..end], sortedNumbers[start..end]);
            start = end;
        }
    }

    private static void SortStretch(Span<long> cells, Span<long> numbers)
    {
        if (cells.Length > FewCells)
        {
            cells.Sort(numbers);
            return;
        }

        for (int i = 1; i < cells.Length; i++)
        {
            (long cell, long number) = (cells[i], numbers[i]);
            int place = i;
            for (; place > 0 && cells[place - 1] > cell; place--)
            {
                cells[place] = cells[place - 1];
                numbers[place] = numbers[place - 1];
            }

            (cells[place], numbers[place]) = (cell, number);
        }
    }
}
