using CostCenters.Monetary;

namespace CostCenters.Explanations;

/// <summary>One figure that a variance was computed from.</summary>
public sealed record VarianceInput
{
    /// <summary>Creates an input.</summary>
    /// <param name="name">Its name, such as <c>actual price</c>.</param>
    /// <param name="value">Its value, exact.</param>
    /// <param name="unit">What it is counted in.</param>
    /// <exception cref="ArgumentException"><paramref name="name"/> is null or blank.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="unit"/> is null.</exception>
    public VarianceInput(string name, Fraction value, InputUnit unit)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(unit);
        Name = name;
        Value = value;
        Unit = unit;
    }

    /// <summary>Its name.</summary>
    public string Name { get; }

    /// <summary>Its value, exact.</summary>
    public Fraction Value { get; }

    /// <summary>What it is counted in.</summary>
    public InputUnit Unit { get; }
}
