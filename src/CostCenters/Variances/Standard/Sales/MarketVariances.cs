using CostCenters.Explanations;
using CostCenters.Monetary;

namespace CostCenters.Variances.Standard.Sales;

/// <summary>Why more or fewer units were sold: the market and our share of it.</summary>
/// <remarks>
/// <para>Trees of basis profit: a positive amount helps profit. No rounding; shares stay fractions.</para>
/// <para><c>sales quantity</c> = <c>market share</c> + <c>market size</c> = (actual - budgeted units) × average
/// budgeted value of a unit. The inputs hold the two shares.</para>
/// <para>Source: solutions to Horngren, Cost Accounting, chapter 14.</para>
/// </remarks>
public static partial class MarketVariances
{
    /// <summary>The key of the sales quantity node.</summary>
    public const string SalesQuantityKey = "sales-quantity";

    /// <summary>The key of the market share node.</summary>
    public const string MarketShareKey = "market-share";

    /// <summary>The key of the market size node.</summary>
    public const string MarketSizeKey = "market-size";

    /// <summary>Splits a sales quantity variance of one figure.</summary>
    /// <param name="market">The market.</param>
    /// <param name="budgetUnits">Units budgeted, not negative.</param>
    /// <param name="actualUnits">Units sold, not negative.</param>
    /// <param name="averageValue">Average budgeted contribution (or profit, or price) of a unit.</param>
    /// <param name="order">Where the joint term goes.</param>
    /// <param name="units">Currency and unit.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of bounds, or <paramref name="order"/> is no
    /// order.</exception>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static VarianceNode Analyze(
        Market market,
        decimal budgetUnits,
        decimal actualUnits,
        decimal averageValue,
        MarketOrder order,
        VarianceUnits units) =>
        Split(
            market,
            InputRange.NotNegative(budgetUnits),
            InputRange.NotNegative(actualUnits),
            InputRange.Figure(averageValue),
            order,
            units);

    internal static VarianceNode Split(
        Market market,
        Fraction budgetUnits,
        Fraction actualUnits,
        Fraction averageValue,
        MarketOrder order,
        VarianceUnits units)
    {
        ArgumentNullException.ThrowIfNull(market);
        ArgumentNullException.ThrowIfNull(units);
        Domain.RequireDefined(order, nameof(order));
        bool atActual = order == MarketOrder.ShareAtActualSize;
        VarianceInput budgetShare = new("budget share", budgetUnits / market.BudgetSize, InputUnit.Number);
        VarianceInput actualShare = new("actual share", actualUnits / market.ActualSize, InputUnit.Number);
        VarianceInput budgetSize = units.Count("budget size", market.BudgetSize);
        VarianceInput actualSize = units.Count("actual size", market.ActualSize);
        VarianceInput size = atActual ? actualSize : budgetSize;
        VarianceInput share = atActual ? budgetShare : actualShare;
        VarianceInput value = units.Price("average value", averageValue);
        return VarianceNode.Whole(
            SalesQuantityKey,
            "sales quantity",
            (actualUnits - budgetUnits) * averageValue,
            "(actual units - budget units) × average value",
            [units.Count("actual units", actualUnits), units.Count("budget units", budgetUnits), value],
            [
                VarianceNode.Leaf(
                    MarketShareKey,
                    "market share",
                    VarianceBasis.Profit,
                    (actualShare.Value - budgetShare.Value) * size.Value * averageValue,
                    $"(actual share - budget share) × {size.Name} × average value",
                    [actualShare, budgetShare, size, value]),
                VarianceNode.Leaf(
                    MarketSizeKey,
                    "market size",
                    VarianceBasis.Profit,
                    (actualSize.Value - budgetSize.Value) * share.Value * averageValue,
                    $"(actual size - budget size) × {share.Name} × average value",
                    [actualSize, budgetSize, share, value]),
            ]);
    }
}
