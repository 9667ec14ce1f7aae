using System.ComponentModel;
using System.Globalization;
using System.Text.Json.Serialization;

namespace CostCenters.Monetary;

/// <summary>An amount in one currency, held exactly as given.</summary>
/// <remarks>
/// <para>Nothing rounds here; rounding is a separate call that names its rule. Equal when amount and currency are
/// equal, so 1.0 EUR equals 1.00 EUR. <c>default(Money)</c> is not an amount: reading its currency throws.</para>
/// <para>Bounds: 10^15 in magnitude and 8 decimals, so that sums never lose a digit.</para>
/// </remarks>
[JsonConverter(typeof(TextJsonConverter<Money>))]
[TypeConverter(typeof(TextTypeConverter<Money>))]
public readonly record struct Money : ITextValue<Money>
{
    /// <summary>28 digits, of which no decimal loses any, and a point.</summary>
    private const int LongestNumber = 29;

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
        Amount = MoneyRange.Trimmed(MoneyRange.Require(amount));
        this.currency = currency;
    }

    static string ITextValue<Money>.Expected => "an amount of money; write it like 12.50 EUR";

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

    /// <summary>The amount in a format and culture, a space, and the code of the currency.</summary>
    /// <param name="format">A format of numbers such as <c>N2</c>; nothing or <c>G</c> for all decimals as given;
    /// <c>R</c> for the text that <see cref="Parse"/> reads in the invariant culture, with the decimals of a currency
    /// that ISO 4217 does not list: <c>12 POINT:0</c>.</param>
    /// <param name="formatProvider">The culture; null is the invariant one.</param>
    /// <exception cref="FormatException"><paramref name="format"/> is no format of numbers.</exception>
    public string ToString(string? format, IFormatProvider? formatProvider)
    {
        IFormatProvider culture = formatProvider ?? CultureInfo.InvariantCulture;
        return format switch
        {
            "R" => currency is null
                ? ""
                : string.Create(CultureInfo.InvariantCulture, $"{Amount} {currency.ExactText}"),
            ['C' or 'c' or 'P' or 'p', ..] => throw new FormatException(
                $"'{format}' would add a sign of its own; the currency stands behind the number, as in N2."),
            _ => $"{Amount.ToString(format, culture)} {currency?.Code ?? "(no currency)"}",
        };
    }

    /// <summary>Reads an amount such as <c>12.50 EUR</c>.</summary>
    /// <param name="s">A sign or none, digits and decimals without groups, a space, and a currency: the code of ISO
    /// 4217, or another code with its decimals, such as <c>POINT:0</c>.</param>
    /// <param name="provider">The culture of the number; null is the invariant one. Groups of digits are refused in
    /// every culture, since the point of one is the comma of another.</param>
    /// <exception cref="ArgumentNullException"><paramref name="s"/> is null.</exception>
    /// <exception cref="FormatException">The text is no amount, or beyond the bounds of one.</exception>
    public static Money Parse(string s, IFormatProvider? provider)
    {
        ArgumentNullException.ThrowIfNull(s);
        return TextValue.Parse<Money>(s, provider);
    }

    static bool ITextValue<Money>.TryRead(ReadOnlySpan<char> text, IFormatProvider? provider, out Money value)
    {
        value = default;
        int space = text.IndexOf(' ');
        if (space < 0
            || space - (text[0] is '-' or '+' ? 1 : 0) > LongestNumber
            || text[..space].Contains('\0')
            || !TextValue.TryParse<Currency>(text[(space + 1)..], out Currency? currency)
            || !decimal.TryParse(
                text[..space],
                NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint,
                provider ?? CultureInfo.InvariantCulture,
                out decimal amount)
            || !MoneyRange.Contains(amount))
        {
            return false;
        }

        value = new Money(amount, currency);
        return true;
    }

    string ITextValue<Money>.ExactText() => ToString("R", null);

    private static Money SameCurrency(Money left, Money right) =>
        left.Currency == right.Currency
            ? right
            : throw new CurrencyMismatchException(left.Currency, right.Currency);
}
