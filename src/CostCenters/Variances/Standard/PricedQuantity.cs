using System.Numerics;
using System.Text.Json.Serialization;
using CostCenters.Monetary;

namespace CostCenters.Variances.Standard;

/// <summary>A quantity with its price and its cost: kilograms bought, hours paid, units sold.</summary>
/// <remarks>
/// <para>Cost = quantity × price, unless the price was rounded by <see cref="WithRoundedPrice"/>; then the cost stays
/// as it was, and every variance shows what the rounding moved as a part of its own. Nothing else rounds.</para>
/// <para>Any sign: a return is a negative quantity, a rebate a negative cost. Quantities and prices are at most 10^9 in
/// magnitude, costs 10^15, each with at most 8 decimals.</para>
/// <para>Equal when quantity, price and cost are equal. <c>default(PricedQuantity)</c> is nothing at no cost.</para>
/// </remarks>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public readonly record struct PricedQuantity
{
    [JsonConstructor]
    private PricedQuantity(Fraction quantity, Fraction? price, Fraction cost)
    {
        // The widest that analyses make: sums of outputs of 10^9 at 10^9 a unit, at a price of 10^9.
        RequireWithin(quantity, 27, nameof(quantity));
        RequireWithin(cost, 36, nameof(cost));
        if (price is null && !quantity.IsZero)
        {
            throw new ArgumentException("A quantity needs a price.", nameof(price));
        }

        Quantity = quantity;
        Price = price;
        Cost = cost;
    }

    /// <summary>How much.</summary>
    public Fraction Quantity { get; }

    /// <summary>Money per unit of the quantity; null when only a cost is known and the quantity is 0.</summary>
    public Fraction? Price { get; }

    /// <summary>What the quantity costs.</summary>
    public Fraction Cost { get; }

    /// <summary>What the rounding of the price left over: cost - quantity × price.</summary>
    internal Fraction Rest => Price is Fraction price ? Cost - (Quantity * price) : Fraction.Zero;

    /// <summary>A quantity at a price.</summary>
    /// <param name="quantity">How much.</param>
    /// <param name="price">Money per unit.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is out of bounds.</exception>
    public static PricedQuantity AtPrice(decimal quantity, decimal price) =>
        At(InputRange.Figure(quantity), InputRange.Figure(price));

    /// <summary>A quantity that cost so much in all; its price is cost ÷ quantity, unrounded.</summary>
    /// <param name="quantity">How much.</param>
    /// <param name="cost">What it cost in all.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is out of bounds.</exception>
    public static PricedQuantity ForCost(decimal quantity, decimal cost) =>
        Costing(InputRange.Figure(quantity), InputRange.Amount(cost));

    /// <summary>The quantity allowed for an output: output × quantity per unit of it.</summary>
    /// <param name="output">Units made, as a number that is not negative.</param>
    /// <param name="quantityPerUnit">What the standard allows for one unit.</param>
    /// <param name="price">Money per unit of the quantity.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is out of bounds.</exception>
    public static PricedQuantity ForOutput(decimal output, decimal quantityPerUnit, decimal price) =>
        At(InputRange.NotNegative(output) * InputRange.Figure(quantityPerUnit), InputRange.Figure(price));

    /// <summary>The same quantity and cost with a rounded price.</summary>
    /// <param name="digits">Decimals of the price.</param>
    /// <param name="rounding">Where a price halfway between two goes.</param>
    /// <exception cref="InvalidOperationException">There is no price.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="digits"/> is below 0 or above 28, or
    /// <paramref name="rounding"/> is no rule.</exception>
    /// <exception cref="OverflowException">The price does not fit a decimal with so many decimals.</exception>
    public PricedQuantity WithRoundedPrice(int digits, MidpointRounding rounding) =>
        Price is Fraction price
            ? new PricedQuantity(Quantity, Fraction.Of(price.RoundTo(digits, rounding)), Cost)
            : throw new InvalidOperationException("A cost without a quantity has no price to round.");

    /// <summary>The output that the quantity is the allowance for: quantity ÷ quantity per unit.</summary>
    /// <param name="quantityPerUnit">What the standard allows for one unit, above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="quantityPerUnit"/> is out of bounds.</exception>
    public Fraction OutputAt(decimal quantityPerUnit) => Quantity / InputRange.Positive(quantityPerUnit);

    internal static PricedQuantity At(Fraction quantity, Fraction price) => new(quantity, price, quantity * price);

    internal static PricedQuantity Costing(Fraction quantity, Fraction cost) =>
        new(quantity, quantity.IsZero ? null : cost / quantity, cost);

    /// <summary>So many times the quantity at the same price.</summary>
    internal PricedQuantity Times(Fraction factor) => new(Quantity * factor, Price, Cost * factor);

    internal Fraction RequirePrice(string name) =>
        Price ?? throw new ArgumentException($"'{name}' needs a price, and a cost without a quantity has none.", name);

    private static void RequireWithin(Fraction value, int digits, string name)
    {
        if (value.Abs() > Fraction.OfWhole(BigInteger.Pow(10, digits)))
        {
            throw new ArgumentOutOfRangeException(
                name, FormattableString.Invariant($"At most 10^{digits} in magnitude was expected."));
        }
    }
}
