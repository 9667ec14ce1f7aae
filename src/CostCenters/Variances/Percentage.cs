using CostCenters.Monetary;

namespace CostCenters.Variances;

/// <summary>Difference / |budget| in percent, exactly rounded, on whole numbers.</summary>
internal static class Percentage
{
    /// <summary>The percentage as a count of 10^-digits.</summary>
    /// <param name="difference">Actual - budget.</param>
    /// <param name="budget">The budget in the same unit; not 0.</param>
    /// <param name="digits">Decimals to keep, 0 to <see cref="Variance.MaxPercentDigits"/>.</param>
    /// <param name="rounding">Where a percentage halfway between two counts goes.</param>
    public static Int128 Of(long difference, long budget, int digits, MidpointRounding rounding)
    {
        long factor = PowersOfTen.Int64(digits + 2);
        long most = long.MaxValue / factor;
        if (difference > most || difference < -most || budget == long.MinValue)
        {
            return Of((Int128)difference, budget, digits, rounding);
        }

        (long quotient, long rest) = Math.DivRem(Math.Abs(difference) * factor, Math.Abs(budget));
        int half = rest.CompareTo(Math.Abs(budget) - rest);
        bool grows = Grows(rest != 0, half, long.IsEvenInteger(quotient), difference < 0, rounding);
        quotient += grows ? 1 : 0;
        return difference < 0 ? -quotient : quotient;
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
