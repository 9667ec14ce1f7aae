using CostCenters.Ledgers;

namespace CostCenters.Csv.Cells;

/// <summary>Reads and writes numbers as the contract writes them: <c>-?[0-9]+(\.[0-9]+)?</c>.</summary>
/// <remarks>Everything is counted in integers; the text is UTF-8 and only ASCII digits are digits.</remarks>
internal static class NumberCell
{
    /// <summary>The largest magnitude of an amount: 10^15.</summary>
    public const ulong AmountBound = (ulong)PostingRules.MaxAmount;

    /// <summary>The largest magnitude of a quantity or key-figure value: 10^12.</summary>
    public const ulong QuantityBound = (ulong)PostingRules.MaxQuantity;

    /// <summary>The decimals of quantities and key-figure values.</summary>
    public const int QuantityScale = 6;

    /// <summary>The decimals in which the rests of rounding are counted; a finer number is refused.</summary>
    public const int RestDecimals = 28;

    /// <summary>The longest text that <see cref="Format"/> writes: sign, 19 digits, point and a leading zero.</summary>
    public const int LongestText = 24;

    /// <summary>Reads a number as a count of 10^-scale.</summary>
    /// <param name="text">The cell.</param>
    /// <param name="scale">0 to 12.</param>
    /// <param name="bound">The largest magnitude in whole units, at most 10^15.</param>
    /// <param name="rounding">How more decimals than the scale are rounded; null to refuse them.</param>
    /// <param name="count">The count; 0 with a fault.</param>
    /// <param name="change">What rounding added, in units of 10^-28.</param>
    public static NumberFaults Parse(
        ReadOnlySpan<byte> text,
        int scale,
        ulong bound,
        MidpointRounding? rounding,
        out long count,
        out Int128 change)
    {
        count = 0;
        change = 0;
        bool isNegative = text is [(byte)'-', ..];
        ReadOnlySpan<byte> digits = isNegative ? text[1..] : text;
        int point = digits.IndexOf((byte)'.');
        ReadOnlySpan<byte> whole = point < 0 ? digits : digits[..point];
        ReadOnlySpan<byte> decimals = point < 0 ? default : digits[(point + 1)..];
        if (whole.IsEmpty || !AreDigits(whole) || (point >= 0 && (decimals.IsEmpty || !AreDigits(decimals))))
        {
            return NumberFaults.NotANumber;
        }

        NumberFaults faults = NumberFaults.None;
        ulong units = Units(whole, bound);
        if (units > bound || (units == bound && decimals.ContainsAnyExcept((byte)'0')))
        {
            faults |= NumberFaults.OutOfRange;
        }

        if (decimals.Length > scale && (rounding is null || HasDigitsBeyond(decimals, RestDecimals)))
        {
            faults |= NumberFaults.TooManyDigits;
        }

        if (faults != NumberFaults.None)
        {
            return faults;
        }

        ulong high = Math.BigMul(units, PowersOfTen.Of(scale), out ulong magnitude);
        ulong kept = Padded(decimals, scale);
        if (high != 0 || magnitude > (ulong)long.MaxValue - kept - 1)
        {
            return NumberFaults.OutOfRange;
        }

        magnitude += kept;
        if (rounding is MidpointRounding mode && decimals.Length > scale)
        {
            magnitude += Round(decimals[scale..], scale, isNegative, magnitude, mode, out change);
        }

        count = isNegative ? -(long)magnitude : (long)magnitude;
        return NumberFaults.None;
    }

    /// <summary>Whether a text is a number as the contract writes it.</summary>
    public static bool IsNumber(ReadOnlySpan<byte> text) =>
        Parse(text, 0, AmountBound, MidpointRounding.ToZero, out _, out _) != NumberFaults.NotANumber;

    /// <summary>Writes a count of 10^-scale with all its decimals; zero has no sign.</summary>
    /// <returns>The bytes written.</returns>
    public static int Format(long count, int scale, Span<byte> destination)
    {
        int length = 0;
        if (count < 0)
        {
            destination[length++] = (byte)'-';
        }

        // The magnitude of the smallest 64-bit number fits unsigned only.
        ulong magnitude = count < 0 ? (ulong)-(count + 1) + 1 : (ulong)count;
        Span<byte> digits = destination[length..];
        magnitude.TryFormat(digits, out int written, default, null);
        if (scale == 0)
        {
            return length + written;
        }

        if (written <= scale)
        {
            int zeros = scale + 1 - written;
            digits[..written].CopyTo(digits[zeros..]);
            digits[..zeros].Fill((byte)'0');
            written += zeros;
        }

        for (int place = written; place > written - scale; place--)
        {
            digits[place] = digits[place - 1];
        }

        digits[written - scale] = (byte)'.';
        return length + written + 1;
    }

    private static bool AreDigits(ReadOnlySpan<byte> text) => !text.ContainsAnyExceptInRange((byte)'0', (byte)'9');

    private static bool HasDigitsBeyond(ReadOnlySpan<byte> decimals, int places) =>
        decimals.Length > places && decimals[places..].ContainsAnyExcept((byte)'0');

    /// <summary>The whole units, or something above the bound.</summary>
    private static ulong Units(ReadOnlySpan<byte> whole, ulong bound)
    {
        ulong units = 0;
        foreach (byte digit in whole)
        {
            units = (units * 10) + (digit - (ulong)'0');
            if (units > bound)
            {
                break;
            }
        }

        return units;
    }

    /// <summary>The first decimals, filled up with zeros to the scale.</summary>
    private static ulong Padded(ReadOnlySpan<byte> decimals, int scale)
    {
        ulong value = 0;
        for (int place = 0; place < scale; place++)
        {
            value = (value * 10) + (place < decimals.Length ? decimals[place] - (ulong)'0' : 0);
        }

        return value;
    }

    /// <summary>Decides whether the magnitude grows by one for the decimals beyond the scale.</summary>
    private static ulong Round(
        ReadOnlySpan<byte> beyond,
        int scale,
        bool isNegative,
        ulong magnitude,
        MidpointRounding mode,
        out Int128 change)
    {
        int places = RestDecimals - scale;
        Int128 rest = 0;
        Int128 one = 1;
        for (int place = 0; place < places; place++)
        {
            rest = (rest * 10) + (place < beyond.Length ? beyond[place] - '0' : 0);
            one *= 10;
        }

        int half = (rest * 2).CompareTo(one);
        bool grows = mode switch
        {
            MidpointRounding.ToEven => half > 0 || (half == 0 && magnitude % 2 == 1),
            MidpointRounding.AwayFromZero => half >= 0,
            MidpointRounding.ToNegativeInfinity => rest > 0 && isNegative,
            MidpointRounding.ToPositiveInfinity => rest > 0 && !isNegative,
            _ => false,
        };
        Int128 grown = grows ? one - rest : -rest;
        change = isNegative ? -grown : grown;
        return grows ? 1UL : 0UL;
    }
}
