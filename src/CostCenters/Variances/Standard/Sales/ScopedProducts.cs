using System.Collections.Immutable;
using CostCenters.Cubes;
using CostCenters.Monetary;
using CostCenters.Variances.Layers;

namespace CostCenters.Variances.Standard.Sales;

/// <summary>The products of a scope, all counted in one unit.</summary>
internal sealed class ScopedProducts
{
    public ScopedProducts(VarianceScope scope, IEnumerable<ProductElements> products)
    {
        ArgumentNullException.ThrowIfNull(products);
        Items = [.. products.Select(product => new ScopedProduct(scope, product))];
        Units = new VarianceUnits(
            scope.Currency, new ScopedElements([.. Items.Select(product => product.Revenue)]).Unit);
    }

    public ImmutableArray<ScopedProduct> Items { get; }

    public VarianceUnits Units { get; }

    public Fraction BudgetUnits => InputRange.NotNegative(
        Fraction.Sum(Items.Select(product => product.BudgetUnits)), "products");

    public Fraction ActualUnits => InputRange.NotNegative(
        Fraction.Sum(Items.Select(product => product.ActualUnits)), "products");

    /// <summary>What a budgeted unit is worth on average.</summary>
    public Fraction AverageValue => BudgetUnits.IsZero
        ? throw new ArgumentException("No units are budgeted, so a unit has no value.", "products")
        : Fraction.Sum(Items.Select(product => product.BudgetedValue)) / BudgetUnits;

    public IEnumerable<SalesItem> SalesItems => Items.Select(product => product.Item);

    private IEnumerable<CellAddress> Cells => Items.SelectMany(product => product.Revenue.Cells);

    /// <summary>The cells of all products, behind inputs that add all of them up.</summary>
    public InputCells CellsOf(params string[] inputs) => new InputCells().With(Cells, inputs);
}
