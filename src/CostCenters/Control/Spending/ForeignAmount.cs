using System.Globalization;
using System.Text.Json;
using CostCenters.Control.Commitments;
using CostCenters.Journals;
using CostCenters.Monetary;

namespace CostCenters.Control.Spending;

/// <summary>What a line is in a foreign currency, and the rate by which it became the amount of the line.</summary>
/// <remarks>The rate of a request or an order is frozen with it: by how much a later line differs because of another
/// rate is told apart, see <see cref="CommitmentLineStatus.RateDifference"/>. Immutable.</remarks>
public sealed record ForeignAmount
{
    /// <summary>Creates a foreign amount.</summary>
    /// <param name="amount">The amount in the foreign currency.</param>
    /// <param name="rate">The named rate of a named day, from that currency to the one of the book.</param>
    /// <exception cref="ArgumentNullException"><paramref name="rate"/> is null.</exception>
    /// <exception cref="CurrencyMismatchException">The rate converts another currency.</exception>
    public ForeignAmount(Money amount, ExchangeRate rate)
    {
        ArgumentNullException.ThrowIfNull(rate);
        Amount = amount.Currency == rate.From
            ? amount
            : throw new CurrencyMismatchException(rate.From, amount.Currency);
        Rate = rate;
    }

    /// <summary>The amount in the foreign currency.</summary>
    public Money Amount { get; }

    /// <summary>Its rate to the currency of the book.</summary>
    public ExchangeRate Rate { get; }

    /// <summary>What another foreign amount is by the rate of this one, half to even.</summary>
    internal long CountOf(ForeignAmount other, DecimalScale scale) => scale.ToCount(
        (Fraction.Of(other.Amount.Amount) * Fraction.Of(Rate.Value)).RoundTo(scale.Digits, MidpointRounding.ToEven));

    /// <summary>The whole minor units that make a part of the amount by this rate, or null where there are none.
    /// </summary>
    internal ForeignAmount? PartOf(long count, DecimalScale scale)
    {
        decimal amount = (Fraction.Of(scale.ToDecimal(count)) / Fraction.Of(Rate.Value))
            .RoundTo(Amount.Currency.MinorDigits, MidpointRounding.ToEven);
        var part = new ForeignAmount(new Money(amount, Amount.Currency), Rate);
        return CountOf(part, scale) == count ? part : null;
    }

    /// <summary>Whether an amount of the book is this one converted, whatever rounding was chosen.</summary>
    internal bool Makes(decimal amount, DecimalScale scale) =>
        (Fraction.Of(amount) - (Fraction.Of(Amount.Amount) * Fraction.Of(Rate.Value))).Abs()
            < Fraction.Of(scale.ToDecimal(1L));

    internal static void Write(CanonicalJson json, ForeignAmount? foreign)
    {
        if (foreign is not null)
        {
            json.Text("foreign"u8, TextOf(foreign.Amount.Amount))
                .Text("currency"u8, foreign.Amount.Currency.Code)
                .Number("currencyDigits"u8, foreign.Amount.Currency.MinorDigits)
                .Text("rate"u8, TextOf(foreign.Rate.Value));
        }
    }

    internal static ForeignAmount? Read(JsonElement line, JournalReader reader, Currency book)
    {
        if (reader.OptionalText(line, "foreign") is not string amount)
        {
            return null;
        }

        var currency = Currency.Custom(reader.Text(line, "currency"), (int)reader.Number(line, "currencyDigits"));
        return new ForeignAmount(
            new Money(NumberOf(amount), currency),
            new ExchangeRate(currency, book, NumberOf(reader.Text(line, "rate"))));
    }

    /// <summary>The same text for the same number, however many zeros it was given with.</summary>
    private static string TextOf(decimal value) => value.ToString("0.########", CultureInfo.InvariantCulture);

    private static decimal NumberOf(string text) => decimal.Parse(
        text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);
}
