using System.Collections.Immutable;
using CostCenters.Monetary;

namespace CostCenters.Forecasts;

/// <summary>How a figure is spread over time: how much of it lies before, and in each period to come.</summary>
internal sealed class ForecastShape(Fraction toDate, ImmutableArray<Fraction> toCome)
{
    // Half of what 64 bits hold, so that a difference of two fits as well.
    private static readonly Fraction Limit = Fraction.Of(1L << 62);

    /// <summary>The weight of all periods so far; not 0.</summary>
    public Fraction ToDate { get; } = toDate;

    /// <summary>The weight of each period to come.</summary>
    public ImmutableArray<Fraction> ToCome { get; } = toCome;

    /// <summary>The shape that periods have by themselves.</summary>
    public static ForecastShape Of(ForecastHorizon horizon, RunRateBasis basis) => basis == RunRateBasis.Periods
        ? new(Fraction.Of(horizon.Elapsed.Length), [.. horizon.ToCome.Select(_ => Fraction.One)])
        : new(
            Fraction.Of(horizon.Elapsed.Sum(horizon.DaysElapsed)),
            [.. horizon.ToCome.Select(period => Fraction.Of(horizon.DaysToCome(period)))]);

    /// <summary>The counts of the periods to come, of which the sum is what is to come in all, rounded once; null where
    /// one outgrows 64 bits.</summary>
    public long[]? TrySpread(long countToDate, MidpointRounding rounding)
    {
        Fraction rate = Fraction.Of(countToDate) / ToDate;
        Fraction weight = Fraction.Zero;
        long[] counts = new long[ToCome.Length];
        long before = 0;
        for (int period = 0; period < counts.Length; period++)
        {
            weight += ToCome[period];
            if ((rate * weight).Abs() >= Limit)
            {
                return null;
            }

            long reached = (long)(rate * weight).RoundTo(0, rounding);
            counts[period] = reached - before;
            before = reached;
        }

        return counts;
    }
}
