using CostCenters.Monetary;

namespace CostCenters.Variances.Standard;

/// <summary>
/// Recovers a standard or an actual that a report of variances leaves out, where the variances determine it.
/// </summary>
/// <remarks>
/// <para>Variances are amounts of basis cost, actual - standard: unfavorable is positive. They are taken with the joint
/// term in the price, as textbooks print them. Exact; nothing rounds.</para>
/// </remarks>
public static class InputRebuild
{
    /// <summary>The standard behind an actual whose price variance is known.</summary>
    /// <remarks>Standard price = (actual cost - price variance) ÷ actual quantity.</remarks>
    /// <param name="actual">What was used or paid.</param>
    /// <param name="priceVariance">Price or rate variance on the actual quantity.</param>
    /// <param name="standardQuantity">The quantity allowed.</param>
    /// <exception cref="ArgumentException">The quantity of <paramref name="actual"/> is 0.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An argument is out of bounds.</exception>
    public static PricedQuantity Standard(PricedQuantity actual, decimal priceVariance, decimal standardQuantity)
    {
        Fraction variance = InputRange.Amount(priceVariance);
        Fraction quantity = InputRange.Figure(standardQuantity);
        return actual.Quantity.IsZero
            ? throw new ArgumentException("A quantity other than 0 was expected.", nameof(actual))
            : PricedQuantity.At(quantity, (actual.Cost - variance) / actual.Quantity);
    }

    /// <summary>The standard behind a quantity variance when the actual quantity is known to exceed the standard by a
    /// share of it.</summary>
    /// <remarks>Standard quantity = quantity variance ÷ standard price ÷ share.</remarks>
    /// <param name="quantityVariance">Quantity or efficiency variance at the standard price.</param>
    /// <param name="standardPrice">Standard price or rate, not 0.</param>
    /// <param name="excessShare">(actual - standard quantity) ÷ standard quantity as a fraction, not 0; negative when
    /// less than the standard was used.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is out of bounds or 0 where it must not
    /// be.</exception>
    public static PricedQuantity StandardOfExcess(decimal quantityVariance, decimal standardPrice, decimal excessShare)
    {
        Fraction variance = InputRange.Amount(quantityVariance);
        Fraction price = InputRange.Figure(standardPrice);
        Fraction share = InputRange.Figure(excessShare);
        ArgumentOutOfRangeException.ThrowIfZero(standardPrice);
        ArgumentOutOfRangeException.ThrowIfZero(excessShare);
        return PricedQuantity.At(variance / (price * share), price);
    }

    /// <summary>The actual quantity and cost behind a standard and both its variances.</summary>
    /// <remarks>Actual quantity = standard quantity + quantity variance ÷ standard price; actual cost = standard cost +
    /// both variances.</remarks>
    /// <param name="standard">The quantity allowed at its standard price, which is not 0.</param>
    /// <param name="priceVariance">Price or rate variance on the actual quantity.</param>
    /// <param name="quantityVariance">Quantity or efficiency variance at the standard price.</param>
    /// <exception cref="ArgumentException"><paramref name="standard"/> has no price or one of 0.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A variance is out of bounds.</exception>
    public static PricedQuantity Actual(PricedQuantity standard, decimal priceVariance, decimal quantityVariance)
    {
        Fraction price = InputRange.Amount(priceVariance);
        Fraction quantity = InputRange.Amount(quantityVariance);
        Fraction standardPrice = standard.RequirePrice(nameof(standard));
        return standardPrice.IsZero
            ? throw new ArgumentException("A standard price other than 0 was expected.", nameof(standard))
            : PricedQuantity.Costing(
                standard.Quantity + (quantity / standardPrice), standard.Cost + price + quantity);
    }
}
