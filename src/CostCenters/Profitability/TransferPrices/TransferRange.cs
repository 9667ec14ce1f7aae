using CostCenters.Monetary;

namespace CostCenters.Profitability.TransferPrices;

/// <summary>The prices of a unit at which both sides gain: not below what the seller gives up, not above what the buyer
/// would pay outside.</summary>
/// <remarks>
/// <para>Minimum = variable cost - what is saved inside + lost contribution ÷ units transferred. Where the seller has
/// idle capacity, nothing is lost. Nothing rounds. Immutable.</para>
/// <para>Source: Garrison, Managerial Accounting, transfer pricing: the general rule with opportunity cost.</para>
/// </remarks>
public sealed record TransferRange
{
    private TransferRange(Fraction variableCost, Fraction opportunityCost, Fraction? maximum)
    {
        VariableCost = variableCost;
        OpportunityCost = opportunityCost;
        Maximum = maximum;
    }

    /// <summary>What one more unit costs the seller when it is sold inside.</summary>
    public Fraction VariableCost { get; }

    /// <summary>The contribution that the seller loses outside, per unit transferred; 0 with idle capacity.</summary>
    public Fraction OpportunityCost { get; }

    /// <summary>The lowest price that the seller can take: variable cost + opportunity cost.</summary>
    public Fraction Minimum => VariableCost + OpportunityCost;

    /// <summary>The highest price that the buyer can pay, or null when nobody said.</summary>
    public Fraction? Maximum { get; }

    /// <summary>What the company gains by a transferred unit, however the price divides it: maximum - minimum. Below 0
    /// it is better to buy outside; null without a maximum.</summary>
    public Fraction? JointGain => Maximum - Minimum;

    /// <summary>The range when the lost sales are known.</summary>
    /// <param name="variableCost">The variable cost of a unit that is sold outside, not negative.</param>
    /// <param name="saving">What of it is saved when it is sold inside, not negative.</param>
    /// <param name="units">The units transferred, above 0.</param>
    /// <param name="lostUnits">The units that can no longer be sold outside, not negative.</param>
    /// <param name="lostContribution">The contribution of each of them.</param>
    /// <param name="maximum">The most that the buyer can pay, such as the price outside; null when nobody said.</param>
    /// <exception cref="ArgumentOutOfRangeException">A figure is out of its bounds.</exception>
    public static TransferRange Create(
        decimal variableCost,
        decimal saving,
        decimal units,
        decimal lostUnits,
        decimal lostContribution,
        decimal? maximum) => new(
        InputRange.NotNegative(variableCost) - InputRange.NotNegative(saving),
        InputRange.Figure(lostContribution) * InputRange.NotNegative(lostUnits) / InputRange.Positive(units),
        maximum is decimal most ? InputRange.NotNegative(most, nameof(maximum)) : null);

    /// <summary>The range by the capacity of the seller: what is transferred beyond idle capacity is lost outside.
    /// </summary>
    /// <param name="variableCost">The variable cost of a unit that is sold outside, not negative.</param>
    /// <param name="saving">What of it is saved when it is sold inside, not negative.</param>
    /// <param name="units">The units transferred, above 0 and within the capacity.</param>
    /// <param name="capacity">The units that the seller can make, not negative.</param>
    /// <param name="outsideUnits">The units that it could sell outside, not negative.</param>
    /// <param name="outsideContribution">The contribution of each of them.</param>
    /// <param name="maximum">The most that the buyer can pay; null when nobody said.</param>
    /// <exception cref="ArgumentOutOfRangeException">A figure is out of its bounds.</exception>
    public static TransferRange AtCapacity(
        decimal variableCost,
        decimal saving,
        decimal units,
        decimal capacity,
        decimal outsideUnits,
        decimal outsideContribution,
        decimal? maximum)
    {
        _ = InputRange.NotNegative(capacity);
        _ = InputRange.NotNegative(outsideUnits);
        _ = InputRange.Positive(units);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(units, capacity);
        decimal sold = Math.Min(outsideUnits, capacity);
        return Create(
            variableCost, saving, units, Math.Max(0m, sold + units - capacity), outsideContribution, maximum);
    }
}
