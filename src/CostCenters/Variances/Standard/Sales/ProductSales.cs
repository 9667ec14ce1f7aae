using CostCenters.Monetary;

namespace CostCenters.Variances.Standard.Sales;

/// <summary>What a product sold, as planned and as it came.</summary>
public sealed record ProductSales
{
    /// <summary>Creates the sales of a product.</summary>
    /// <param name="name">Its name, unique among the products.</param>
    /// <param name="budget">Units and price of the budget; null for a new product, which the budget does not have.
    /// </param>
    /// <param name="actual">Units and price as they came; null for a product that is no longer sold.</param>
    /// <exception cref="ArgumentException"><paramref name="name"/> is null or blank, or there is neither budget nor
    /// actual.</exception>
    public ProductSales(string name, PricedQuantity? budget, PricedQuantity? actual)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        Name = name;
        Budget = budget;
        Actual = actual ?? (budget is null
            ? throw new ArgumentException($"'{name}' has neither a budget nor an actual.", nameof(actual))
            : null);
    }

    /// <summary>Its name.</summary>
    public string Name { get; }

    /// <summary>Units and price of the budget; null for a new product.</summary>
    public PricedQuantity? Budget { get; }

    /// <summary>Units and price as they came; null for a product that is no longer sold.</summary>
    public PricedQuantity? Actual { get; }

    internal Fraction BudgetRevenue => Budget?.Cost ?? Fraction.Zero;

    internal Fraction ActualRevenue => Actual?.Cost ?? Fraction.Zero;
}
