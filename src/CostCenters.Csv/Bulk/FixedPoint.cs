using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using CostCenters.Csv.Cells;

namespace CostCenters.Csv.Bulk;

/// <summary>Reads the plain numbers of a column: up to 16 characters at once.</summary>
internal readonly struct FixedPoint
{
    private const int Width = 16;
    private const int MostCountDigits = 18;

    private readonly int scale;
    private readonly ulong bound;
    private readonly int mostWhole;

    /// <summary>Sets the column.</summary>
    /// <param name="scale">0 to 12 decimals.</param>
    /// <param name="bound">The largest magnitude in whole units, a power of ten.</param>
    public FixedPoint(int scale, ulong bound)
    {
        this.scale = scale;
        this.bound = bound;
        int boundDigits = 0;
        for (ulong power = 1; power < bound; power *= 10)
        {
            boundDigits++;
        }

        mostWhole = Math.Min(boundDigits, MostCountDigits - scale);
    }

    /// <summary>For each place of the point, which characters are digits; without a point, all.</summary>
    private static ReadOnlySpan<byte> DigitPlaces =>
    [
        255, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15,
        255, 0, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15,
        255, 0, 1, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15,
        255, 0, 1, 2, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15,
        255, 0, 1, 2, 3, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15,
        255, 0, 1, 2, 3, 4, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15,
        255, 0, 1, 2, 3, 4, 5, 7, 8, 9, 10, 11, 12, 13, 14, 15,
        255, 0, 1, 2, 3, 4, 5, 6, 8, 9, 10, 11, 12, 13, 14, 15,
        255, 0, 1, 2, 3, 4, 5, 6, 7, 9, 10, 11, 12, 13, 14, 15,
        255, 0, 1, 2, 3, 4, 5, 6, 7, 8, 10, 11, 12, 13, 14, 15,
        255, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 11, 12, 13, 14, 15,
        255, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 13, 14, 15,
        255, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 14, 15,
        255, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 14, 15,
        255, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 15,
        255, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14,
        0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15,
    ];

    private static ReadOnlySpan<long> Powers =>
    [
        1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000, 10_000_000_000,
        100_000_000_000, 1_000_000_000_000,
    ];

    /// <summary>Reads a number as a count of 10^-scale; false for one that is faulty.</summary>
    /// <param name="origin">The text, which has 16 bytes in front of the cell.</param>
    /// <param name="cell">The cell.</param>
    /// <param name="count">The count.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryRead(ref byte origin, CellSpan cell, out long count)
    {
        unchecked
        {
            int isNegative = Unsafe.Add(ref origin, cell.Start) == '-' ? 1 : 0;
            int length = cell.Length - isNegative;
            if ((uint)(length - 1) >= Width)
            {
                return TryReadSlowly(ref origin, cell, scale, bound, out count);
            }

            Vector128<byte> text = Vector128.LoadUnsafe(ref Unsafe.Add(ref origin, cell.Start + cell.Length - Width));
            Vector128<byte> isCell = Vector128.GreaterThanOrEqual(
                Vector128<byte>.Indices, Vector128.Create((byte)(Width - length)));
            text = Vector128.ConditionalSelect(isCell, text, Vector128.Create((byte)'0'));
            uint points = Vector128.Equals(text, Vector128.Create((byte)'.')).ExtractMostSignificantBits();
            int point = BitOperations.TrailingZeroCount(points | 1U << Width);
            Vector128<byte> places = Vector128.LoadUnsafe(
                ref MemoryMarshal.GetReference(DigitPlaces), (nuint)(point * Width));
            Vector128<byte> digits = Vector128.ShuffleNative(text - Vector128.Create((byte)'0'), places);
            int decimals = points == 0 ? 0 : Width - 1 - point;
            int whole = length - decimals - (points == 0 ? 0 : 1);
            bool isPlain = Vector128.LessThanOrEqualAll(digits, Vector128.Create((byte)9))
                && point != Width - 1 && decimals <= scale && whole >= 1 && whole <= mostWhole;
            if (!isPlain)
            {
                return TryReadSlowly(ref origin, cell, scale, bound, out count);
            }

            Vector128<ulong> halves = digits.AsUInt64();
            long value = (long)((Eight(halves.GetElement(0)) * 100_000_000) + Eight(halves.GetElement(1)));
            value *= Unsafe.Add(ref MemoryMarshal.GetReference(Powers), scale - decimals);
            count = (value ^ -isNegative) + isNegative;
            return true;
        }
    }

    /// <summary>The number of eight digits, the first in the lowest byte.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Eight(ulong digits)
    {
        unchecked
        {
            digits = ((digits * 10) + (digits >> 8)) & 0x00FF_00FF_00FF_00FF;
            digits = ((digits * 100) + (digits >> 16)) & 0x0000_FFFF_0000_FFFF;
            return ((digits * 10_000) + (digits >> 32)) & 0xFFFF_FFFF;
        }
    }

    private static bool TryReadSlowly(ref byte origin, CellSpan cell, int scale, ulong bound, out long count)
    {
        count = 0;
        return cell.Length > 0
            && NumberCell.Parse(
                MemoryMarshal.CreateReadOnlySpan(ref Unsafe.Add(ref origin, cell.Start), cell.Length),
                scale,
                bound,
                rounding: null,
                out count,
                out _) == NumberFaults.None;
    }
}
