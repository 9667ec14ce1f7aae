using CostCenters.Explanations;
using CostCenters.Variances.Layers;

namespace CostCenters.Variances.Standard.Sales;

public static partial class MarketVariances
{
    /// <summary>Splits a sales quantity variance by layers and the size of the market.</summary>
    /// <remarks>The tree is the one by figures; leaves name the cells that their actuals add up. Average value =
    /// budgeted revenues less the costs that count ÷ budgeted units.</remarks>
    /// <param name="scope">What is compared, and where.</param>
    /// <param name="products">At least one product; all are counted in one unit.</param>
    /// <param name="market">The units of all sellers, planned and actual.</param>
    /// <param name="order">Where the joint term goes.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">There is no product, one is null, an element is no revenue or of another
    /// unit, a cell lacks its quantity, no units are budgeted, or a market size is missing.</exception>
    /// <exception cref="ArgumentOutOfRangeException">Units are negative, a market is 0, or <paramref name="order"/> is
    /// no order.</exception>
    /// <exception cref="KeyNotFoundException">There is no such element.</exception>
    public static VarianceNode Analyze(
        VarianceScope scope, IEnumerable<ProductElements> products, ActivityFigures market, MarketOrder order)
    {
        ScopedProducts sold = new(VarianceScope.Require(scope), products);
        return sold.CellsOf("actual units", "actual share").In(Split(
            MarketOf(scope, market),
            sold.BudgetUnits,
            sold.ActualUnits,
            sold.AverageValue,
            order,
            sold.Units));
    }

    internal static Market MarketOf(VarianceScope scope, ActivityFigures market)
    {
        ScopedHours size = scope.Hours(market, null);
        return new Market(size.Planned, size.Actual);
    }
}
