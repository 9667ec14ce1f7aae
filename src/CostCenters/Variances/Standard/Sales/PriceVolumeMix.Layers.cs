using CostCenters.Explanations;
using CostCenters.Structure;
using CostCenters.Variances.Layers;

namespace CostCenters.Variances.Standard.Sales;

public static partial class PriceVolumeMix
{
    /// <summary>Splits the change of revenue by layers; the products are named by their codes.</summary>
    /// <remarks>The tree is the one by figures; leaves name the cells that their actuals add up. A product without a
    /// cell in the budget is new, one without a cell in the actuals is gone, and one without either is left out.
    /// </remarks>
    /// <param name="scope">What is compared, and where.</param>
    /// <param name="products">The elements of the revenues of at least one product.</param>
    /// <param name="detail">Whether quantity and mix are told apart.</param>
    /// <param name="joint">Where the product of both changes goes.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">There is no product, an element is no revenue or of another unit, a cell
    /// lacks its quantity, a product that stayed has no price, or the products that stayed had no units in the budget.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="detail"/> or <paramref name="joint"/> is none.
    /// </exception>
    /// <exception cref="KeyNotFoundException">There is no such element.</exception>
    public static VarianceNode Analyze(
        VarianceScope scope, IEnumerable<ElementCode> products, VolumeDetail detail, JointVariance joint)
    {
        ScopedElements sold = VarianceScope.Require(scope).Elements(products, null);
        ScopedElement[] known =
            [.. sold.Items.Select(ScopedProduct.RequireRevenue).Where(item => item.IsBudgeted || item.IsActual)];
        InputCells cells = new InputCells().With(
            known.Where(item => item.IsBudgeted && item.IsActual).SelectMany(item => item.Cells),
            "budget units at the growth of all products");
        foreach (ScopedElement item in known)
        {
            _ = cells.Of(item.Code.Value, item.Cells, "actual units", "actual price", "actual revenue");
        }

        return cells.In(Analyze(
            known.Select(item => new ProductSales(
                item.Code.Value,
                item.IsBudgeted ? item.BudgetInput : null,
                item.IsActual ? item.ActualInput : null)),
            detail,
            joint,
            new VarianceUnits(scope.Currency, sold.Unit)));
    }
}
