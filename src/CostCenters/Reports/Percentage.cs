using CostCenters.Monetary;

namespace CostCenters.Reports;

/// <summary>Difference / |budget| in percent, exactly rounded, on whole numbers.</summary>
internal static class Percentage
{
    /// <summary>The largest factor of a percentage: 100 and as many decimals as there may be.</summary>
    private const long MostFactor = 100_000_000;

    /// <summary>The percentage as a count of 10^-digits.</summary>
    /// <param name="difference">Actual - budget.</param>
    /// <param name="budget">The budget in the same unit; not 0.</param>
    /// <param name="digits">Decimals to keep, 0 to <see cref="Variance.MaxPercentDigits"/>.</param>
    /// <param name="rounding">Where a percentage halfway between two counts goes.</param>
    public static Int128 Of(long difference, long budget, int digits, MidpointRounding rounding)
    {
        long factor = PowersOfTen.Int64(digits + 2);
        long most = long.MaxValue / MostFactor;
        if (difference > most || difference < -most || budget == long.MinValue)
        {
            return Of((Int128)difference, budget, digits, rounding);
        }

        bool isNegative = difference < 0;
        ulong divisor = unchecked((ulong)(budget < 0 ? -budget : budget));
        ulong numerator = unchecked((ulong)(isNegative ? -difference : difference) * (ulong)factor);
        (ulong quotient, ulong rest) = Math.DivRem(numerator, divisor);
        bool grows = rounding == MidpointRounding.AwayFromZero
            ? rest >= divisor - rest
            : Grows(rest != 0, rest.CompareTo(divisor - rest), ulong.IsEvenInteger(quotient), isNegative, rounding);
        long magnitude = unchecked((long)quotient) + (grows ? 1 : 0);
        return isNegative ? -magnitude : magnitude;
    }

    /// <summary>The percentage as a count of 10^-digits.</summary>
    /// <param name="difference">Actual - budget, at most 2^66 in magnitude.</param>
    /// <param name="budget">The budget in the same unit; not 0.</param>
    /// <param name="digits">Decimals to keep, 0 to <see cref="Variance.MaxPercentDigits"/>.</param>
    /// <param name="rounding">Where a percentage halfway between two counts goes.</param>
    public static Int128 Of(Int128 difference, Int128 budget, int digits, MidpointRounding rounding)
    {
        var numerator = (UInt128)Int128.Abs(difference);
        var divisor = (UInt128)Int128.Abs(budget);
        ulong factor = (ulong)PowersOfTen.Int64(digits + 2);
        (UInt128 quotient, UInt128 rest) = UInt128.DivRem(numerator * factor, divisor);
        bool isNegative = difference < 0;
        bool grows = Grows(
            rest != 0, rest.CompareTo(divisor - rest), UInt128.IsEvenInteger(quotient), isNegative, rounding);
        Int128 magnitude = (Int128)quotient + (grows ? 1 : 0);
        return isNegative ? -magnitude : magnitude;
    }

    /// <summary>Whether a magnitude is rounded away from zero.</summary>
    /// <param name="hasRest">Whether there is anything to round.</param>
    /// <param name="half">How the rest compares with a half.</param>
    /// <param name="isEven">Whether the magnitude is even.</param>
    /// <param name="isNegative">Whether the number is negative.</param>
    /// <param name="rounding">The rule.</param>
    private static bool Grows(bool hasRest, int half, bool isEven, bool isNegative, MidpointRounding rounding) =>
        hasRest && rounding switch
        {
            MidpointRounding.ToEven => half > 0 || (half == 0 && !isEven),
            MidpointRounding.AwayFromZero => half >= 0,
            MidpointRounding.ToNegativeInfinity => isNegative,
            MidpointRounding.ToPositiveInfinity => !isNegative,
            _ => false,
        };
}
