namespace CostCenters.Monetary;

/// <summary>What one unit of a currency is worth in another.</summary>
/// <remarks>A rate is never turned round: one unit of <see cref="To"/> in <see cref="From"/> is a rate of its own.
/// Equal when both currencies and the value are equal. Immutable.</remarks>
public sealed record ExchangeRate
{
    /// <summary>Creates a rate.</summary>
    /// <param name="from">The currency that is converted.</param>
    /// <param name="to">The currency that it becomes.</param>
    /// <param name="value">Units of <paramref name="to"/> for one unit of <paramref name="from"/>; 1 when both are
    /// the same.</param>
    /// <exception cref="ArgumentNullException">A currency is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="value"/> is not above 0, is beyond 10^9, has more
    /// than 8 decimals, or is not 1 between a currency and itself.</exception>
    public ExchangeRate(Currency from, Currency to, decimal value)
    {
        ArgumentNullException.ThrowIfNull(from);
        ArgumentNullException.ThrowIfNull(to);
        _ = InputRange.Positive(value);
        if (from == to && value != 1m)
        {
            throw new ArgumentOutOfRangeException(
                nameof(value), MoneyRange.Text(value), $"The rate of {from} to itself is 1.");
        }

        From = from;
        To = to;
        Value = value;
    }

    /// <summary>The currency that is converted.</summary>
    public Currency From { get; }

    /// <summary>The currency that it becomes.</summary>
    public Currency To { get; }

    /// <summary>Units of <see cref="To"/> for one unit of <see cref="From"/>; above 0.</summary>
    public decimal Value { get; }

    /// <summary>Converts an amount and rounds it; what the rounding changed is kept.</summary>
    /// <param name="money">An amount in <see cref="From"/>.</param>
    /// <param name="digits">Decimals to keep, 0 to 8.</param>
    /// <param name="rounding">Where an amount halfway between two goes; there is no default.</param>
    /// <exception cref="CurrencyMismatchException"><paramref name="money"/> is in another currency.</exception>
    /// <exception cref="InvalidOperationException"><paramref name="money"/> is <c>default(Money)</c>.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="digits"/> is out of bounds, the rounding is none,
    /// or the converted amount is beyond 10^15.</exception>
    public CurrencyConversion Convert(Money money, int digits, MidpointRounding rounding)
    {
        if (money.Currency != From)
        {
            throw new CurrencyMismatchException(From, money.Currency);
        }

        ArgumentOutOfRangeException.ThrowIfGreaterThan(digits, MoneyRange.MaxDecimals);
        Fraction exact = Fraction.Of(money.Amount) * Fraction.Of(Value);
        return new CurrencyConversion(money, this, exact, new Money(exact.RoundTo(digits, rounding), To));
    }

    /// <summary>Text such as <c>1.25 USD per EUR</c>.</summary>
    public override string ToString() => FormattableString.Invariant($"{Value} {To} per {From}");
}
