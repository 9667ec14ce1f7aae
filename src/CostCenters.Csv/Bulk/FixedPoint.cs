using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using CostCenters.Csv.Cells;
using CostCenters.Csv.Imports;

namespace CostCenters.Csv.Bulk;

/// <summary>Reads the plain numbers of a column: up to 16 characters at once.</summary>
/// <remarks>Plain is <c>[ "-" ] unsigned</c> without grouping, with the decimal separator of the dialect. What is not
/// plain is read more slowly. Four fields, so that they stay in registers. One for each thread.
/// </remarks>
internal readonly struct FixedPoint
{
    private const int Width = 16;
    private const int MostCountDigits = 18;
    private const byte NoText = 0xFF;
    private const int NoNumber = -1;

    private readonly int mostWhole;
    private readonly int marks;
    private readonly long[] factors;
    private readonly SlowNumbers slowNumbers;

    /// <summary>Sets the column.</summary>
    /// <param name="scale">0 to 12 decimals.</param>
    /// <param name="bound">The largest magnitude in whole units, a power of ten.</param>
    /// <param name="dialect">How numbers are written.</param>
    /// <param name="takesSuffix">Whether the column has the sign suffixes, if the dialect has any.</param>
    public FixedPoint(int scale, ulong bound, NumberDialect dialect, bool takesSuffix)
    {
        slowNumbers = new SlowNumbers(scale, bound, dialect, takesSuffix);
        byte point = char.IsAscii(dialect.DecimalSeparator) ? (byte)dialect.DecimalSeparator : NoText;
        byte minus = dialect.NegativeStyles.HasFlag(NegativeStyles.LeadingMinus) ? (byte)'-' : NoText;
        marks = point | (minus << 8);
        int boundDigits = 0;
        for (ulong power = 1; power < bound; power *= 10)
        {
            boundDigits++;
        }

        // Where each number has a suffix, one without any is no number, which only the slow road knows.
        mostWhole = takesSuffix && dialect.PositiveSuffix is not null
            ? NoNumber
            : Math.Min(boundDigits, MostCountDigits - scale);
        factors = new long[Width + 1];
        factors[Width] = (long)PowersOfTen.Of(scale);
        for (int decimals = 1; decimals <= scale; decimals++)
        {
            factors[Width - 1 - decimals] = (long)PowersOfTen.Of(scale - decimals);
        }
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

    /// <summary>For each length, which characters belong to the cell that ends with the last one.</summary>
    private static ReadOnlySpan<byte> CellPlaces =>
    [
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
        255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255,
    ];

    /// <summary>Reads a number as a count of 10^-scale; false for one that is faulty.</summary>
    /// <param name="origin">The text, which has 16 bytes in front of the cell.</param>
    /// <param name="start">Where the cell starts.</param>
    /// <param name="length">Its length, or less than 0 for a faulty one.</param>
    /// <param name="leastWhole">The least digits in front of the point: 1, or 0 for a cell that may be and is empty,
    /// which is read as 0.</param>
    /// <param name="count">The count.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryRead(ref byte origin, int start, int length, int leastWhole, out long count)
    {
        unchecked
        {
            // Safe: 16 bytes stand in front of the cell, and one behind it; the tables are read at a length or a point
            // of 0 to 16, and each of them has what is read there.
            int isNegative = Unsafe.Add(ref origin, start) == (byte)(marks >> 8) ? 1 : 0;
            int unsigned = length - isNegative;
            if ((uint)unsigned > Width)
            {
                return TryReadSlowly(ref origin, start, length, out count);
            }

            Vector128<byte> text = Vector128.LoadUnsafe(ref Unsafe.Add(ref origin, start + length - Width));
            Vector128<byte> isCell = Vector128.LoadUnsafe(
                ref MemoryMarshal.GetReference(CellPlaces), (nuint)unsigned);
            Vector128<byte> numbers = (text - Vector128.Create((byte)'0')) & isCell;
            uint points = Vector128.Equals(numbers, Vector128.Create((byte)(marks - '0'))).ExtractMostSignificantBits();
            int point = BitOperations.TrailingZeroCount(points | 1U << Width);
            Vector128<byte> places = Vector128.LoadUnsafe(
                ref MemoryMarshal.GetReference(DigitPlaces), (nuint)(point * Width));
            Vector128<byte> digits = Vector128.ShuffleNative(numbers, places);
            long factor = Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(factors), point);
            int whole = unsigned + point - Width;
            int faults = (whole - leastWhole) | (mostWhole - whole);
            if (faults < 0 || factor == 0 || Vector128.GreaterThanAny(digits, Vector128.Create((byte)9)))
            {
                return TryReadSlowly(ref origin, start, length, out count);
            }

            long value = (long)ValueOf(digits) * factor;
            count = (value ^ -isNegative) + isNegative;
            return true;
        }
    }

    /// <summary>The number of 16 digits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong ValueOf(Vector128<byte> digits)
    {
        unchecked
        {
            if (Sse41.IsSupported)
            {
                Vector128<short> twos = Ssse3.MultiplyAddAdjacent(digits, Vector128.Create((ushort)0x010A).AsSByte());
                Vector128<int> fours = Sse2.MultiplyAddAdjacent(twos, Vector128.Create(0x0001_0064).AsInt16());
                Vector128<short> packed = Sse41.PackUnsignedSaturate(fours, fours).AsInt16();
                ulong both = Sse2.MultiplyAddAdjacent(packed, Vector128.Create(0x0001_2710).AsInt16())
                    .AsUInt64().ToScalar();
                return ((uint)both * 100_000_000UL) + (both >> 32);
            }

            Vector128<ulong> halves = digits.AsUInt64();
            return (Eight(halves.GetElement(0)) * 100_000_000) + Eight(halves.GetElement(1));
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

    [MethodImpl(MethodImplOptions.NoInlining)]
    private bool TryReadSlowly(ref byte origin, int start, int length, out long count)
    {
        // Safe: the cell is within its text, and its length is above 0.
        count = 0;
        return length > 0
            && slowNumbers.TryRead(MemoryMarshal.CreateReadOnlySpan(ref Unsafe.Add(ref origin, start), length), out count);
    }
}
