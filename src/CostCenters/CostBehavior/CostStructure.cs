using CostCenters.Monetary;

namespace CostCenters.CostBehavior;

/// <summary>Sales with the variable and the fixed cost behind them, at one volume.</summary>
/// <remarks>
/// <para>Contribution = sales - variable cost; profit = contribution - fixed cost. Ratios are fractions (0.25 is 25 %),
/// unrounded, and null over zero.</para>
/// <para>Source: OpenStax, Principles of Accounting Vol. 2, margin of safety and operating leverage.</para>
/// </remarks>
public sealed record CostStructure
{
    /// <summary>Creates a cost structure.</summary>
    /// <param name="sales">Revenue, not negative.</param>
    /// <param name="variableCost">The cost that moves with sales, not negative.</param>
    /// <param name="fixedCost">The cost that does not, not negative.</param>
    /// <exception cref="ArgumentOutOfRangeException">An amount is negative, beyond 10^15 or has more than 8 decimals.
    /// </exception>
    public CostStructure(decimal sales, decimal variableCost, decimal fixedCost)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(sales);
        ArgumentOutOfRangeException.ThrowIfNegative(variableCost);
        ArgumentOutOfRangeException.ThrowIfNegative(fixedCost);
        Sales = InputRange.Amount(sales);
        VariableCost = InputRange.Amount(variableCost);
        FixedCost = InputRange.Amount(fixedCost);
    }

    internal CostStructure(Fraction sales, Fraction variableCost, Fraction fixedCost)
    {
        Sales = sales;
        VariableCost = variableCost;
        FixedCost = fixedCost;
    }

    /// <summary>Revenue.</summary>
    public Fraction Sales { get; }

    /// <summary>The cost that moves with sales.</summary>
    public Fraction VariableCost { get; }

    /// <summary>The cost that does not move with sales.</summary>
    public Fraction FixedCost { get; }

    /// <summary>Variable cost + fixed cost.</summary>
    public Fraction TotalCost => VariableCost + FixedCost;

    /// <summary>Sales - variable cost.</summary>
    public Fraction Contribution => Sales - VariableCost;

    /// <summary>Contribution / sales; null without sales.</summary>
    public Fraction? ContributionRatio => Ratio(Contribution, Sales);

    /// <summary>Contribution - fixed cost.</summary>
    public Fraction Profit => Contribution - FixedCost;

    /// <summary>Profit / sales, the profit margin; null without sales.</summary>
    public Fraction? ProfitRatio => Ratio(Profit, Sales);

    /// <summary>
    /// Fixed cost / contribution ratio: the sales at which profit is 0. Null without a positive contribution, because
    /// then no sales cover the fixed cost.
    /// </summary>
    public Fraction? BreakEvenSales => SalesFor(0m);

    /// <summary>
    /// Sales - break-even sales: how far sales may fall before there is a loss. Negative below break-even; null where
    /// there is no break-even.
    /// </summary>
    /// <remarks>The usual meaning, <see cref="SafetyMeasure.Sales"/>; in the other one,
    /// <see cref="SafetyMeasure.Profit"/>, the margin of safety is <see cref="Profit"/> itself.</remarks>
    public Fraction? MarginOfSafety => Sales - BreakEvenSales;

    /// <summary>Margin of safety / sales; null without sales or break-even.</summary>
    public Fraction? MarginOfSafetyRatio => MarginOfSafety is Fraction margin ? Ratio(margin, Sales) : null;

    /// <summary>
    /// Contribution / profit, the degree of operating leverage: by how many percent profit moves when sales move by
    /// one. Null at break-even; negative below it.
    /// </summary>
    public Fraction? OperatingLeverage => Ratio(Contribution, Profit);

    /// <summary>The sales at which profit reaches a target: (fixed cost + target) / contribution ratio.</summary>
    /// <param name="targetProfit">The profit before tax, any sign.</param>
    /// <returns>Null without a positive contribution, or when the loss would be larger than the fixed cost.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="targetProfit"/> is beyond its range.</exception>
    public Fraction? SalesFor(decimal targetProfit)
    {
        Fraction needed = FixedCost + InputRange.Amount(targetProfit);
        return ContributionRatio is Fraction { Sign: > 0 } ratio && needed.Sign >= 0 ? needed / ratio : null;
    }

    /// <summary>The same structure with its costs changed, at the same sales.</summary>
    /// <param name="variableCostChange">The change as a fraction of the variable cost: -0.05 for 5 % less; at least -1.
    /// </param>
    /// <param name="fixedCostChange">The change as a fraction of the fixed cost; at least -1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A change is below -1 or beyond its range.</exception>
    public CostStructure WithCostChange(decimal variableCostChange, decimal fixedCostChange)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(variableCostChange, -1m);
        ArgumentOutOfRangeException.ThrowIfLessThan(fixedCostChange, -1m);
        return new CostStructure(
            Sales,
            VariableCost * (Fraction.One + InputRange.Figure(variableCostChange)),
            FixedCost * (Fraction.One + InputRange.Figure(fixedCostChange)));
    }

    /// <summary>The same structure at other sales: the variable cost moves along, the fixed cost stays.</summary>
    /// <param name="salesChange">The change as a fraction of sales: 0.1 for 10 % more; at least -1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="salesChange"/> is below -1 or beyond its range.
    /// </exception>
    public CostStructure WithSalesChange(decimal salesChange)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(salesChange, -1m);
        Fraction factor = Fraction.One + InputRange.Figure(salesChange);
        return new CostStructure(Sales * factor, VariableCost * factor, FixedCost);
    }

    /// <summary>
    /// How the profit of another structure differs from this one's, as a fraction: (other - this) / |this|; null when
    /// this profit is 0.
    /// </summary>
    /// <param name="other">The structure to compare with.</param>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is null.</exception>
    public Fraction? ProfitChangeTo(CostStructure other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Ratio(other.Profit - Profit, Profit.Abs());
    }

    private static Fraction? Ratio(Fraction part, Fraction whole) => whole.IsZero ? null : part / whole;
}
