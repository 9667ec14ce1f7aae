using CostCenters.Monetary;

namespace CostCenters.Control.Spending;

/// <summary>Percentages of limits and tolerances.</summary>
internal static class SpendingPercent
{
    /// <summary>Decimals of a percentage.</summary>
    public static readonly DecimalScale Scale = new(8);

    /// <summary>A percentage of counts, rounded down.</summary>
    public static Int128 PartOf(Int128 counts, decimal percent)
    {
        Int128 product = counts * Scale.ToCount(percent);
        Int128 hundred = 100 * (Int128)Scale.UnitsPerWhole;
        Int128 part = product / hundred;
        return product < 0 && part * hundred != product ? part - 1 : part;
    }

    /// <summary>The percentage, if it is none or one that can be counted.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is negative, beyond 10^9 or has more than 8 decimals.
    /// </exception>
    public static decimal? Require(decimal? value, string parameter)
    {
        if (value is decimal percent)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(percent, parameter);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(percent, 1_000_000_000m, parameter);
            _ = Scale.TryToCount(percent, out _)
                ? percent
                : throw new ArgumentOutOfRangeException(parameter, percent, "Expected at most 8 decimals.");
        }

        return value;
    }
}
