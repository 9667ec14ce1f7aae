using CostCenters.Explanations;
using CostCenters.Monetary;

namespace CostCenters.Variances.Standard.Sales;

/// <summary>The parts of the change of a product that is in the budget and was sold.</summary>
internal sealed class StayedProduct
{
    private readonly ProductSales product;
    private readonly VarianceUnits units;
    private readonly Fraction budgetPrice;
    private readonly Fraction actualPrice;

    private readonly JointSplit split;

    public StayedProduct(ProductSales product, JointVariance joint, VarianceUnits units)
    {
        this.product = product;
        this.units = units;
        BudgetUnits = product.Budget!.Value.Quantity;
        ActualUnits = product.Actual!.Value.Quantity;
        budgetPrice = PriceOf(product.Budget.Value, product.Actual.Value);
        actualPrice = PriceOf(product.Actual.Value, product.Budget.Value);
        split = new JointSplit(
            BudgetUnits, budgetPrice, ActualUnits, actualPrice, actualPrice * ActualUnits, joint);
    }

    public Fraction BudgetUnits { get; }

    public Fraction ActualUnits { get; }

    public VarianceNode Price() =>
        PriceVolumeMix.Leaf(
            product,
            split.Price,
            $"(actual price - budget price) × {(split.IsPriceAtActual ? "actual" : "budget")} units",
            ActualPrice,
            BudgetPrice,
            split.IsPriceAtActual ? Actual : Budget);

    public VarianceNode Volume() =>
        PriceVolumeMix.Leaf(
            product,
            split.Quantity(BudgetUnits, ActualUnits),
            $"(actual units - budget units) × {PriceName}",
            Actual,
            Budget,
            VolumePrice);

    public VarianceNode Quantity(Fraction growth) =>
        PriceVolumeMix.Leaf(
            product,
            split.Quantity(BudgetUnits, BudgetUnits * growth),
            $"(budget units at the growth of all products - budget units) × {PriceName}",
            units.Count("budget units at the growth of all products", BudgetUnits * growth),
            Budget,
            VolumePrice);

    public VarianceNode Mix(Fraction growth) =>
        PriceVolumeMix.Leaf(
            product,
            split.Quantity(BudgetUnits * growth, ActualUnits),
            $"(actual units - budget units at the growth of all products) × {PriceName}",
            Actual,
            units.Count("budget units at the growth of all products", BudgetUnits * growth),
            VolumePrice);

    public VarianceNode Joint() =>
        PriceVolumeMix.Leaf(
            product,
            split.Joint,
            "(actual price - budget price) × (actual units - budget units)",
            ActualPrice,
            BudgetPrice,
            Actual,
            Budget);

    /// <summary>Whether a price was rounded, so that units × price are not the revenue.</summary>
    public bool HasRest => !(product.Actual!.Value.Rest - product.Budget!.Value.Rest).IsZero;

    public VarianceNode Rest() =>
        PriceVolumeMix.Leaf(
            product,
            product.Actual!.Value.Rest - product.Budget!.Value.Rest,
            "(actual revenue - actual units × actual price) - (budget revenue - budget units × budget price)",
            units.Amount("actual revenue", product.ActualRevenue),
            Actual,
            ActualPrice,
            units.Amount("budget revenue", product.BudgetRevenue),
            Budget,
            BudgetPrice);

    private string PriceName => split.IsQuantityAtActual ? "actual price" : "budget price";

    private VarianceInput VolumePrice => split.IsQuantityAtActual ? ActualPrice : BudgetPrice;

    private VarianceInput ActualPrice => units.Price("actual price", actualPrice);

    private VarianceInput BudgetPrice => units.Price("budget price", budgetPrice);

    private VarianceInput Actual => units.Count("actual units", ActualUnits);

    private VarianceInput Budget => units.Count("budget units", BudgetUnits);

    /// <summary>A side of no units and no revenue takes the price of the other, so that all of the change is volume.
    /// </summary>
    private Fraction PriceOf(PricedQuantity side, PricedQuantity other) =>
        side.Price
        ?? (side.Cost.IsZero ? other.Price ?? Fraction.Zero : (Fraction?)null)
        ?? throw new ArgumentException($"'{product.Name}' has revenue without units, which has no price.");
}
