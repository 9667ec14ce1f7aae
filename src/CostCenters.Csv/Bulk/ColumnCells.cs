using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace CostCenters.Csv.Bulk;

/// <summary>Where the cells of one column stand in the text of some rows.</summary>
internal readonly ref struct ColumnCells
{
    private readonly ref byte origin;
    private readonly ref int before;
    private readonly ref int behind;
    private readonly int stepBefore;
    private readonly int step;
    private readonly int gap;
    private readonly int mayEndRow;

    /// <summary>Creates the cells.</summary>
    /// <param name="origin">The begin of the text.</param>
    /// <param name="before">What stands in front of the first cell: a separator, or the start of its row.</param>
    /// <param name="behind">The separator behind the first cell.</param>
    /// <param name="cellsPerRow">The cells of the header.</param>
    /// <param name="column">The number of the column.</param>
    public ColumnCells(ref byte origin, ref int before, ref int behind, int cellsPerRow, int column)
    {
        this.origin = ref origin;
        this.before = ref before;
        this.behind = ref behind;
        step = cellsPerRow;
        stepBefore = column == 0 ? 1 : cellsPerRow;
        gap = column == 0 ? 0 : 1;
        mayEndRow = column == cellsPerRow - 1 ? 1 : 0;
    }

    /// <summary>Finds a cell without its quotes; its length is below 0 when there are quotes in it, too.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Find(int row, out int start, out int length)
    {
        unchecked
        {
            start = Unsafe.Add(ref before, row * stepBefore) + gap;
            int end = Unsafe.Add(ref behind, row * step);
            end -= mayEndRow & (Unsafe.Add(ref origin, end - 1) == '\r' ? 1 : 0);
            length = end - start;
            if (Unsafe.Add(ref origin, start) == '"')
            {
                start++;
                length = LengthInQuotes(ref origin, start, length - 2);
            }
        }
    }

    // Nothing but values goes in and out, so that callers can keep theirs in registers.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int LengthInQuotes(ref byte origin, int start, int length) =>
        MemoryMarshal.CreateReadOnlySpan(ref Unsafe.Add(ref origin, start), length).Contains((byte)'"') ? -1 : length;
}
