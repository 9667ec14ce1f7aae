namespace CostCenters.Monetary;

/// <summary>A converted amount with the rate that made it and what rounding changed.</summary>
/// <remarks>Law: <see cref="Exact"/> + <see cref="RoundingDifference"/> is the converted amount. Immutable.</remarks>
public sealed record CurrencyConversion
{
    internal CurrencyConversion(Money source, ExchangeRate rate, Fraction exact, Money converted)
    {
        Source = source;
        Rate = rate;
        Exact = exact;
        Converted = converted;
    }

    /// <summary>The amount before.</summary>
    public Money Source { get; }

    /// <summary>The rate.</summary>
    public ExchangeRate Rate { get; }

    /// <summary>Source x rate, unrounded, in the currency of <see cref="Converted"/>.</summary>
    public Fraction Exact { get; }

    /// <summary>The amount after, rounded as the caller said.</summary>
    public Money Converted { get; }

    /// <summary>Converted - exact: what rounding added, or took when negative.</summary>
    public Fraction RoundingDifference => Fraction.Of(Converted.Amount) - Exact;
}
