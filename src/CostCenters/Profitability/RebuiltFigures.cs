using CostCenters.Explanations;
using CostCenters.Monetary;

namespace CostCenters.Profitability;

/// <summary>Rebuilds what a statement was made from, where its variances determine it.</summary>
/// <remarks>
/// <para>Variances are effects on profit, favorable positive. Where a divisor is 0 the figure is not determined, and
/// is refused.</para>
/// <para>No rounding.</para>
/// </remarks>
public static class RebuiltFigures
{
    /// <summary>The key of the fixed overhead volume node.</summary>
    public const string FixedOverheadVolumeKey = "fixed-overhead-volume";

    /// <summary>Budgeted units = budgeted profit ÷ standard profit per unit, or contributions for both.</summary>
    /// <param name="budgetedProfit">Budgeted profit.</param>
    /// <param name="profitPerUnit">Standard profit per unit, not 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">A figure is beyond its range, or
    /// <paramref name="profitPerUnit"/> is 0.</exception>
    public static Fraction BudgetedUnits(decimal budgetedProfit, decimal profitPerUnit) =>
        InputRange.Amount(budgetedProfit) / Divisor(profitPerUnit, nameof(profitPerUnit));

    /// <summary>Units sold = (budgeted profit + sales volume variance) ÷ standard profit per unit.</summary>
    /// <param name="budgetedProfit">Budgeted profit.</param>
    /// <param name="salesVolume">The sales volume variance at standard profit.</param>
    /// <param name="profitPerUnit">Standard profit per unit, not 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">A figure is beyond its range, or
    /// <paramref name="profitPerUnit"/> is 0.</exception>
    public static Fraction UnitsSold(decimal budgetedProfit, decimal salesVolume, decimal profitPerUnit) =>
        (InputRange.Amount(budgetedProfit) + InputRange.Amount(salesVolume))
        / Divisor(profitPerUnit, nameof(profitPerUnit));

    /// <summary>Units made = (quantity paid x actual price + all variances of the input) ÷ standard cost per unit.
    /// </summary>
    /// <param name="quantityPaid">The actual quantity of an input, such as hours paid.</param>
    /// <param name="actualPrice">Its actual price.</param>
    /// <param name="variances">The sum of its variances: rate, idle time and efficiency for labor.</param>
    /// <param name="standardCostPerUnit">Its standard cost in a unit of output, above 0.</param>
    /// <remarks>Standard cost of the units made = actual cost + favorable variances.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">A figure is beyond its range, a quantity or price is negative, or
    /// <paramref name="standardCostPerUnit"/> is not above 0.</exception>
    public static Fraction UnitsMade(
        decimal quantityPaid, decimal actualPrice, decimal variances, decimal standardCostPerUnit)
    {
        Fraction actualCost = InputRange.NotNegative(quantityPaid) * InputRange.NotNegative(actualPrice);
        return (actualCost + InputRange.Amount(variances)) / InputRange.Positive(standardCostPerUnit);
    }

    /// <summary>Actual price = standard price - price variance ÷ quantity.</summary>
    /// <param name="standardPrice">The standard price.</param>
    /// <param name="quantity">The quantity that the variance was taken at, purchased or used; above 0.</param>
    /// <param name="priceVariance">The price variance.</param>
    /// <exception cref="ArgumentOutOfRangeException">A figure is beyond its range, the price is negative, or
    /// <paramref name="quantity"/> is not above 0.</exception>
    public static Fraction ActualPrice(decimal standardPrice, decimal quantity, decimal priceVariance) =>
        InputRange.NotNegative(standardPrice)
        - (InputRange.Amount(priceVariance) / InputRange.Positive(quantity));

    /// <summary>The node <c>fixed overhead volume</c>: (units made - budgeted units) x fixed overhead per unit.
    /// </summary>
    /// <param name="currency">The currency of the overhead.</param>
    /// <param name="unitsMade">Units made, given or rebuilt.</param>
    /// <param name="budgetedUnits">Budgeted units, given or rebuilt.</param>
    /// <param name="fixedCostPerUnit">Standard fixed overhead per unit.</param>
    /// <exception cref="ArgumentNullException"><paramref name="currency"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="fixedCostPerUnit"/> is negative or beyond its
    /// range.</exception>
    public static VarianceNode FixedVolume(
        Currency currency, Fraction unitsMade, Fraction budgetedUnits, decimal fixedCostPerUnit)
    {
        ArgumentNullException.ThrowIfNull(currency);
        Fraction rate = InputRange.NotNegative(fixedCostPerUnit);
        InputUnit unit = InputUnit.Of("unit");
        return VarianceNode.Leaf(
            FixedOverheadVolumeKey,
            "fixed overhead volume",
            VarianceBasis.Profit,
            (unitsMade - budgetedUnits) * rate,
            "(units made - budgeted units) x fixed overhead per unit",
            [
                new("units made", unitsMade, unit),
                new("budgeted units", budgetedUnits, unit),
                new("fixed overhead per unit", rate, InputUnit.Of(currency).Per(unit)),
            ]);
    }

    private static Fraction Divisor(decimal value, string name) =>
        value == 0m
            ? throw new ArgumentOutOfRangeException(name, value, "With 0 the figure is not determined.")
            : InputRange.Figure(value, name);
}
