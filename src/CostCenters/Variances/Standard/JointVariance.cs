namespace CostCenters.Variances.Standard;

/// <summary>
/// Where the product of a changed price and a changed quantity goes: (actual price - standard price) × (actual quantity
/// - standard quantity).
/// </summary>
/// <remarks>The total is the same in every treatment.</remarks>
public enum JointVariance
{
    /// <summary>Into the price variance, which is then taken at the actual quantity: textbooks, and SAP.</summary>
    InPrice,

    /// <summary>Into the quantity variance, which is then taken at the actual price.</summary>
    InQuantity,

    /// <summary>A part of its own: price at the standard quantity, quantity at the standard price.</summary>
    Separate,
}
