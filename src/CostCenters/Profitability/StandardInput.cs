using CostCenters.Monetary;

namespace CostCenters.Profitability;

/// <summary>One line of a standard cost card: so much of an input for so many units, at a price.</summary>
/// <remarks>14 minutes a unit are 14 hours for 60 units: no rounding. Immutable.</remarks>
public sealed record StandardInput
{
    /// <summary>Creates a line.</summary>
    /// <param name="kind">What the input is.</param>
    /// <param name="name">The name of the input.</param>
    /// <param name="unit">What its quantity counts, such as <c>kg</c> or <c>hour</c>.</param>
    /// <param name="quantity">The quantity allowed for <paramref name="perUnits"/> units of output.</param>
    /// <param name="perUnits">Units of output, above 0; 1 for a quantity a unit.</param>
    /// <param name="price">The standard price or rate of a unit of the input.</param>
    /// <exception cref="ArgumentException">A text is null or blank.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="kind"/> is not a kind, or a figure is negative,
    /// beyond 10^9 or has more than 8 decimals, or <paramref name="perUnits"/> is 0.</exception>
    public StandardInput(
        InputKind kind, string name, string unit, decimal quantity, decimal perUnits, decimal price)
    {
        if (kind is not (InputKind.Material or InputKind.Labor or InputKind.VariableOverhead))
        {
            throw new ArgumentOutOfRangeException(nameof(kind), kind, "Not a kind of input.");
        }

        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentException.ThrowIfNullOrWhiteSpace(unit);
        _ = InputRange.NotNegative(quantity);
        _ = InputRange.Positive(perUnits);
        _ = InputRange.NotNegative(price);
        Kind = kind;
        Name = name;
        Unit = unit;
        Quantity = quantity;
        PerUnits = perUnits;
        Price = price;
    }

    /// <summary>What the input is.</summary>
    public InputKind Kind { get; }

    /// <summary>The name of the input.</summary>
    public string Name { get; }

    /// <summary>What its quantity counts.</summary>
    public string Unit { get; }

    /// <summary>The quantity allowed for <see cref="PerUnits"/> units of output.</summary>
    public decimal Quantity { get; }

    /// <summary>Units of output that the quantity is for; above 0.</summary>
    public decimal PerUnits { get; }

    /// <summary>The standard price or rate of a unit of the input.</summary>
    public decimal Price { get; }

    /// <summary>The standard cost in a unit of output: quantity ÷ per units x price.</summary>
    public Fraction CostPerUnit => QuantityPerUnit * Fraction.Of(Price);

    internal Fraction QuantityPerUnit => Fraction.Of(Quantity) / Fraction.Of(PerUnits);

    /// <summary>What a quantity of the input costs at the standard price.</summary>
    /// <param name="quantity">A quantity of the input.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="quantity"/> is negative or beyond its range.
    /// </exception>
    public Fraction CostAtStandardPrice(decimal quantity) => InputRange.NotNegative(quantity) * Fraction.Of(Price);

    /// <summary>The members by name, the same in every culture.</summary>
    public override string ToString() => RecordText.Of(
        nameof(StandardInput),
        (nameof(Kind), Kind),
        (nameof(Name), Name),
        (nameof(Unit), Unit),
        (nameof(Quantity), Quantity),
        (nameof(PerUnits), PerUnits),
        (nameof(Price), Price),
        (nameof(CostPerUnit), CostPerUnit));
}
