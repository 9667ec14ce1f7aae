using System.Collections.Immutable;
using CostCenters.Monetary;

namespace CostCenters.CostBehavior;

/// <summary>A volume of a sales mix, in all and by product.</summary>
public sealed class SalesMixVolume
{
    internal SalesMixVolume(SalesMix mix, Fraction compositeUnits)
    {
        CompositeUnits = compositeUnits;
        Products = [.. mix.Products.Select(product => new ProductVolume(
            product, compositeUnits * Fraction.Of(product.Mix)))];
        Sales = Fraction.Sum(Products.Select(product => product.Sales));
    }

    /// <summary>The composite units, unrounded.</summary>
    public Fraction CompositeUnits { get; }

    /// <summary>The volume of each product, in the order of the mix.</summary>
    public ImmutableArray<ProductVolume> Products { get; }

    /// <summary>The sales of all products.</summary>
    public Fraction Sales { get; }
}
