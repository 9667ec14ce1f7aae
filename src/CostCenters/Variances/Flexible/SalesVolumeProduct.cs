using CostCenters.Monetary;

namespace CostCenters.Variances.Flexible;

/// <summary>A product with its budgeted figures of a unit and the units that were planned and sold.</summary>
public sealed record SalesVolumeProduct
{
    /// <summary>Creates a product.</summary>
    /// <param name="name">Its name, unique in an analysis.</param>
    /// <param name="units">The units planned and sold.</param>
    /// <param name="price">The budgeted price of a unit, not negative.</param>
    /// <param name="variableCost">The budgeted variable cost of a unit, any sign.</param>
    /// <param name="fixedCost">The fixed cost that a unit absorbs, or null where none is absorbed.</param>
    /// <exception cref="ArgumentException"><paramref name="name"/> is null or blank.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="units"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is beyond its range, or <paramref name="price"/> is
    /// negative.</exception>
    public SalesVolumeProduct(
        string name, ActivityChange units, decimal price, decimal variableCost, decimal? fixedCost)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(units);
        _ = InputRange.NotNegative(price);
        _ = InputRange.Figure(variableCost);
        _ = InputRange.Figure(fixedCost ?? 0m, nameof(fixedCost));
        Name = name;
        Units = units;
        Price = price;
        VariableCost = variableCost;
        FixedCost = fixedCost;
    }

    /// <summary>Its name.</summary>
    public string Name { get; }

    /// <summary>The units planned and sold.</summary>
    public ActivityChange Units { get; }

    /// <summary>The budgeted price of a unit.</summary>
    public decimal Price { get; }

    /// <summary>The budgeted variable cost of a unit.</summary>
    public decimal VariableCost { get; }

    /// <summary>The fixed cost that a unit absorbs, or null where none is absorbed.</summary>
    public decimal? FixedCost { get; }
}
