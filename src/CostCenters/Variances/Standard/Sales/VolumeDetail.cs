namespace CostCenters.Variances.Standard.Sales;

/// <summary>Whether a volume variance is split further.</summary>
public enum VolumeDetail
{
    /// <summary>Volume as one part: products of different units have no common quantity.</summary>
    Whole,

    /// <summary>Quantity (all products grew alike) and mix (they did not) apart: products of one unit.</summary>
    QuantityAndMix,
}
