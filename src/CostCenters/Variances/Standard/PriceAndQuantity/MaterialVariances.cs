using CostCenters.Explanations;
using CostCenters.Monetary;

namespace CostCenters.Variances.Standard.PriceAndQuantity;

/// <summary>Why material cost more or less than its standard: price and quantity.</summary>
/// <remarks>
/// <para>Trees of basis cost: a positive amount harms profit. No rounding.</para>
/// <para>The two recognitions differ in the price variance (textbooks show both), not in the total: at purchase, the
/// price variance of what was not used is taken back by a part of its own.</para>
/// <para>Source: OpenStax, Principles of Accounting, Volume 2, Managerial Accounting, materials variances.</para>
/// </remarks>
public static partial class MaterialVariances
{
    /// <summary>The key of the material price in stock node.</summary>
    public const string MaterialPriceInStockKey = "material-price-in-stock";

    /// <summary>The key of the material node.</summary>
    public const string MaterialKey = "material";

    /// <summary>The key of the material price node.</summary>
    public const string MaterialPriceKey = "material-price";

    /// <summary>The key of the material quantity node.</summary>
    public const string MaterialQuantityKey = "material-quantity";

    /// <summary>The key of the material joint node.</summary>
    public const string MaterialJointKey = "material-joint";

    /// <summary>The key of the material rounding node.</summary>
    public const string MaterialRoundingKey = "material-rounding";

    private static readonly PriceQuantityTerms Terms =
        new(MaterialKey, "material", MaterialPriceKey, "material price", "price", "quantity");

    /// <summary>Recognizes the price variance when the material is used.</summary>
    /// <remarks><c>material</c> = <c>material price</c> + <c>material quantity</c> (+ <c>material joint</c>), actual
    /// cost of the use - cost of the quantity allowed.</remarks>
    /// <param name="standard">The quantity allowed for the actual output, at its standard price.</param>
    /// <param name="used">What was used, at its actual price.</param>
    /// <param name="joint">Where the joint term goes.</param>
    /// <param name="units">Currency and unit.</param>
    /// <exception cref="ArgumentException"><paramref name="standard"/> has no price, or <paramref name="used"/> has
    /// none and the joint term is not in the price.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="joint"/> is no treatment.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="units"/> is null.</exception>
    public static VarianceNode AnalyzeAtUse(
        PricedQuantity standard, PricedQuantity used, JointVariance joint, VarianceUnits units)
    {
        var split = new PriceQuantitySplit(Terms, standard, used, joint, units, nameof(used));
        return split.Whole(
            used.Cost,
            split.Quantity(
                MaterialQuantityKey,
                "material quantity",
                "standard quantity",
                standard.Quantity,
                "actual quantity",
                used.Quantity));
    }

    /// <summary>Recognizes the price variance when the material is bought; the joint term is in it.</summary>
    /// <remarks>
    /// <c>material</c> = <c>material price</c> on the purchases + <c>material quantity</c> + <c>material price in
    /// stock</c>, which takes back the price variance of what was bought and not used, and is 0 when all was. The total
    /// is the one at use; authors who recognize at purchase print none, but the first two parts.
    /// </remarks>
    /// <param name="standard">The quantity allowed for the actual output, at its standard price.</param>
    /// <param name="purchased">What was bought, at its actual price.</param>
    /// <param name="used">What was used, at the price of the purchases; may exceed them.</param>
    /// <param name="units">Currency and unit.</param>
    /// <exception cref="ArgumentException"><paramref name="standard"/> or <paramref name="purchased"/> has no price.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="used"/> is out of bounds.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="units"/> is null.</exception>
    public static VarianceNode AnalyzeAtPurchase(
        PricedQuantity standard, PricedQuantity purchased, decimal used, VarianceUnits units) =>
        AtPurchase(standard, purchased, InputRange.Figure(used), units);

    private static VarianceNode AtPurchase(
        PricedQuantity standard, PricedQuantity purchased, Fraction usedQuantity, VarianceUnits units)
    {
        ArgumentNullException.ThrowIfNull(units);
        Fraction standardPrice = standard.RequirePrice(nameof(standard));
        Fraction price = purchased.RequirePrice(nameof(purchased));
        Fraction unused = purchased.Quantity - usedQuantity;
        var split = new PriceQuantitySplit(Terms, standard, purchased, JointVariance.InPrice, units);
        return split.Whole(
            purchased.Cost - (unused * price),
            split.Quantity(
                MaterialQuantityKey,
                "material quantity",
                "standard quantity",
                standard.Quantity,
                "quantity used",
                usedQuantity),
            VarianceNode.Leaf(
                MaterialPriceInStockKey,
                "material price in stock",
                VarianceBasis.Cost,
                -(unused * (price - standardPrice)),
                "-(quantity bought - quantity used) × (actual price - standard price)",
                [
                    units.Count("quantity bought", purchased.Quantity),
                    units.Count("quantity used", usedQuantity),
                    units.Price("actual price", price),
                    units.Price("standard price", standardPrice),
                ]));
    }
}
