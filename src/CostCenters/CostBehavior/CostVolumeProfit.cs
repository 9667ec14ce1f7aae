using CostCenters.Monetary;

namespace CostCenters.CostBehavior;

/// <summary>Price, variable cost and fixed cost of one product: what volume breaks even or earns a target.</summary>
/// <remarks>
/// <para>Profit = (price - variable cost) × units - fixed cost. Units are fractions, unrounded; who can sell whole
/// units only rounds them up, by <see cref="MidpointRounding.ToPositiveInfinity"/>.</para>
/// <para>Source: OpenStax, Principles of Accounting Vol. 2, break-even point.</para>
/// </remarks>
public sealed record CostVolumeProfit
{
    private readonly Fraction price;
    private readonly Fraction variableCost;
    private readonly Fraction fixedCost;

    /// <summary>Creates the figures of a product.</summary>
    /// <param name="price">The revenue of a unit, not negative.</param>
    /// <param name="variableCost">The variable cost of a unit, not negative.</param>
    /// <param name="fixedCost">The fixed cost of all units, not negative.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is negative or beyond its range.</exception>
    public CostVolumeProfit(decimal price, decimal variableCost, decimal fixedCost)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(fixedCost);
        this.price = InputRange.NotNegative(price);
        this.variableCost = InputRange.NotNegative(variableCost);
        this.fixedCost = InputRange.Amount(fixedCost);
        Price = price;
        VariableCost = variableCost;
        FixedCost = fixedCost;
    }

    /// <summary>The revenue of a unit.</summary>
    public decimal Price { get; }

    /// <summary>The variable cost of a unit.</summary>
    public decimal VariableCost { get; }

    /// <summary>The fixed cost of all units.</summary>
    public decimal FixedCost { get; }

    /// <summary>Price - variable cost.</summary>
    public Fraction Contribution => price - variableCost;

    /// <summary>Contribution / price; null when the price is 0.</summary>
    public Fraction? ContributionRatio => price.IsZero ? null : Contribution / price;

    /// <summary>Fixed cost / contribution: the units at which profit is 0; null without a positive contribution.
    /// </summary>
    public Fraction? BreakEvenUnits => UnitsFor(0m);

    /// <summary>Break-even units × price; null without a positive contribution.</summary>
    public Fraction? BreakEvenSales => SalesOf(BreakEvenUnits);

    /// <summary>The profit before tax that leaves a profit after tax: after tax / (1 - rate), unrounded.</summary>
    /// <param name="profitAfterTax">The profit that is to be left, any sign.</param>
    /// <param name="taxRate">The rate as a fraction, from 0 to below 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="taxRate"/> is negative, 1 or more, or
    /// <paramref name="profitAfterTax"/> is beyond its range.</exception>
    public static Fraction ProfitBeforeTax(decimal profitAfterTax, decimal taxRate)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(taxRate, 1m);
        return InputRange.Amount(profitAfterTax) / (Fraction.One - InputRange.NotNegative(taxRate));
    }

    /// <summary>Sales, costs and profit at a volume.</summary>
    /// <param name="units">The units sold, not negative.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="units"/> is negative or beyond its range.
    /// </exception>
    public CostStructure At(decimal units)
    {
        Fraction sold = InputRange.NotNegative(units);
        return new CostStructure(price * sold, variableCost * sold, fixedCost);
    }

    /// <summary>Sales, costs and profit at an amount of sales: variable cost = sales × variable cost / price.</summary>
    /// <param name="sales">The sales, not negative.</param>
    /// <returns>Null when the price is 0.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="sales"/> is negative or beyond its range.
    /// </exception>
    public CostStructure? AtSales(decimal sales)
    {
        Fraction sold = InputRange.NotNegative(sales);
        return price.IsZero ? null : new CostStructure(sold, sold * variableCost / price, fixedCost);
    }

    /// <summary>The units that earn a target profit: (fixed cost + target) / contribution.</summary>
    /// <param name="targetProfit">The profit before tax, any sign.</param>
    /// <returns>Null without a positive contribution, or when the loss would be larger than the fixed cost.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="targetProfit"/> is beyond its range.</exception>
    public Fraction? UnitsFor(decimal targetProfit) => UnitsFor(InputRange.Amount(targetProfit));

    /// <summary>The units that earn an unrounded target profit, such as that of <see cref="ProfitBeforeTax"/>.
    /// </summary>
    /// <param name="targetProfit">The profit before tax, any sign.</param>
    /// <returns>Null without a positive contribution, or when the loss would be larger than the fixed cost.</returns>
    public Fraction? UnitsFor(Fraction targetProfit)
    {
        Fraction needed = fixedCost + targetProfit;
        return Contribution.Sign > 0 && needed.Sign >= 0 ? needed / Contribution : null;
    }

    /// <summary>The units that earn a target profit after tax: (fixed cost + target / (1 - rate)) / contribution.
    /// </summary>
    /// <param name="profitAfterTax">The profit that is to be left, any sign.</param>
    /// <param name="taxRate">The rate as a fraction, from 0 to below 1.</param>
    /// <returns>Null without a positive contribution, or when the loss would be larger than the fixed cost.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="taxRate"/> is negative, 1 or more, or
    /// <paramref name="profitAfterTax"/> is beyond its range.</exception>
    public Fraction? UnitsForAfterTax(decimal profitAfterTax, decimal taxRate) =>
        UnitsFor(ProfitBeforeTax(profitAfterTax, taxRate));

    /// <summary>The sales of so many units; null for null.</summary>
    /// <param name="units">The units, as <see cref="UnitsFor(decimal)"/> gives them.</param>
    public Fraction? SalesOf(Fraction? units) => units * price;

    /// <summary>The units that keep a wanted margin of safety.</summary>
    /// <param name="margin">The wanted margin in money, not negative.</param>
    /// <param name="measure">What the margin is counted in.</param>
    /// <returns>Null without a positive contribution.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="margin"/> is negative or beyond its range, or
    /// <paramref name="measure"/> is no measure.</exception>
    public Fraction? UnitsForMargin(decimal margin, SafetyMeasure measure)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(margin);
        return measure switch
        {
            SafetyMeasure.Sales => ContributionRatio is Fraction ratio
                ? UnitsFor(InputRange.Amount(margin) * ratio)
                : null,
            SafetyMeasure.Profit => UnitsFor(margin),
            _ => throw new ArgumentOutOfRangeException(nameof(measure), measure, "There is no such measure."),
        };
    }

    /// <summary>
    /// The units at which two cost structures earn the same: difference in fixed cost / difference in contribution.
    /// </summary>
    /// <param name="other">The other structure of the same product.</param>
    /// <returns>Null when the contributions are equal, or when the profits would meet at fewer than 0 units.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is null.</exception>
    public Fraction? IndifferenceUnits(CostVolumeProfit other)
    {
        ArgumentNullException.ThrowIfNull(other);
        Fraction difference = Contribution - other.Contribution;
        if (difference.IsZero)
        {
            return null;
        }

        Fraction units = (fixedCost - other.fixedCost) / difference;
        return units.Sign < 0 ? null : units;
    }

    /// <summary>The members by name, the same in every culture.</summary>
    public override string ToString() => RecordText.Of(
        nameof(CostVolumeProfit),
        (nameof(Price), Price),
        (nameof(VariableCost), VariableCost),
        (nameof(FixedCost), FixedCost),
        (nameof(Contribution), Contribution),
        (nameof(ContributionRatio), ContributionRatio),
        (nameof(BreakEvenUnits), BreakEvenUnits),
        (nameof(BreakEvenSales), BreakEvenSales));
}
