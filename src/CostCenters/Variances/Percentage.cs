using CostCenters.Monetary;

namespace CostCenters.Variances;

/// <summary>Difference / |budget| in percent, exactly rounded, on whole numbers.</summary>
internal static class Percentage
{
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
        UInt128 quotient;
        UInt128 rest;
        if (numerator <= ulong.MaxValue / factor && divisor <= ulong.MaxValue)
        {
            (quotient, rest) = Math.DivRem((ulong)numerator * factor, (ulong)divisor);
        }
        else
        {
            (quotient, rest) = UInt128.DivRem(numerator * factor, divisor);
        }

        bool isNegative = difference < 0;
        int half = rest.CompareTo(divisor - rest);
        bool grows = rest != 0 && rounding switch
        {
            MidpointRounding.ToEven => half > 0 || (half == 0 && !UInt128.IsEvenInteger(quotient)),
            MidpointRounding.AwayFromZero => half >= 0,
            MidpointRounding.ToNegativeInfinity => isNegative,
            MidpointRounding.ToPositiveInfinity => !isNegative,
            _ => false,
        };
        Int128 magnitude = (Int128)quotient + (grows ? 1 : 0);
        return isNegative ? -magnitude : magnitude;
    }
}
