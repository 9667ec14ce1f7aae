using CostCenters.Monetary;

namespace CostCenters.CostBehavior;

/// <summary>How much of a product a volume of its mix holds.</summary>
public sealed record ProductVolume
{
    internal ProductVolume(MixProduct product, Fraction units)
    {
        Product = product;
        Units = units;
        Sales = units * Fraction.Of(product.Price);
    }

    /// <summary>The product.</summary>
    public MixProduct Product { get; }

    /// <summary>Its units: composite units × its mix, unrounded.</summary>
    public Fraction Units { get; }

    /// <summary>Units × price.</summary>
    public Fraction Sales { get; }
}
