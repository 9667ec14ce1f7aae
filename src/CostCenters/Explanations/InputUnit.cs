using CostCenters.Monetary;

namespace CostCenters.Explanations;

/// <summary>The unit of an input: money, a quantity, a rate of one for the other, percent, or a plain number.</summary>
/// <remarks>Equal when kind, currency, name and both sides of a rate are equal; names compare exactly. Immutable.
/// </remarks>
public sealed record InputUnit
{
    private readonly string name;

    private InputUnit(InputUnitKind kind, string name)
    {
        Kind = kind;
        this.name = name;
    }

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
    public static InputUnit Of(string unit)
    {
        ArgumentNullException.ThrowIfNull(unit);
        return unit.Length == 0 ? Number : new InputUnit(InputUnitKind.Quantity, unit);
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
    /// <exception cref="ArgumentException">This is a rate itself.</exception>
    public InputUnit Per(string unit) => Per(Of(unit));

    /// <summary>Text such as <c>EUR</c>, <c>kg</c>, <c>EUR per kg</c> or <c>%</c>; empty for a plain number.</summary>
    public override string ToString() => name;
}
