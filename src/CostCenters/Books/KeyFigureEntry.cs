using System.Collections.Immutable;
using CostCenters.Journals;
using CostCenters.KeyFigures;
using CostCenters.Monetary;

namespace CostCenters.Books;

/// <summary>Values of key figures were recorded.</summary>
public sealed record KeyFigureEntry : JournalEntry
{
    internal KeyFigureEntry(JournalPosition position, CommandStamp stamp, ImmutableArray<KeyFigureValue> values)
        : base(position, stamp) =>
        Values = values;

    /// <summary>The values, in the order in which they were given.</summary>
    public ImmutableArray<KeyFigureValue> Values { get; }

    /// <summary>Whether two entries have the same place, stamp and values.</summary>
    public bool Equals(KeyFigureEntry? other) =>
        other is not null && base.Equals(other) && Values.SequenceEqual(other.Values);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(base.GetHashCode(), Values.Length);

    internal override void WriteTo(JournalWriter writer)
    {
        writer.BeginEntry(this).Number("keyFigures"u8, Values.Length);
        writer.EndLine();
        foreach (KeyFigureValue value in Values)
        {
            writer.BeginLine()
                .Text("period"u8, writer.TextOf(value.Period))
                .Text("center"u8, value.Center.Value)
                .Text("keyFigure"u8, value.KeyFigure.Value)
                .Count("value"u8, DecimalScale.Quantity.ToCount(value.Value), DecimalScale.Quantity);
            writer.EndLine();
        }
    }
}
