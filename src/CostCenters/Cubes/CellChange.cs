using System.Text.Json.Serialization;

namespace CostCenters.Cubes;

/// <summary>What one posting adds to a cell, by numbers.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public readonly record struct CellChange
{
    /// <summary>Creates a change.</summary>
    /// <param name="center">The number of the center in its hierarchy.</param>
    /// <param name="element">The number of the element in its chart.</param>
    /// <param name="period">The ordinal of the period in the calendar.</param>
    /// <param name="amount">Counts at the scale of the space, to be added.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is negative.</exception>
    [JsonConstructor]
    public CellChange(int center, int element, int period, long amount)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(center);
        ArgumentOutOfRangeException.ThrowIfNegative(element);
        ArgumentOutOfRangeException.ThrowIfNegative(period);
        Center = center;
        Element = element;
        Period = period;
        Amount = amount;
    }

    /// <summary>The number of the center in its hierarchy.</summary>
    public int Center { get; }

    /// <summary>The number of the element in its chart.</summary>
    public int Element { get; }

    /// <summary>The ordinal of the period in the calendar.</summary>
    public int Period { get; }

    /// <summary>Counts at the scale of the space.</summary>
    public long Amount { get; }

    /// <summary>The members by name, the same in every culture.</summary>
    public override string ToString() => RecordText.Of(
        nameof(CellChange),
        (nameof(Center), Center),
        (nameof(Element), Element),
        (nameof(Period), Period),
        (nameof(Amount), Amount));
}
