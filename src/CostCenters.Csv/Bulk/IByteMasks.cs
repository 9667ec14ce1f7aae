using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace CostCenters.Csv.Bulk;

/// <summary>Which of 64 bytes are quotes, delimiters, line feeds, or neither plain ASCII nor text at all.</summary>
internal interface IByteMasks
{
    /// <summary>Reads 64 bytes; bit 0 stands for the first.</summary>
    /// <param name="first">The first byte.</param>
    /// <param name="delimiter">What stands between cells.</param>
    /// <param name="quotes">The quotes.</param>
    /// <param name="delimiters">The delimiters.</param>
    /// <param name="feeds">The line feeds.</param>
    /// <param name="odd">The NULs and the bytes beyond ASCII.</param>
    static abstract void Read(
        ref byte first, byte delimiter, out ulong quotes, out ulong delimiters, out ulong feeds, out ulong odd);

    /// <summary>Sets each bit up to and with which an odd number of quotes stands.</summary>
    /// <param name="quotes">The quotes.</param>
    static abstract ulong ParityOf(ulong quotes);

    /// <summary>Writes down where separators stand.</summary>
    /// <param name="separators">The separators.</param>
    /// <param name="at">Where the first of the 64 bytes stands.</param>
    /// <param name="next">Where to write; up to 64 places may be overwritten, however few the separators.</param>
    static abstract void Note(ulong separators, int at, ref int next);
}

/// <summary>Reads the masks byte by byte.</summary>
internal readonly struct PlainMasks : IByteMasks
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Read(
        ref byte first, byte delimiter, out ulong quotes, out ulong delimiters, out ulong feeds, out ulong odd)
    {
        // Safe: the caller has 64 bytes from the first on.
        (quotes, delimiters, feeds, odd) = (0, 0, 0, 0);
        for (int i = 0; i < 64; i++)
        {
            byte unit = Unsafe.Add(ref first, i);
            quotes |= (unit == '"' ? 1UL : 0UL) << i;
            delimiters |= (unit == delimiter ? 1UL : 0UL) << i;
            feeds |= (unit == '\n' ? 1UL : 0UL) << i;
            odd |= (unit is 0 or > 0x7F ? 1UL : 0UL) << i;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong ParityOf(ulong quotes) => QuoteParity.ByShifts(quotes);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Note(ulong separators, int at, ref int next) => BitPlaces.Note(separators, at, ref next);
}

/// <summary>Reads the masks by two vectors of 32 bytes.</summary>
internal readonly struct Masks256 : IByteMasks
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Read(
        ref byte first, byte delimiter, out ulong quotes, out ulong delimiters, out ulong feeds, out ulong odd)
    {
        // Safe: the caller has 64 bytes from the first on.
        Vector256<byte> low = Vector256.LoadUnsafe(ref first);
        Vector256<byte> high = Vector256.LoadUnsafe(ref first, 32);
        quotes = Both(Equal(low, (byte)'"'), Equal(high, (byte)'"'));
        delimiters = Both(Equal(low, delimiter), Equal(high, delimiter));
        feeds = Both(Equal(low, (byte)'\n'), Equal(high, (byte)'\n'));
        odd = Both(Odd(low), Odd(high));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong ParityOf(ulong quotes) => QuoteParity.ByMultiplication(quotes);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Note(ulong separators, int at, ref int next) => BitPlaces.Note(separators, at, ref next);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Equal(Vector256<byte> bytes, byte sought) =>
        Vector256.Equals(bytes, Vector256.Create(sought)).ExtractMostSignificantBits();

    // As a signed number a byte beyond ASCII is negative.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Odd(Vector256<byte> bytes) =>
        Vector256.LessThan(bytes.AsSByte(), Vector256<sbyte>.One).ExtractMostSignificantBits();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Both(uint low, uint high) => low | ((ulong)high << 32);
}

/// <summary>Reads the masks by one vector of 64 bytes.</summary>
internal readonly struct Masks512 : IByteMasks
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Read(
        ref byte first, byte delimiter, out ulong quotes, out ulong delimiters, out ulong feeds, out ulong odd)
    {
        // Safe: the caller has 64 bytes from the first on.
        Vector512<byte> bytes = Vector512.LoadUnsafe(ref first);
        quotes = Vector512.Equals(bytes, Vector512.Create((byte)'"')).ExtractMostSignificantBits();
        delimiters = Vector512.Equals(bytes, Vector512.Create(delimiter)).ExtractMostSignificantBits();
        feeds = Vector512.Equals(bytes, Vector512.Create((byte)'\n')).ExtractMostSignificantBits();
        odd = Vector512.LessThan(bytes.AsSByte(), Vector512<sbyte>.One).ExtractMostSignificantBits();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong ParityOf(ulong quotes) => QuoteParity.ByMultiplication(quotes);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Note(ulong separators, int at, ref int next)
    {
        if (Avx512Vbmi2.IsSupported)
        {
            BitPlaces.NoteByCompression(separators, at, ref next);
        }
        else
        {
            BitPlaces.Note(separators, at, ref next);
        }
    }
}

/// <summary>Finds which bytes lie inside quotes.</summary>
internal static class QuoteParity
{
    /// <summary>Sets each bit up to and with which an odd number of bits is set.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong ByShifts(ulong bits)
    {
        bits ^= bits << 1;
        bits ^= bits << 2;
        bits ^= bits << 4;
        bits ^= bits << 8;
        bits ^= bits << 16;
        return bits ^ (bits << 32);
    }

    /// <summary>The same by one multiplication without carries, where the machine has it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong ByMultiplication(ulong bits) =>
        Pclmulqdq.IsSupported
            ? Pclmulqdq.CarrylessMultiply(Vector128.CreateScalar(bits), Vector128<ulong>.AllBitsSet, 0).ToScalar()
            : ByShifts(bits);
}

/// <summary>Writes down which bits are set.</summary>
internal static class BitPlaces
{
    private const int AtOnce = 8;

    /// <summary>Writes down the places of bits, some more than there are, since that takes no decision.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Note(ulong bits, int at, ref int next)
    {
        unchecked
        {
            // Safe: the caller has 64 places from the next on; at most eight times eight are written.
            while (bits != 0)
            {
                for (int i = 0; i < AtOnce; i++)
                {
                    Unsafe.Add(ref next, i) = at + BitOperations.TrailingZeroCount(bits);
                    bits &= bits - 1;
                }

                next = ref Unsafe.Add(ref next, AtOnce);
            }
        }
    }

    /// <summary>The same: the numbers from 0 to 63 are moved together to those whose bits are set.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void NoteByCompression(ulong bits, int at, ref int next)
    {
        // Safe: the caller has 64 places from the next on, which is what is written at most.
        Vector512<ulong> ofEight = Vector512.Create(0x8040_2010_0804_0201);
        Vector512<byte> byteOfBit = Vector512.Create(
            Vector256.Create(Vector128.Create(Eight(0), Eight(1)), Vector128.Create(Eight(2), Eight(3))),
            Vector256.Create(Vector128.Create(Eight(4), Eight(5)), Vector128.Create(Eight(6), Eight(7)))).AsByte();
        Vector512<byte> spread = Avx512BW.Shuffle(Vector512.Create(bits).AsByte(), byteOfBit);
        Vector512<byte> isSet = Vector512.Equals(spread & ofEight.AsByte(), ofEight.AsByte());
        Vector512<byte> places = Avx512Vbmi2.Compress(Vector512<byte>.Zero, isSet, Vector512<byte>.Indices);
        Vector512<int> start = Vector512.Create(at);
        (Avx512F.ConvertToVector512Int32(places.GetLower().GetLower()) + start).StoreUnsafe(ref next);
        if (BitOperations.PopCount(bits) > Vector512<int>.Count)
        {
            (Avx512F.ConvertToVector512Int32(places.GetLower().GetUpper()) + start).StoreUnsafe(ref next, 16);
            (Avx512F.ConvertToVector512Int32(places.GetUpper().GetLower()) + start).StoreUnsafe(ref next, 32);
            (Avx512F.ConvertToVector512Int32(places.GetUpper().GetUpper()) + start).StoreUnsafe(ref next, 48);
        }
    }

    private static ulong Eight(ulong number) => number * 0x0101_0101_0101_0101;
}
