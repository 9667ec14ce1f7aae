using CostCenters.Monetary;

namespace CostCenters.CostBehavior;

/// <summary>A product of a sales mix.</summary>
public sealed record MixProduct
{
    /// <summary>Creates a product.</summary>
    /// <param name="name">Its name, unique in the mix.</param>
    /// <param name="price">The revenue of a unit, not negative.</param>
    /// <param name="variableCost">The variable cost of a unit, not negative.</param>
    /// <param name="mix">The units of it in one composite unit, above 0; only the ratio to the other products counts.
    /// </param>
    /// <exception cref="ArgumentException"><paramref name="name"/> is null or blank.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is negative or beyond its range, or
    /// <paramref name="mix"/> is not above 0.</exception>
    public MixProduct(string name, decimal price, decimal variableCost, decimal mix)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        _ = InputRange.NotNegative(price);
        _ = InputRange.NotNegative(variableCost);
        _ = InputRange.Positive(mix);
        Name = name;
        Price = price;
        VariableCost = variableCost;
        Mix = mix;
    }

    /// <summary>Its name.</summary>
    public string Name { get; }

    /// <summary>The revenue of a unit.</summary>
    public decimal Price { get; }

    /// <summary>The variable cost of a unit.</summary>
    public decimal VariableCost { get; }

    /// <summary>The units of it in one composite unit.</summary>
    public decimal Mix { get; }

    /// <summary>The members by name, the same in every culture.</summary>
    public override string ToString() => RecordText.Of(
        nameof(MixProduct),
        (nameof(Name), Name),
        (nameof(Price), Price),
        (nameof(VariableCost), VariableCost),
        (nameof(Mix), Mix));
}
