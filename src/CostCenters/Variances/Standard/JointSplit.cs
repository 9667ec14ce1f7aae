using CostCenters.Monetary;

namespace CostCenters.Variances.Standard;

/// <summary>The parts of a changed price and a changed quantity under one treatment of the joint term: the one place of
/// these formulas.</summary>
/// <remarks>Price + quantity (from the standard to the actual one) + joint = actual cost - standard quantity × standard
/// price.</remarks>
internal sealed class JointSplit
{
    private readonly Fraction standardQuantity;
    private readonly Fraction standardPrice;
    private readonly Fraction actualQuantity;
    private readonly Fraction? actualPrice;
    private readonly Fraction actualCost;
    private readonly JointVariance joint;

    /// <summary>Names both sides.</summary>
    /// <param name="standardQuantity">The quantity of the standard or budget.</param>
    /// <param name="standardPrice">Its price.</param>
    /// <param name="actualQuantity">The actual quantity.</param>
    /// <param name="actualPrice">Its price; null is enough where the joint term is in the price.</param>
    /// <param name="actualCost">Actual quantity × actual price.</param>
    /// <param name="joint">Where the joint term goes.</param>
    public JointSplit(
        Fraction standardQuantity,
        Fraction standardPrice,
        Fraction actualQuantity,
        Fraction? actualPrice,
        Fraction actualCost,
        JointVariance joint)
    {
        this.standardQuantity = standardQuantity;
        this.standardPrice = standardPrice;
        this.actualQuantity = actualQuantity;
        this.actualPrice = actualPrice;
        this.actualCost = actualCost;
        this.joint = joint;
    }

    /// <summary>Whether the price variance is taken at the actual quantity.</summary>
    public bool IsPriceAtActual => joint == JointVariance.InPrice;

    /// <summary>Whether quantity variances are taken at the actual price.</summary>
    public bool IsQuantityAtActual => joint == JointVariance.InQuantity;

    /// <summary>Whether the joint term is a part of its own.</summary>
    public bool HasJoint => joint == JointVariance.Separate;

    /// <summary>What the price did.</summary>
    public Fraction Price => IsPriceAtActual
        ? actualCost - (actualQuantity * standardPrice)
        : (actualPrice!.Value - standardPrice) * standardQuantity;

    /// <summary>What both changes did together, where that is a part of its own.</summary>
    public Fraction Joint => (actualPrice!.Value - standardPrice) * (actualQuantity - standardQuantity);

    /// <summary>What a change from one quantity to another did.</summary>
    public Fraction Quantity(Fraction from, Fraction to) =>
        (to - from) * (IsQuantityAtActual ? actualPrice!.Value : standardPrice);
}
