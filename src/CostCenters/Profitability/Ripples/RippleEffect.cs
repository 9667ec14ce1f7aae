using CostCenters.Calendars;
using CostCenters.Monetary;

namespace CostCenters.Profitability.Ripples;

/// <summary>What becomes of a figure in a period.</summary>
/// <remarks>In parts of the figure: -0.2 is 20 % less. Unrounded. Immutable.</remarks>
public sealed record RippleEffect
{
    internal RippleEffect(
        FiscalPeriod period, Fraction? baseValue, Fraction firstOrder, Fraction low, Fraction expected, Fraction high)
    {
        Period = period;
        Base = baseValue;
        FirstOrder = firstOrder;
        Low = low;
        Expected = expected;
        High = high;
    }

    /// <summary>The period.</summary>
    public FiscalPeriod Period { get; }

    /// <summary>What the figure is without the change, or null when nobody said.</summary>
    public Fraction? Base { get; }

    /// <summary>The change itself, and what follows it by one expected dependency alone.</summary>
    public Fraction FirstOrder { get; }

    /// <summary>The total effect with the weakest elasticities.</summary>
    public Fraction Low { get; }

    /// <summary>The total effect with the expected elasticities.</summary>
    public Fraction Expected { get; }

    /// <summary>The total effect with the strongest elasticities.</summary>
    public Fraction High { get; }

    /// <summary>The total effect in the unit of the figure: base × part; null without a base.</summary>
    /// <param name="which">The case.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such case.</exception>
    public Fraction? Amount(RippleCase which) => Base * Part(InputRange.Defined(which));

    /// <summary>The effect of first order in the unit of the figure: base × part; null without a base.</summary>
    public Fraction? FirstOrderAmount => Base * FirstOrder;

    internal Fraction Part(RippleCase which) =>
        which == RippleCase.Low ? Low : which == RippleCase.High ? High : Expected;
}
