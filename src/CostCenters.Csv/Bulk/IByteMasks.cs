using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace CostCenters.Csv.Bulk;

/// <summary>Which of 64 bytes are quotes, commas, line feeds, or neither plain ASCII nor text at all.</summary>
internal interface IByteMasks
{
    /// <summary>Reads 64 bytes; bit 0 stands for the first.</summary>
    /// <param name="first">The first byte.</param>
    /// <param name="quotes">The quotes.</param>
    /// <param name="commas">The commas.</param>
    /// <param name="feeds">The line feeds.</param>
    /// <param name="odd">The NULs and the bytes beyond ASCII.</param>
    static abstract void Read(ref byte first, out ulong quotes, out ulong commas, out ulong feeds, out ulong odd);

    /// <summary>Sets each bit up to and with which an odd number of quotes stands.</summary>
    /// <param name="quotes">The quotes.</param>
    static abstract ulong ParityOf(ulong quotes);
}

/// <summary>Reads the masks byte by byte.</summary>
internal readonly struct PlainMasks : IByteMasks
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Read(ref byte first, out ulong quotes, out ulong commas, out ulong feeds, out ulong odd)
    {
        (quotes, commas, feeds, odd) = (0, 0, 0, 0);
        for (int i = 0; i < 64; i++)
        {
            byte unit = Unsafe.Add(ref first, i);
            quotes |= (unit == '"' ? 1UL : 0UL) << i;
            commas |= (unit == ',' ? 1UL : 0UL) << i;
            feeds |= (unit == '\n' ? 1UL : 0UL) << i;
            odd |= (unit is 0 or > 0x7F ? 1UL : 0UL) << i;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong ParityOf(ulong quotes) => QuoteParity.ByShifts(quotes);
}

/// <summary>Reads the masks by two vectors of 32 bytes.</summary>
internal readonly struct Masks256 : IByteMasks
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Read(ref byte first, out ulong quotes, out ulong commas, out ulong feeds, out ulong odd)
    {
        Vector256<byte> low = Vector256.LoadUnsafe(ref first);
        Vector256<byte> high = Vector256.LoadUnsafe(ref first, 32);
        quotes = Both(Equal(low, '"'), Equal(high, '"'));
        commas = Both(Equal(low, ','), Equal(high, ','));
        feeds = Both(Equal(low, '\n'), Equal(high, '\n'));
        odd = Both(Odd(low), Odd(high));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong ParityOf(ulong quotes) => QuoteParity.ByMultiplication(quotes);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Equal(Vector256<byte> bytes, char sought) =>
        Vector256.Equals(bytes, Vector256.Create((byte)sought)).ExtractMostSignificantBits();

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
    public static void Read(ref byte first, out ulong quotes, out ulong commas, out ulong feeds, out ulong odd)
    {
        Vector512<byte> bytes = Vector512.LoadUnsafe(ref first);
        quotes = Vector512.Equals(bytes, Vector512.Create((byte)'"')).ExtractMostSignificantBits();
        commas = Vector512.Equals(bytes, Vector512.Create((byte)',')).ExtractMostSignificantBits();
        feeds = Vector512.Equals(bytes, Vector512.Create((byte)'\n')).ExtractMostSignificantBits();
        odd = Vector512.LessThan(bytes.AsSByte(), Vector512<sbyte>.One).ExtractMostSignificantBits();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong ParityOf(ulong quotes) => QuoteParity.ByMultiplication(quotes);
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
