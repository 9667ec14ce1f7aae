using System.Globalization;

namespace CostCenters.Monetary;

/// <summary>An amount in one currency, held exactly as given.</summary>
/// <remarks>
/// <para>Nothing rounds here; rounding is a separate call that names its rule. Equal when amount and currency are
/// equal, so 1.0 EUR equals 1.00 EUR. <c>default(Money)</c> is not an amount: reading its currency throws.</para>
/// <para>Bounds: 10^15 in magnitude and 8 decimals, so that sums never lose a digit.</para>
/// </remarks>
public readonly record struct Money
{
    private readonly Currency? currency;

    /// <summary>Creates an amount.</summary>
    /// <param name="amount">Major units, any sign: 12.34 is twelve euro and 34 cent.</param>
    /// <param name="currency">The currency that the amount is counted in.</param>
    /// <exception cref="ArgumentNullException"><paramref name="currency"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="amount"/> is beyond 10^15 or has more than 8 decimals.
    /// </exception>
    public Money(decimal amount, Currency currency)
    {
        ArgumentNullException.ThrowIfNull(currency);
        Amount = MoneyRange.Require(amount);
        this.currency = currency;
    }

    /// <summary>Major units, unrounded.</summary>
    public decimal Amount { get; }

    /// <summary>The currency.</summary>
    /// <exception cref="InvalidOperationException">This is <c>default(Money)</c>.</exception>
    public Currency Currency =>
        currency ?? throw new InvalidOperationException("default(Money) has no currency.");

    /// <summary>Adds exactly.</summary>
    /// <exception cref="CurrencyMismatchException">Currencies differ, even if an amount is zero.</exception>
    /// <exception cref="InvalidOperationException">An amount is <c>default(Money)</c>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The sum is beyond 10^15.</exception>
    public static Money operator +(Money left, Money right) =>
        new(left.Amount + SameCurrency(left, right).Amount, left.Currency);

    /// <summary>Subtracts exactly.</summary>
    /// <exception cref="CurrencyMismatchException">Currencies differ, even if an amount is zero.</exception>
    /// <exception cref="InvalidOperationException">An amount is <c>default(Money)</c>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The difference is beyond 10^15.</exception>
    public static Money operator -(Money left, Money right) =>
        new(left.Amount - SameCurrency(left, right).Amount, left.Currency);

    /// <summary>The amount with the opposite sign.</summary>
    /// <exception cref="InvalidOperationException">The amount is <c>default(Money)</c>.</exception>
    public static Money operator -(Money money) => new(-money.Amount, money.Currency);

    /// <summary>Rounds by a named rule.</summary>
    /// <param name="digits">Decimals to keep, 0 to 8.</param>
    /// <param name="rounding">Where an amount halfway between two goes; there is no default.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="digits"/> is out of bounds, or
    /// <paramref name="rounding"/> is no rule.</exception>
    /// <exception cref="InvalidOperationException">This is <c>default(Money)</c>.</exception>
    public Money RoundTo(int digits, MidpointRounding rounding)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(digits);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(digits, MoneyRange.MaxDecimals);
        return new Money(Math.Round(Amount, digits, InputRange.Rule(rounding)), Currency);
    }

    /// <summary>Invariant text such as <c>12.50 EUR</c>; never throws, so debuggers can use it.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Amount} {currency?.Code ?? "(no currency)"}");

    private static Money SameCurrency(Money left, Money right) =>
        left.Currency == right.Currency
            ? right
            : throw new CurrencyMismatchException(left.Currency, right.Currency);
}
