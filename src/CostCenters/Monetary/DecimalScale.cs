using System.Globalization;

namespace CostCenters.Monetary;

/// <summary>
/// A number of decimals, and the exact way between <see cref="decimal"/> and 64-bit counts of that decimal fraction.
/// </summary>
/// <remarks>
/// At scale 2 the amount 12.34 is the count 1234. Ledgers and cubes hold counts, whose sums are exact and detect
/// overflow; the API holds <see cref="decimal"/>. <c>default(DecimalScale)</c> is scale 0: whole units.
/// </remarks>
public readonly record struct DecimalScale
{
    /// <summary>The largest number of decimals.</summary>
    public const int MaxDigits = 12;

    /// <summary>The scale of every quantity and key figure in ledgers, cubes and tables: six decimals.</summary>
    public static readonly DecimalScale Quantity = new(6);

    /// <summary>Creates a scale.</summary>
    /// <param name="digits">Decimals, 0 to <see cref="MaxDigits"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="digits"/> is out of bounds.</exception>
    public DecimalScale(int digits)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(digits);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(digits, MaxDigits);
        Digits = digits;
    }

    /// <summary>Decimals after the point.</summary>
    public int Digits { get; }

    /// <summary>How many counts make one whole unit: 10 to the power of <see cref="Digits"/>.</summary>
    public long UnitsPerWhole => PowersOfTen.Int64(Digits);

    /// <summary>The number that a count stands for, with exactly <see cref="Digits"/> decimals.</summary>
    /// <param name="count">Any count.</param>
    public decimal ToDecimal(long count)
    {
        ulong magnitude = count < 0 ? unchecked(0UL - (ulong)count) : (ulong)count;
        return new decimal(
            unchecked((int)magnitude), unchecked((int)(magnitude >> 32)), 0, count < 0, (byte)Digits);
    }

    /// <summary>The number that a count stands for, with exactly <see cref="Digits"/> decimals.</summary>
    /// <param name="count">A sum of counts.</param>
    /// <exception cref="OverflowException">The magnitude is beyond 2^96.</exception>
    public decimal ToDecimal(Int128 count)
    {
        UInt128 magnitude = (UInt128)Int128.Abs(count);
        if (magnitude >> 96 != 0)
        {
            throw new OverflowException(
                FormattableString.Invariant($"{count} at {Digits} decimals does not fit a decimal."));
        }

        return new decimal(
            unchecked((int)(uint)magnitude),
            unchecked((int)(uint)(magnitude >> 32)),
            unchecked((int)(uint)(magnitude >> 64)),
            count < 0,
            (byte)Digits);
    }

    /// <summary>The count of a number that this scale holds exactly.</summary>
    /// <param name="value">A number with no more decimals than <see cref="Digits"/> but for trailing zeros.</param>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="value"/> has a finer part, or its count outgrows 64 bits.
    /// </exception>
    public long ToCount(decimal value) =>
        TryToCount(value, out long count)
            ? count
            : throw new ArgumentOutOfRangeException(
                nameof(value),
                MoneyRange.Text(value),
                $"Expected a number of at most {Digits} decimals whose count fits 64 bits.");

    /// <summary>The count of a number, if this scale holds it exactly.</summary>
    /// <param name="value">Any number.</param>
    /// <param name="count">The count, or 0 when the number is finer than the scale or too large.</param>
    /// <returns>Whether the number is exactly the count.</returns>
    public bool TryToCount(decimal value, out long count)
    {
        (UInt128 magnitude, int decimals, bool negative) = PartsOf(value);
        count = 0;
        if (decimals > Digits)
        {
            (magnitude, UInt128 finer) = UInt128.DivRem(magnitude, PowersOfTen.UInt128(decimals - Digits));
            if (finer != 0)
            {
                return false;
            }
        }
        else if (decimals < Digits)
        {
            // 96 bits times 10^12 stays below 2^136, so a large magnitude is refused before it could wrap.
            if (magnitude > (UInt128)long.MaxValue + 1)
            {
                return false;
            }

            magnitude *= PowersOfTen.UInt128(Digits - decimals);
        }

        if (magnitude > (UInt128)long.MaxValue + (negative ? 1u : 0u))
        {
            return false;
        }

        count = negative ? unchecked(-(long)(ulong)magnitude) : (long)magnitude;
        return true;
    }

    /// <summary>The count of a sum that this scale holds exactly, beyond 64 bits as well.</summary>
    /// <exception cref="OverflowException">The count outgrows 128 bits.</exception>
    internal Int128 ToWideCount(decimal value)
    {
        (UInt128 magnitude, int decimals, bool negative) = PartsOf(value);
        var count = checked((Int128)(decimals > Digits
            ? magnitude / PowersOfTen.UInt128(decimals - Digits)
            : magnitude * PowersOfTen.UInt128(Digits - decimals)));
        return negative ? -count : count;
    }

    /// <summary>The count nearest to a number, by a named rule for the middle.</summary>
    /// <param name="value">A number whose count fits 64 bits.</param>
    /// <param name="rounding">Where a number halfway between two counts goes.</param>
    /// <param name="rest">What rounding took away: <paramref name="value"/> - the count's number; exact.</param>
    /// <exception cref="ArgumentOutOfRangeException">The count outgrows 64 bits, or <paramref name="rounding"/> is no
    /// rule.</exception>
    public long Round(decimal value, MidpointRounding rounding, out decimal rest)
    {
        decimal rounded = Math.Round(value, Digits, InputRange.Rule(rounding));
        rest = value - rounded;
        return ToCount(rounded);
    }

    /// <summary>The number of decimals.</summary>
    public override string ToString() => Digits.ToString(CultureInfo.InvariantCulture);

    private static (UInt128 Magnitude, int Decimals, bool IsNegative) PartsOf(decimal value)
    {
        Span<int> bits = stackalloc int[4];
        _ = decimal.GetBits(value, bits);
        UInt128 magnitude = new(unchecked((uint)bits[2]), unchecked(((ulong)(uint)bits[1] << 32) | (uint)bits[0]));
        return (magnitude, (bits[3] >> 16) & 0xFF, bits[3] < 0);
    }
}
