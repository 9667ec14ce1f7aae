using System.Collections.Immutable;
using CostCenters.Monetary;
using CostCenters.Structure;

namespace CostCenters.Profitability.ValueChains;

/// <summary>Whom a center serves in the end, through all levels of service.</summary>
/// <remarks>Law: the shares of the carriers and the common share make 1, exactly. Immutable.</remarks>
public sealed class ValueChainRow
{
    private readonly ImmutableArray<ValueCarrier> carriers;
    private readonly Lazy<Fraction[]> revenueOfCost;

    internal ValueChainRow(
        CenterCode center,
        Fraction ownCost,
        ImmutableArray<ValueCarrier> carriers,
        ImmutableArray<Fraction> shares,
        Fraction commonShare,
        Lazy<Fraction[]> revenueOfCost)
    {
        Center = center;
        OwnCost = ownCost;
        this.carriers = carriers;
        Shares = shares;
        CommonShare = commonShare;
        this.revenueOfCost = revenueOfCost;
    }

    /// <summary>The center.</summary>
    public CenterCode Center { get; }

    /// <summary>What the center costs itself.</summary>
    public Fraction OwnCost { get; }

    /// <summary>The part of its own cost that each carrier carries in the end, in their order.</summary>
    public ImmutableArray<Fraction> Shares { get; }

    /// <summary>The part that stays with centers that belong to no carrier.</summary>
    public Fraction CommonShare { get; }

    /// <summary>The revenue of all carriers that use the center, directly or not.</summary>
    /// <remarks>Whole revenues, which stand on many centers at once: not to be added over centers.</remarks>
    public Fraction StandingRevenue =>
        Fraction.Sum(carriers.Where((_, index) => Shares[index].Sign > 0).Select(carrier => carrier.Revenue));

    /// <summary>The part of the revenues that falls to the center by its part of the cost of each carrier.</summary>
    /// <remarks>Counted once: over all centers it adds up to the revenue of the carriers that have cost.</remarks>
    public Fraction AttributedRevenue => OwnCost * Fraction.Sum(
        Shares.Select((share, index) => share.IsZero ? share : share * revenueOfCost.Value[index]));

    /// <summary>Standing revenue ÷ units: how much revenue depends on a unit of the center.</summary>
    /// <param name="units">What the center puts out, such as contacts or parcels; above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="units"/> is 0 or below, beyond 10^9 or has more
    /// than 8 decimals.</exception>
    public Fraction RevenuePerUnit(decimal units) => StandingRevenue / InputRange.Positive(units);
}
