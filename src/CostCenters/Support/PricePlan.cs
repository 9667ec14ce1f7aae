using CostCenters.KeyFigures;
using CostCenters.Monetary;

namespace CostCenters.Support;

/// <summary>What support would have to charge to earn its cost and a margin.</summary>
/// <remarks>Price = cost / (1 - margin) / units, unrounded; the margin is a share of the revenue, 0 for break-even.
/// Without units there is no price. Immutable.</remarks>
public sealed class PricePlan
{
    private PricePlan(PriceBasis basis, Figure price)
    {
        Basis = basis;
        Price = price;
    }

    /// <summary>What is charged for.</summary>
    public PriceBasis Basis { get; }

    /// <summary>The price of one unit of it, or why there is none.</summary>
    public Figure Price { get; }

    /// <summary>The plan that earns a cost and a margin from a demand.</summary>
    /// <param name="basis">What is charged for.</param>
    /// <param name="cost">The cost to earn.</param>
    /// <param name="demand">The demand that is expected.</param>
    /// <param name="margin">The margin as a share of the revenue, from 0 to below 1; 0 to break even.</param>
    /// <exception cref="ArgumentNullException"><paramref name="demand"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no such basis; the cost is out of its range; the margin
    /// is negative, or 1 or more.</exception>
    public static PricePlan ToEarn(PriceBasis basis, decimal cost, SupportDemand demand, decimal margin) =>
        ToEarn(basis, InputRange.Amount(cost), demand, margin);

    /// <summary>The plan that earns a computed cost and a margin from a demand.</summary>
    /// <param name="basis">What is charged for.</param>
    /// <param name="cost">The cost to earn.</param>
    /// <param name="demand">The demand that is expected.</param>
    /// <param name="margin">The margin as a share of the revenue, from 0 to below 1; 0 to break even.</param>
    /// <exception cref="ArgumentNullException"><paramref name="demand"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no such basis; the margin is negative, or 1 or
    /// more.</exception>
    public static PricePlan ToEarn(PriceBasis basis, Fraction cost, SupportDemand demand, decimal margin)
    {
        ArgumentNullException.ThrowIfNull(demand);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(margin, 1m);
        Fraction revenue = cost / (Fraction.One - InputRange.NotNegative(margin));
        return new PricePlan(basis, Figure.Quotient(Figure.Of(revenue), Figure.Of(demand.UnitsOf(basis))));
    }

    /// <summary>What the plan brings in for a demand; missing without a price.</summary>
    /// <param name="demand">The demand.</param>
    /// <exception cref="ArgumentNullException"><paramref name="demand"/> is null.</exception>
    public Figure RevenueOf(SupportDemand demand)
    {
        ArgumentNullException.ThrowIfNull(demand);
        return Price.Value is Fraction price ? Figure.Of(price * demand.UnitsOf(Basis)) : Price;
    }
}
