using System.Buffers;
using System.ComponentModel;
using System.Globalization;
using System.Numerics;
using System.Text.Json.Serialization;

namespace CostCenters.Monetary;

/// <summary>An exact quotient of whole numbers, in lowest terms.</summary>
/// <remarks>
/// Rates, shares and averages stay fractions until a call that is named for rounding, so that parts keep adding up to
/// their whole: a third of an amount, three times, is the amount. No bounds but memory; JSON and other text hold
/// fractions of at most 10,000 characters, and longer ones are neither written nor read. <c>default(Fraction)</c> is 0.
/// </remarks>
[JsonConverter(typeof(TextJsonConverter<Fraction>))]
[TypeConverter(typeof(TextTypeConverter<Fraction>))]
public readonly record struct Fraction : IComparable<Fraction>, ITextValue<Fraction>
{
    /// <summary>A longer text would take more than a moment to read.</summary>
    private const int LongestText = 10_000;

    private static readonly SearchValues<char> Letters = SearchValues.Create("-./0123456789");

    private readonly BigInteger denominatorLessOne;

    private Fraction(BigInteger numerator, BigInteger denominator)
    {
        BigInteger divisor = CommonDivisor(numerator, denominator);
        Numerator = numerator / divisor;
        denominatorLessOne = (denominator / divisor) - BigInteger.One;
    }

    private Fraction((BigInteger Numerator, BigInteger Denominator) reduced)
    {
        Numerator = reduced.Numerator;
        denominatorLessOne = reduced.Denominator - BigInteger.One;
    }

    /// <summary>The number 0.</summary>
    public static Fraction Zero => default;

    /// <summary>The number 1.</summary>
    public static Fraction One { get; } = new(BigInteger.One, BigInteger.One);

    static string ITextValue<Fraction>.Expected => "a number; write it like -123.45, or like -1/3";

    /// <summary>The numerator, with the sign of the fraction.</summary>
    public BigInteger Numerator { get; }

    /// <summary>The denominator, above 0.</summary>
    public BigInteger Denominator => denominatorLessOne + BigInteger.One;

    /// <summary>-1, 0 or 1.</summary>
    public int Sign => Numerator.Sign;

    /// <summary>Whether the fraction is 0.</summary>
    public bool IsZero => Numerator.IsZero;

    /// <summary>Adds exactly.</summary>
    public static Fraction operator +(Fraction left, Fraction right)
    {
        if (left.denominatorLessOne == right.denominatorLessOne)
        {
            return new Fraction(left.Numerator + right.Numerator, left.Denominator);
        }

        // Divisors of small numbers instead of one of the whole result (Knuth, 4.5.1): what both denominators have in
        // common is all that the sum can lose.
        BigInteger common = CommonDivisor(left.Denominator, right.Denominator);
        BigInteger part = left.Denominator / common;
        BigInteger sum = (left.Numerator * (right.Denominator / common)) + (right.Numerator * part);
        BigInteger divisor = CommonDivisor(sum, common);
        return sum.IsZero ? Zero : new Fraction((sum / divisor, part * (right.Denominator / divisor)));
    }

    /// <summary>Subtracts exactly.</summary>
    public static Fraction operator -(Fraction left, Fraction right) => left + -right;

    /// <summary>The fraction with the opposite sign.</summary>
    public static Fraction operator -(Fraction value) => new((-value.Numerator, value.Denominator));

    /// <summary>Multiplies exactly.</summary>
    public static Fraction operator *(Fraction left, Fraction right)
    {
        BigInteger first = CommonDivisor(left.Numerator, right.Denominator);
        BigInteger second = CommonDivisor(right.Numerator, left.Denominator);
        return new Fraction((
            left.Numerator / first * (right.Numerator / second),
            left.Denominator / second * (right.Denominator / first)));
    }

    /// <summary>Divides exactly.</summary>
    /// <exception cref="DivideByZeroException"><paramref name="right"/> is 0.</exception>
    public static Fraction operator /(Fraction left, Fraction right) =>
        right.IsZero
            ? throw new DivideByZeroException("A fraction cannot be divided by 0.")
            : new(left.Numerator * right.Denominator, left.Denominator * right.Numerator);

    /// <summary>Whether one fraction is below another.</summary>
    public static bool operator <(Fraction left, Fraction right) => left.CompareTo(right) < 0;

    /// <summary>Whether one fraction is above another.</summary>
    public static bool operator >(Fraction left, Fraction right) => left.CompareTo(right) > 0;

    /// <summary>Whether one fraction is below another or equal.</summary>
    public static bool operator <=(Fraction left, Fraction right) => left.CompareTo(right) <= 0;

    /// <summary>Whether one fraction is above another or equal.</summary>
    public static bool operator >=(Fraction left, Fraction right) => left.CompareTo(right) >= 0;

    /// <summary>The fraction that equals a decimal number, exactly.</summary>
    /// <param name="value">Any number.</param>
    public static Fraction Of(decimal value)
    {
        Span<int> bits = stackalloc int[4];
        _ = decimal.GetBits(value, bits);
        BigInteger magnitude = new UInt128(
            unchecked((uint)bits[2]), unchecked(((ulong)(uint)bits[1] << 32) | (uint)bits[0]));
        return new Fraction(
            bits[3] < 0 ? -magnitude : magnitude, (BigInteger)PowersOfTen.UInt128((bits[3] >> 16) & 0xFF));
    }

    /// <summary>The fraction that equals a whole number.</summary>
    internal static Fraction OfWhole(BigInteger value) => new(value, BigInteger.One);

    /// <summary>A whole number ÷ 2^bits.</summary>
    internal static Fraction OfBinary(BigInteger value, int bits)
    {
        int zeros = value.IsZero ? bits : (int)BigInteger.Min(BigInteger.TrailingZeroCount(value), bits);
        return new Fraction((value >> zeros, BigInteger.One << (bits - zeros)));
    }

    /// <summary>The sum of fractions; 0 for none.</summary>
    /// <param name="values">The fractions, in any order.</param>
    public static Fraction Sum(IEnumerable<Fraction> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        return values.Aggregate(Zero, (sum, value) => sum + value);
    }

    /// <summary>The magnitude.</summary>
    public Fraction Abs() => Sign < 0 ? -this : this;

    /// <summary>The nearest decimal number with so many decimals, by a named rule for the middle.</summary>
    /// <param name="digits">Decimals to keep, 0 to 28.</param>
    /// <param name="rounding">Where a number halfway between two goes; there is no default.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="digits"/> is out of bounds, or
    /// <paramref name="rounding"/> is no rule.</exception>
    /// <exception cref="OverflowException">The rounded number does not fit a decimal with all its digits.</exception>
    public decimal RoundTo(int digits, MidpointRounding rounding)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(digits);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(digits, 28);
        BigInteger scaled = BigInteger.Abs(Numerator) * (BigInteger)PowersOfTen.UInt128(digits);
        BigInteger floor = BigInteger.DivRem(scaled, Denominator, out BigInteger rest);
        int half = (rest * 2).CompareTo(Denominator);
        bool up = rounding switch
        {
            MidpointRounding.AwayFromZero => half >= 0,
            MidpointRounding.ToEven => half > 0 || (half == 0 && !floor.IsEven),
            MidpointRounding.ToZero => false,
            MidpointRounding.ToPositiveInfinity => Sign > 0 && !rest.IsZero,
            MidpointRounding.ToNegativeInfinity => Sign < 0 && !rest.IsZero,
            _ => throw new ArgumentOutOfRangeException(nameof(rounding), rounding, "There is no such rounding."),
        };
        BigInteger count = up ? floor + BigInteger.One : floor;
        if (count >> 96 != BigInteger.Zero)
        {
            throw new OverflowException($"{this} does not fit a decimal with {digits} decimals.");
        }

        UInt128 bits = (UInt128)count;
        return new decimal(
            unchecked((int)(uint)bits),
            unchecked((int)(uint)(bits >> 32)),
            unchecked((int)(uint)(bits >> 64)),
            Sign < 0 && !count.IsZero,
            (byte)digits);
    }

    /// <inheritdoc/>
    public int CompareTo(Fraction other) =>
        (Numerator * other.Denominator).CompareTo(other.Numerator * Denominator);

    /// <summary>Exact text: <c>5</c> or <c>-123.45</c>, and <c>-1/3</c> where no decimal number is exact.</summary>
    public override string ToString()
    {
        BigInteger rest = Denominator;
        int digits = Math.Max(Remove(ref rest, 2), Remove(ref rest, 5));
        if (!rest.IsOne)
        {
            return string.Create(CultureInfo.InvariantCulture, $"{Numerator}/{Denominator}");
        }

        BigInteger count = BigInteger.Abs(Numerator) * BigInteger.Pow(10, digits) / Denominator;
        string text = count.ToString(CultureInfo.InvariantCulture).PadLeft(digits + 1, '0');
        return (Sign < 0 ? "-" : "") + (digits == 0 ? text : $"{text[..^digits]}.{text[^digits..]}");
    }

    /// <summary>Reads whole numbers, decimals of any length and quotients of two whole numbers.</summary>
    static bool ITextValue<Fraction>.TryRead(
        ReadOnlySpan<char> text, IFormatProvider? provider, out Fraction value)
    {
        value = default;
        CultureInfo invariant = CultureInfo.InvariantCulture;
        if (text.Length > LongestText || text.ContainsAnyExcept(Letters))
        {
            return false;
        }

        int slash = text.IndexOf('/');
        if (slash >= 0)
        {
            if (!BigInteger.TryParse(text[..slash], NumberStyles.AllowLeadingSign, invariant, out BigInteger dividend)
                || !BigInteger.TryParse(text[(slash + 1)..], NumberStyles.None, invariant, out BigInteger divisor)
                || divisor.IsZero)
            {
                return false;
            }

            value = new Fraction(dividend, divisor);
            return true;
        }

        int point = text.IndexOf('.');
        ReadOnlySpan<char> decimals = point < 0 ? [] : text[(point + 1)..];
        string digits = string.Concat(point < 0 ? text : text[..point], decimals);
        if ((point >= 0 && (decimals.IsEmpty || point == 0 || !char.IsAsciiDigit(text[point - 1])))
            || !BigInteger.TryParse(digits, NumberStyles.AllowLeadingSign, invariant, out BigInteger count))
        {
            return false;
        }

        value = new Fraction(count, BigInteger.Pow(10, decimals.Length));
        return true;
    }

    string ITextValue<Fraction>.ExactText()
    {
        string text = ToString();
        return text.Length <= LongestText
            ? text
            : throw new InvalidOperationException(
                $"The fraction has {text.Length} characters as text; at most {LongestText} are written and read.");
    }

    /// <summary>The greatest number that divides both, with the sign of the denominator.</summary>
    private static BigInteger CommonDivisor(BigInteger numerator, BigInteger denominator)
    {
        if (denominator.IsOne)
        {
            return denominator;
        }

        // Long denominators are powers of two more often than not, and a search takes long.
        if (denominator.IsPowerOfTwo && !numerator.IsZero)
        {
            return BigInteger.One << (int)BigInteger.Min(
                BigInteger.TrailingZeroCount(numerator), BigInteger.TrailingZeroCount(denominator));
        }

        BigInteger divisor = BigInteger.GreatestCommonDivisor(numerator, denominator);
        return denominator.Sign < 0 ? -divisor : divisor;
    }

    /// <summary>Divides by a factor as often as that leaves a whole number; returns how often.</summary>
    private static int Remove(ref BigInteger value, int factor)
    {
        int times = 0;
        while (value % factor == 0)
        {
            value /= factor;
            times++;
        }

        return times;
    }
}
