using CostCenters.Monetary;

namespace CostCenters.Profitability.TransferPrices;

/// <summary>What one center charges another for a unit of a good or service, and what that price is made of.</summary>
/// <remarks>Unrounded, in a currency. Immutable.</remarks>
public sealed record TransferPrice
{
    private TransferPrice(TransferPriceBasis basis, Currency currency, Fraction seller, Fraction buyer)
    {
        Basis = basis;
        Currency = currency;
        Seller = seller;
        Buyer = buyer;
    }

    /// <summary>What the price is made of.</summary>
    public TransferPriceBasis Basis { get; }

    /// <summary>The currency.</summary>
    public Currency Currency { get; }

    /// <summary>What the seller is credited with for a unit.</summary>
    public Fraction Seller { get; }

    /// <summary>What the buyer is charged with for a unit; differs from <see cref="Seller"/> in a dual price alone.
    /// </summary>
    public Fraction Buyer { get; }

    /// <summary>The price outside.</summary>
    /// <param name="price">The price of a unit, not negative.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="price"/> is negative.</exception>
    /// <exception cref="InvalidOperationException"><paramref name="price"/> is <c>default</c>.</exception>
    public static TransferPrice Market(Money price) => Of(TransferPriceBasis.Market, price);

    /// <summary>A price that both sides agreed on.</summary>
    /// <param name="price">The price of a unit, not negative.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="price"/> is negative.</exception>
    /// <exception cref="InvalidOperationException"><paramref name="price"/> is <c>default</c>.</exception>
    public static TransferPrice Negotiated(Money price) => Of(TransferPriceBasis.Negotiated, price);

    /// <summary>Variable cost of a unit.</summary>
    /// <param name="variableCost">What one more unit costs, not negative.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="variableCost"/> is negative.</exception>
    /// <exception cref="InvalidOperationException"><paramref name="variableCost"/> is <c>default</c>.</exception>
    public static TransferPrice VariableCost(Money variableCost) => Of(TransferPriceBasis.VariableCost, variableCost);

    /// <summary>Variable cost of a unit × (1 + markup).</summary>
    /// <param name="variableCost">What one more unit costs, not negative.</param>
    /// <param name="markup">The markup on cost, as a fraction: 0.2 is 20 %.</param>
    /// <exception cref="ArgumentOutOfRangeException">A figure is negative, or the markup is beyond 10^9 or has more
    /// than 8 decimals.</exception>
    /// <exception cref="InvalidOperationException"><paramref name="variableCost"/> is <c>default</c>.</exception>
    public static TransferPrice VariableCostPlus(Money variableCost, decimal markup) =>
        Of(TransferPriceBasis.VariableCostPlus, variableCost).MarkedUp(markup);

    /// <summary>Variable and fixed cost of a unit.</summary>
    /// <param name="variableCost">What one more unit costs, not negative.</param>
    /// <param name="fixedCost">The fixed cost of a unit at the volume that the caller chose, not negative.</param>
    /// <exception cref="ArgumentOutOfRangeException">A cost is negative.</exception>
    /// <exception cref="CurrencyMismatchException">The costs are in two currencies.</exception>
    /// <exception cref="InvalidOperationException">A cost is <c>default</c>.</exception>
    public static TransferPrice FullCost(Money variableCost, Money fixedCost) =>
        OfCosts(TransferPriceBasis.FullCost, variableCost, fixedCost);

    /// <summary>Variable and fixed cost of a unit × (1 + markup).</summary>
    /// <param name="variableCost">What one more unit costs, not negative.</param>
    /// <param name="fixedCost">The fixed cost of a unit at the volume that the caller chose, not negative.</param>
    /// <param name="markup">The markup on cost, as a fraction: 0.2 is 20 %.</param>
    /// <exception cref="ArgumentOutOfRangeException">A figure is negative, or the markup is beyond 10^9 or has more
    /// than 8 decimals.</exception>
    /// <exception cref="CurrencyMismatchException">The costs are in two currencies.</exception>
    /// <exception cref="InvalidOperationException">A cost is <c>default</c>.</exception>
    public static TransferPrice FullCostPlus(Money variableCost, Money fixedCost, decimal markup) =>
        OfCosts(TransferPriceBasis.FullCostPlus, variableCost, fixedCost).MarkedUp(markup);

    /// <summary>One price for the seller and another for the buyer; the difference stays with the company.</summary>
    /// <param name="seller">What the seller is credited with.</param>
    /// <param name="buyer">What the buyer is charged with.</param>
    /// <exception cref="ArgumentNullException">A price is null.</exception>
    /// <exception cref="CurrencyMismatchException">The prices are in two currencies.</exception>
    public static TransferPrice Dual(TransferPrice seller, TransferPrice buyer)
    {
        ArgumentNullException.ThrowIfNull(seller);
        ArgumentNullException.ThrowIfNull(buyer);
        return seller.Currency == buyer.Currency
            ? new TransferPrice(TransferPriceBasis.Dual, seller.Currency, seller.Seller, buyer.Buyer)
            : throw new CurrencyMismatchException(seller.Currency, buyer.Currency);
    }

    private static TransferPrice Of(TransferPriceBasis basis, Money price)
    {
        Currency currency = price.Currency;
        ArgumentOutOfRangeException.ThrowIfNegative(price.Amount, nameof(price));
        return new TransferPrice(basis, currency, Fraction.Of(price.Amount), Fraction.Of(price.Amount));
    }

    private static TransferPrice OfCosts(TransferPriceBasis basis, Money variableCost, Money fixedCost)
    {
        TransferPrice variable = Of(basis, variableCost);
        TransferPrice whole = Of(basis, fixedCost);
        return variable.Currency == whole.Currency
            ? new TransferPrice(
                basis, variable.Currency, variable.Seller + whole.Seller, variable.Buyer + whole.Buyer)
            : throw new CurrencyMismatchException(variable.Currency, whole.Currency);
    }

    private TransferPrice MarkedUp(decimal markup)
    {
        Fraction factor = Fraction.One + InputRange.NotNegative(markup);
        return new TransferPrice(Basis, Currency, Seller * factor, Buyer * factor);
    }
}
