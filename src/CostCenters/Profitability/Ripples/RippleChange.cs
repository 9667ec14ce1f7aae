using CostCenters.Calendars;
using CostCenters.Monetary;
using CostCenters.Structure;

namespace CostCenters.Profitability.Ripples;

/// <summary>A planned cut or growth of a center from a period on.</summary>
/// <remarks>A cut is negative. Immutable.</remarks>
public sealed record RippleChange
{
    private RippleChange(
        RippleChangeKind kind, CenterCode center, decimal value, decimal? costPerUnit, FiscalPeriod from)
    {
        _ = center.Value;
        Kind = kind;
        Center = center;
        Value = value;
        CostPerUnit = costPerUnit;
        From = from.IsValue ? from : throw new ArgumentException("A period was expected.", nameof(from));
    }

    /// <summary>How the change is told.</summary>
    public RippleChangeKind Kind { get; }

    /// <summary>The center.</summary>
    public CenterCode Center { get; }

    /// <summary>Percent, amount or units, below 0 for a cut.</summary>
    public decimal Value { get; }

    /// <summary>What a unit of capacity costs; null unless the change is told in units.</summary>
    public decimal? CostPerUnit { get; }

    /// <summary>The first period of the change.</summary>
    public FiscalPeriod From { get; }

    /// <summary>A change in percent of cost and capacity.</summary>
    /// <param name="center">The center.</param>
    /// <param name="percent">-20 for a cut of 20 %; -100 at least.</param>
    /// <param name="from">The first period of the change.</param>
    /// <exception cref="ArgumentException"><paramref name="from"/> is <c>default</c>.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="percent"/> is below -100, beyond 10^9 or has more
    /// than 8 decimals.</exception>
    /// <exception cref="InvalidOperationException"><paramref name="center"/> is <c>default</c>.</exception>
    public static RippleChange Percent(CenterCode center, decimal percent, FiscalPeriod from)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(percent, -100m);
        _ = InputRange.Figure(percent);
        return new RippleChange(RippleChangeKind.Percent, center, percent, null, from);
    }

    /// <summary>A change by an amount in each period.</summary>
    /// <param name="center">The center.</param>
    /// <param name="amount">The change of its cost in a period, below 0 for a cut.</param>
    /// <param name="from">The first period of the change.</param>
    /// <exception cref="ArgumentException"><paramref name="from"/> is <c>default</c>.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="amount"/> is beyond 10^15 or has more than 8
    /// decimals.</exception>
    /// <exception cref="InvalidOperationException"><paramref name="center"/> is <c>default</c>.</exception>
    public static RippleChange Amount(CenterCode center, decimal amount, FiscalPeriod from)
    {
        _ = InputRange.Amount(amount);
        return new RippleChange(RippleChangeKind.Amount, center, amount, null, from);
    }

    /// <summary>A change of capacity in each period.</summary>
    /// <param name="center">The center, of which a <see cref="ServiceLimit"/> is declared.</param>
    /// <param name="units">The change of its capacity, below 0 for a cut.</param>
    /// <param name="costPerUnit">What a unit of capacity costs, not negative.</param>
    /// <param name="from">The first period of the change.</param>
    /// <exception cref="ArgumentException"><paramref name="from"/> is <c>default</c>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its bounds.</exception>
    /// <exception cref="InvalidOperationException"><paramref name="center"/> is <c>default</c>.</exception>
    public static RippleChange Units(CenterCode center, decimal units, decimal costPerUnit, FiscalPeriod from)
    {
        _ = InputRange.Figure(units);
        _ = InputRange.NotNegative(costPerUnit);
        return new RippleChange(RippleChangeKind.Units, center, units, costPerUnit, from);
    }

    /// <summary>The members by name, the same in every culture.</summary>
    public override string ToString() => RecordText.Of(
        nameof(RippleChange),
        (nameof(Kind), Kind),
        (nameof(Center), Center),
        (nameof(Value), Value),
        (nameof(CostPerUnit), CostPerUnit),
        (nameof(From), From));
}
