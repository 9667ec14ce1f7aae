using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using CostCenters.Monetary;

namespace CostCenters.Explanations;

/// <summary>The unit of an input: money, a quantity, a rate of one for the other, percent, or a plain number.</summary>
/// <remarks>Equal when kind, currency, name and both sides of a rate are equal; names compare exactly. Immutable.
/// </remarks>
[JsonConverter(typeof(TextJsonConverter<InputUnit>))]
[TypeConverter(typeof(TextTypeConverter<InputUnit>))]
public sealed record InputUnit : ITextValue<InputUnit>
{
    private const string MoneyPrefix = "money:";
    private const string QuantityPrefix = "quantity:";

    private readonly string name;

    private InputUnit(InputUnitKind kind, string name)
    {
        Kind = kind;
        this.name = name;
    }

    static string ITextValue<InputUnit>.Expected =>
        "a unit; write it like money:EUR, quantity:kg, money:EUR/quantity:kg, number, percent or any-money";

    /// <summary>A plain number; its text is empty.</summary>
    public static InputUnit Number { get; } = new(InputUnitKind.Number, "");

    /// <summary>Percent: 5 is 5 %; its text is <c>%</c>.</summary>
    public static InputUnit Percent { get; } = new(InputUnitKind.Percent, "%");

    /// <summary>Money of a currency that is not named, in figures without one; its text is empty.</summary>
    public static InputUnit AnyMoney { get; } = new(InputUnitKind.AnyMoney, "");

    /// <summary>What is counted.</summary>
    public InputUnitKind Kind { get; }

    /// <summary>The currency of money; null for all else.</summary>
    public Currency? Currency { get; private init; }

    /// <summary>What a rate counts, such as the euros of euros for an hour; null for all else.</summary>
    public InputUnit? Numerator { get; private init; }

    /// <summary>What a rate is for one of, such as the hour of euros for an hour; null for all else.</summary>
    public InputUnit? Denominator { get; private init; }

    /// <summary>Money.</summary>
    /// <param name="currency">Its currency.</param>
    /// <exception cref="ArgumentNullException"><paramref name="currency"/> is null.</exception>
    public static InputUnit Of(Currency currency)
    {
        ArgumentNullException.ThrowIfNull(currency);
        return new InputUnit(InputUnitKind.Money, currency.Code) { Currency = currency };
    }

    /// <summary>A quantity.</summary>
    /// <param name="unit">Its unit, such as <c>kg</c>, <c>hour</c> or <c>contacts</c>; empty for a plain
    /// number.</param>
    /// <exception cref="ArgumentNullException"><paramref name="unit"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="unit"/> has a NUL or half of a surrogate pair.</exception>
    public static InputUnit Of(string unit)
    {
        ArgumentNullException.ThrowIfNull(unit);
        return unit.Length == 0 ? Number : new InputUnit(InputUnitKind.Quantity, WholeText.Require(unit));
    }

    /// <summary>A rate: so much of this unit for one of another.</summary>
    /// <param name="denominator">The other unit; a plain number leaves this unit as it is.</param>
    /// <returns>A unit such as <c>EUR per hour</c>, <c>hour per unit</c>, or <c>per contact</c> of money without a
    /// currency.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="denominator"/> is null.</exception>
    /// <exception cref="ArgumentException">One of both is a rate itself.</exception>
    public InputUnit Per(InputUnit denominator)
    {
        ArgumentNullException.ThrowIfNull(denominator);
        if (Kind == InputUnitKind.Rate || denominator.Kind == InputUnitKind.Rate)
        {
            throw new ArgumentException($"A rate of '{this}' and '{denominator}' is no rate.", nameof(denominator));
        }

        return denominator.Kind == InputUnitKind.Number
            ? this
            : new InputUnit(InputUnitKind.Rate, name.Length == 0 ? $"per {denominator}" : $"{name} per {denominator}")
            {
                Numerator = this,
                Denominator = denominator,
            };
    }

    /// <summary>A rate: so much of this unit for one of a quantity.</summary>
    /// <param name="unit">The unit of the quantity; an empty one leaves this unit as it is.</param>
    /// <exception cref="ArgumentNullException"><paramref name="unit"/> is null.</exception>
    /// <exception cref="ArgumentException">This is a rate itself, or <paramref name="unit"/> is no text.</exception>
    public InputUnit Per(string unit) => Per(Of(unit));

    /// <summary>Text such as <c>EUR</c>, <c>kg</c>, <c>EUR per kg</c> or <c>%</c>; empty for a plain number.</summary>
    public override string ToString() => name;

    static bool ITextValue<InputUnit>.TryRead(
        ReadOnlySpan<char> text, IFormatProvider? provider, [MaybeNullWhen(false)] out InputUnit value)
    {
        value = null;
        if (!WholeText.IsWhole(text))
        {
            return false;
        }

        int slash = text.IndexOf('/');
        InputUnit? numerator = ReadSide(slash < 0 ? text : text[..slash]);
        InputUnit? denominator = slash < 0 ? Number : ReadSide(text[(slash + 1)..]);
        value = denominator is null || (slash >= 0 && denominator == Number) ? null : numerator?.Per(denominator);
        return value is not null;
    }

    /// <summary>The kind and behind a colon the currency or quantity; a rate has a slash between its sides.</summary>
    string ITextValue<InputUnit>.ExactText() =>
        Kind == InputUnitKind.Rate ? $"{Numerator!.SideText()}/{Denominator!.SideText()}" : SideText();

    private string SideText() =>
        Kind switch
        {
            InputUnitKind.Percent => "percent",
            InputUnitKind.AnyMoney => "any-money",
            InputUnitKind.Money => MoneyPrefix + Escape(Currency!.ExactText),
            InputUnitKind.Quantity => QuantityPrefix + Escape(name),
            _ => "number",
        };

    private static InputUnit? ReadSide(ReadOnlySpan<char> text) =>
        text switch
        {
            "number" => Number,
            "percent" => Percent,
            "any-money" => AnyMoney,
            _ when text.StartsWith(MoneyPrefix, StringComparison.Ordinal) =>
                TextValue.TryParse<Currency>(Unescape(text[MoneyPrefix.Length..]), out Currency? currency)
                    ? Of(currency)
                    : null,
            _ when text.StartsWith(QuantityPrefix, StringComparison.Ordinal) && text.Length > QuantityPrefix.Length =>
                Of(Unescape(text[QuantityPrefix.Length..])),
            _ => null,
        };

    private static string Escape(string text) =>
        text.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);

    private static string Unescape(ReadOnlySpan<char> text) =>
        text.ToString().Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);
}
