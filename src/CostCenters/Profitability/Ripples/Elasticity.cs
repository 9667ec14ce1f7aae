using CostCenters.Monetary;

namespace CostCenters.Profitability.Ripples;

/// <summary>By how many percent a figure changes when another one changes by one, as a range.</summary>
/// <remarks>Negative where one falls as the other rises. From weak to strong, so that
/// |low| ≤ |expected| ≤ |high|, all on one side of 0. Immutable.</remarks>
public sealed record Elasticity
{
    /// <summary>Creates a range.</summary>
    /// <param name="low">The weakest that is thought possible.</param>
    /// <param name="expected">The expected one.</param>
    /// <param name="high">The strongest that is thought possible.</param>
    /// <exception cref="ArgumentException">The figures do not go from weak to strong on one side of 0.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A figure is beyond 10^9 or has more than 8 decimals.</exception>
    public Elasticity(decimal low, decimal expected, decimal high)
    {
        _ = InputRange.Figure(low);
        _ = InputRange.Figure(expected);
        _ = InputRange.Figure(high);
        if (!(low >= 0m && expected >= low && high >= expected) && !(low <= 0m && expected <= low && high <= expected))
        {
            throw new ArgumentException(
                FormattableString.Invariant($"{low}, {expected}, {high} do not go from weak to strong."), nameof(low));
        }

        Low = low;
        Expected = expected;
        High = high;
    }

    /// <summary>The weakest that is thought possible.</summary>
    public decimal Low { get; }

    /// <summary>The expected one.</summary>
    public decimal Expected { get; }

    /// <summary>The strongest that is thought possible.</summary>
    public decimal High { get; }

    /// <summary>An elasticity that is known.</summary>
    /// <param name="value">Its value.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="value"/> is beyond 10^9 or has more than 8
    /// decimals.</exception>
    public static Elasticity Of(decimal value) => new(value, value, value);

    internal decimal At(RippleCase which) =>
        which == RippleCase.Low ? Low : which == RippleCase.High ? High : Expected;

    /// <summary>The members by name, the same in every culture.</summary>
    public override string ToString() => RecordText.Of(
        nameof(Elasticity), (nameof(Low), Low), (nameof(Expected), Expected), (nameof(High), High));
}
