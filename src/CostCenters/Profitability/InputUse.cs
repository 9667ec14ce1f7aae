using CostCenters.Monetary;

namespace CostCenters.Profitability;

/// <summary>What was used of an input, and what it cost.</summary>
/// <remarks>Immutable.</remarks>
public sealed record InputUse
{
    /// <summary>Creates a use.</summary>
    /// <param name="standard">The line of the cost card.</param>
    /// <param name="quantity">The quantity used; for labor the hours worked.</param>
    /// <param name="quantityPaid">The quantity that the cost is for where it is another one, such as hours paid with
    /// idle time in them; null where all that was paid was used.</param>
    /// <param name="cost">The actual cost.</param>
    /// <exception cref="ArgumentNullException"><paramref name="standard"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A figure is beyond its range, a quantity is negative, or less was
    /// paid than used.</exception>
    /// <exception cref="ArgumentException">A quantity paid is given for an input that is not labor.</exception>
    public InputUse(StandardInput standard, decimal quantity, decimal? quantityPaid, decimal cost)
    {
        ArgumentNullException.ThrowIfNull(standard);
        _ = InputRange.NotNegative(quantity);
        _ = InputRange.Amount(cost);
        if (quantityPaid is decimal paid)
        {
            _ = InputRange.NotNegative(paid, nameof(quantityPaid));
            ArgumentOutOfRangeException.ThrowIfLessThan(paid, quantity, nameof(quantityPaid));
            if (standard.Kind != InputKind.Labor)
            {
                throw new ArgumentException("Only labor is paid for without being used.", nameof(quantityPaid));
            }
        }

        Standard = standard;
        Quantity = quantity;
        QuantityPaid = quantityPaid;
        Cost = cost;
    }

    /// <summary>The line of the cost card.</summary>
    public StandardInput Standard { get; }

    /// <summary>The quantity used; for labor the hours worked.</summary>
    public decimal Quantity { get; }

    /// <summary>The quantity that the cost is for where it is another one, or null.</summary>
    public decimal? QuantityPaid { get; }

    /// <summary>The actual cost.</summary>
    public decimal Cost { get; }

    /// <summary>The members by name, the same in every culture.</summary>
    public override string ToString() => RecordText.Of(
        nameof(InputUse),
        (nameof(Standard), Standard),
        (nameof(Quantity), Quantity),
        (nameof(QuantityPaid), QuantityPaid),
        (nameof(Cost), Cost));
}
