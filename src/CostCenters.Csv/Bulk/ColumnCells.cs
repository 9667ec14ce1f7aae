using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace CostCenters.Csv.Bulk;

/// <summary>Where the cells of one column stand in the text of some rows.</summary>
internal readonly ref struct ColumnCells
{
    private readonly ref byte origin;
    private readonly ref int before;
    private readonly int cellsPerRow;
    private readonly bool endsRow;
    private readonly bool trims;

    /// <summary>Creates the cells.</summary>
    /// <param name="origin">The begin of the text.</param>
    /// <param name="before">Where the byte before the first cell stands; behind it in its array, where the separator
    /// behind the cell stands; and so on in steps of a row.</param>
    /// <param name="cellsPerRow">The cells of the header.</param>
    /// <param name="endsRow">Whether it is the last column.</param>
    /// <param name="trims">Whether white space around cells is no part of them.</param>
    public ColumnCells(ref byte origin, ref int before, int cellsPerRow, bool endsRow, bool trims)
    {
        this.trims = trims;
        this.origin = ref origin;
        this.before = ref before;
        this.cellsPerRow = cellsPerRow;
        this.endsRow = endsRow;
    }

    /// <summary>Finds a cell without its quotes; its length is below 0 when there are quotes in it, too.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Find(int row, out int start, out int length)
    {
        unchecked
        {
            // Safe: a row is below the count of its batch, a byte of the array stands in front of each cell, and its
            // separator behind it.
            ref int around = ref Unsafe.Add(ref before, row * cellsPerRow);
            start = around + 1;
            length = Unsafe.Add(ref around, 1) - start;
            if (endsRow && Unsafe.Add(ref origin, start + length - 1) == '\r')
            {
                length--;
            }

            if (Unsafe.Add(ref origin, start) == '"')
            {
                start++;
                length = LengthInQuotes(ref origin, start, length - 2);
            }

            if (trims)
            {
                Trim(ref origin, ref start, ref length);
            }
        }
    }

    /// <summary>Takes spaces and tabs off; where other white space may stand at an end the length is below 0, since only
    /// the plain reader knows it.</summary>
    // Safe: only bytes of the cell are looked at.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Trim(ref byte origin, ref int start, ref int length)
    {
        while (length > 0 && IsSpace(Unsafe.Add(ref origin, start)))
        {
            start++;
            length--;
        }

        while (length > 0 && IsSpace(Unsafe.Add(ref origin, start + length - 1)))
        {
            length--;
        }

        bool isPlain = length <= 0
            || (IsPlain(Unsafe.Add(ref origin, start)) && IsPlain(Unsafe.Add(ref origin, start + length - 1)));
        if (!isPlain)
        {
            length = -1;
        }
    }

    private static bool IsSpace(byte unit) => unit is (byte)' ' or (byte)'\t';

    private static bool IsPlain(byte unit) => unit is > (byte)' ' and < 0x80;

    // Nothing but values goes in and out, so that callers can keep theirs in registers.
    // Safe: the index has found that a quote which opens a cell is closed within it, so the length is not negative.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int LengthInQuotes(ref byte origin, int start, int length) =>
        MemoryMarshal.CreateReadOnlySpan(ref Unsafe.Add(ref origin, start), length).Contains((byte)'"') ? -1 : length;
}
