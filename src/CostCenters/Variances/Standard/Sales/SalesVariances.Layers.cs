using CostCenters.Explanations;
using CostCenters.Structure;
using CostCenters.Variances.Layers;
using CostCenters.Variances.Standard.MixAndYield;

namespace CostCenters.Variances.Standard.Sales;

public static partial class SalesVariances
{
    private const string ActualUnits = "actual units";

    /// <summary>The price variance of one product by layers.</summary>
    /// <remarks>The leaf is the one by figures, and names the cells of the actuals.</remarks>
    /// <param name="scope">What is compared, and where.</param>
    /// <param name="product">The element of its revenue, with a unit.</param>
    /// <exception cref="ArgumentNullException"><paramref name="scope"/> is null.</exception>
    /// <exception cref="ArgumentException">The element is no revenue, a cell lacks its quantity, or nothing is
    /// budgeted.</exception>
    /// <exception cref="KeyNotFoundException">There is no such element.</exception>
    public static VarianceNode AnalyzePrice(VarianceScope scope, ElementCode product)
    {
        ScopedElement sold = ScopedProduct.RequireRevenue(VarianceScope.Require(scope).Element(product, null));
        return new InputCells().With(sold.Cells, "actual revenue", ActualUnits).In(
            Price(sold.BudgetInput.RequirePrice(nameof(product)), sold.ActualInput, sold.Units));
    }

    /// <summary>The volume variance by layers; the items are named by the codes of their revenue.</summary>
    /// <remarks>The tree is the one by figures; leaves name the cells that their actuals add up.</remarks>
    /// <param name="scope">What is compared, and where.</param>
    /// <param name="products">At least one product with a budget; all are counted in one unit.</param>
    /// <param name="valuation">What the budgeted revenue less the costs that count is, of a unit.</param>
    /// <param name="method">How the products take part in the mix.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">There is no product, one is null or comes twice, an element is no revenue or
    /// of another unit, a cell lacks its quantity, or a product has no budgeted units.</exception>
    /// <exception cref="ArgumentOutOfRangeException">Units are negative, or a choice is none.</exception>
    /// <exception cref="KeyNotFoundException">There is no such element.</exception>
    public static VarianceNode AnalyzeVolume(
        VarianceScope scope, IEnumerable<ProductElements> products, SalesValuation valuation, MixMethod method)
    {
        ScopedProducts sold = new(VarianceScope.Require(scope), products);
        return CellsOf(sold).In(AnalyzeVolume(sold.SalesItems, valuation, method, sold.Units));
    }

    /// <summary>The volume variance with the quantity by market, by layers.</summary>
    /// <remarks>The tree is the one by figures; leaves name the cells that their actuals add up.</remarks>
    /// <param name="scope">What is compared, and where.</param>
    /// <param name="products">At least one product with a budget; all are counted in one unit.</param>
    /// <param name="valuation">What the budgeted revenue less the costs that count is, of a unit.</param>
    /// <param name="method">How the products take part in the mix.</param>
    /// <param name="market">The units of all sellers, planned and actual.</param>
    /// <param name="order">Where the joint term of market and share goes.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">There is no product, one is null or comes twice, an element is no revenue or
    /// of another unit, a cell lacks its quantity, a product has no budgeted units, or a market size is missing.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">Units are negative, a market is 0, or a choice is none.
    /// </exception>
    /// <exception cref="KeyNotFoundException">There is no such element.</exception>
    public static VarianceNode AnalyzeVolume(
        VarianceScope scope,
        IEnumerable<ProductElements> products,
        SalesValuation valuation,
        MixMethod method,
        ActivityFigures market,
        MarketOrder order)
    {
        ScopedProducts sold = new(VarianceScope.Require(scope), products);
        return CellsOf(sold).In(AnalyzeVolume(
            sold.SalesItems, valuation, method, MarketVariances.MarketOf(scope, market), order, sold.Units));
    }

    private static InputCells CellsOf(ScopedProducts sold)
    {
        InputCells cells = sold.CellsOf("actual share", "actual total units in budget mix");
        foreach (ScopedProduct product in sold.Items)
        {
            _ = cells.Of(product.Revenue.Code.Value, product.Revenue.Cells, ActualUnits);
        }

        return cells;
    }
}
