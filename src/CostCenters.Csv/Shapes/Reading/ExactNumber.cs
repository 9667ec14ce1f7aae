using System.Globalization;
using System.Numerics;

namespace CostCenters.Csv.Shapes.Reading;

/// <summary>An exact number of a file, for sums that are compared with others of its figures.</summary>
/// <remarks>Read from the writing of the contract; any number of decimals up to 28.</remarks>
internal readonly record struct ExactNumber(BigInteger Units)
{
    private const int Decimals = 28;

    public static ExactNumber operator +(ExactNumber left, ExactNumber right) => new(left.Units + right.Units);

    public static ExactNumber operator -(ExactNumber left, ExactNumber right) => new(left.Units - right.Units);

    /// <summary>The number; null for one with more decimals, or none at all.</summary>
    public static ExactNumber? Read(ReadOnlySpan<byte> text)
    {
        bool isNegative = text is [(byte)'-', ..];
        ReadOnlySpan<byte> digits = isNegative ? text[1..] : text;
        BigInteger units = 0;
        UInt128 part = 0;
        int places = 0;
        int decimals = -1;
        foreach (byte digit in digits)
        {
            if (digit == '.' && decimals < 0)
            {
                decimals = 0;
                continue;
            }

            if (!char.IsAsciiDigit((char)digit) || decimals == Decimals || places == 36)
            {
                return null;
            }

            part = (part * 10) + (uint)(digit - '0');
            places++;
            decimals += decimals < 0 ? 0 : 1;
        }

        if (places == 0 || decimals == 0)
        {
            return null;
        }

        units = (BigInteger)part * BigInteger.Pow(10, Decimals - Math.Max(decimals, 0));
        return new(isNegative ? -units : units);
    }

    /// <summary>The number as the contract writes it, without zeros at its end.</summary>
    public override string ToString()
    {
        BigInteger whole = BigInteger.DivRem(BigInteger.Abs(Units), BigInteger.Pow(10, Decimals), out BigInteger rest);
        string decimals = rest.ToString(CultureInfo.InvariantCulture).PadLeft(Decimals, '0').TrimEnd('0');
        return (Units.Sign < 0 ? "-" : "")
            + whole.ToString(CultureInfo.InvariantCulture)
            + (decimals.Length == 0 ? "" : "." + decimals.PadRight(2, '0'));
    }
}
