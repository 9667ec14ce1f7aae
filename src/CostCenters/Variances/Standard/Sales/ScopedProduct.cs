using CostCenters.Monetary;
using CostCenters.Structure;
using CostCenters.Variances.Layers;

namespace CostCenters.Variances.Standard.Sales;

/// <summary>What a product was to sell in a scope, and what it sold.</summary>
internal sealed class ScopedProduct
{
    public ScopedProduct(VarianceScope scope, ProductElements product)
    {
        ArgumentNullException.ThrowIfNull(product);
        Revenue = RequireRevenue(scope.Element(product.Revenue, null));
        Fraction cost = Fraction.Sum(product.Costs.Select(code => scope.Element(code, null).Budget));
        PricedQuantity budget = Revenue.BudgetInput;
        BudgetUnits = budget.Quantity;
        ActualUnits = Revenue.ActualInput.Quantity;
        BudgetedValue = Revenue.Budget - cost;
    }

    public ScopedElement Revenue { get; }

    public Fraction BudgetUnits { get; }

    public Fraction ActualUnits { get; }

    /// <summary>Budgeted revenue less the costs that count.</summary>
    public Fraction BudgetedValue { get; }

    /// <summary>The product as an item, which needs a budget: the value of a unit comes from it.</summary>
    public SalesItem Item => new(
        Revenue.Code.Value,
        BudgetUnits,
        ActualUnits,
        BudgetUnits.IsZero
            ? throw new ArgumentException(
                $"'{Revenue.Code}' has no budgeted units, and a unit no value: leave new products to a "
                    + "price-volume-mix analysis.")
            : BudgetedValue / BudgetUnits);

    public static ScopedElement RequireRevenue(ScopedElement element) =>
        element.Nature == ElementNature.Revenue
            ? element
            : throw new ArgumentException($"'{element.Code}' is a cost; the revenue of a product was expected.");
}
