using CostCenters.Monetary;

namespace CostCenters.Profitability;

/// <summary>What a unit earns and costs, whatever is made of it.</summary>
/// <remarks>Immutable.</remarks>
public sealed record UnitEconomics
{
    /// <summary>Creates the figures.</summary>
    /// <param name="price">The selling price of a unit.</param>
    /// <param name="variableManufacturing">Variable manufacturing cost of a unit made.</param>
    /// <param name="variableSelling">Variable selling cost of a unit sold; 0 when there is none.</param>
    /// <exception cref="ArgumentOutOfRangeException">A figure is negative, beyond 10^9 or has more than 8 decimals.
    /// </exception>
    public UnitEconomics(decimal price, decimal variableManufacturing, decimal variableSelling)
    {
        _ = InputRange.NotNegative(price);
        _ = InputRange.NotNegative(variableManufacturing);
        _ = InputRange.NotNegative(variableSelling);
        Price = price;
        VariableManufacturing = variableManufacturing;
        VariableSelling = variableSelling;
    }

    /// <summary>The selling price of a unit.</summary>
    public decimal Price { get; }

    /// <summary>Variable manufacturing cost of a unit made.</summary>
    public decimal VariableManufacturing { get; }

    /// <summary>Variable selling cost of a unit sold.</summary>
    public decimal VariableSelling { get; }

    /// <summary>Price - variable manufacturing and selling cost.</summary>
    public Fraction Contribution =>
        Fraction.Of(Price) - Fraction.Of(VariableManufacturing) - Fraction.Of(VariableSelling);

    /// <summary>The members by name, the same in every culture.</summary>
    public override string ToString() => RecordText.Of(
        nameof(UnitEconomics),
        (nameof(Price), Price),
        (nameof(VariableManufacturing), VariableManufacturing),
        (nameof(VariableSelling), VariableSelling),
        (nameof(Contribution), Contribution));
}
