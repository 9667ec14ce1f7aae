using CostCenters.Monetary;

namespace CostCenters.Allocations.Activities;

/// <summary>How much of an activity was done, and what each takes of the pool that does it.</summary>
/// <remarks>9,800 orders of 40 minutes each; or 1,000 machine hours, each of them 1. Equal when all parts are equal.
/// </remarks>
public sealed record ActivityUse
{
    /// <summary>Creates a use.</summary>
    /// <param name="name">The activity or cost object.</param>
    /// <param name="quantity">How often it was done.</param>
    /// <param name="perUnit">What each takes of the pool's driver, such as minutes; 1 where the quantity is the driver
    /// itself.</param>
    /// <exception cref="ArgumentException"><paramref name="name"/> is null or blank.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A figure is negative, beyond 10^9 or has more than 8 decimals.
    /// </exception>
    public ActivityUse(string name, decimal quantity, decimal perUnit)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        _ = InputRange.NotNegative(quantity);
        _ = InputRange.NotNegative(perUnit);
        Name = name;
        Quantity = quantity;
        PerUnit = perUnit;
    }

    /// <summary>The activity or cost object.</summary>
    public string Name { get; }

    /// <summary>How often it was done.</summary>
    public decimal Quantity { get; }

    /// <summary>What each takes of the pool's driver.</summary>
    public decimal PerUnit { get; }

    /// <summary>What all of them take of the pool's driver: quantity × per unit.</summary>
    public Fraction Driver => Fraction.Of(Quantity) * Fraction.Of(PerUnit);

    /// <summary>The members by name, the same in every culture.</summary>
    public override string ToString() => RecordText.Of(
        nameof(ActivityUse),
        (nameof(Name), Name),
        (nameof(Quantity), Quantity),
        (nameof(PerUnit), PerUnit),
        (nameof(Driver), Driver));
}
