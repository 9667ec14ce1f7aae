using System.Collections.Immutable;
using System.Text.Json;
using CostCenters.Journals;
using CostCenters.Monetary;
using CostCenters.Structure;

namespace CostCenters.Budgets.Changes;

/// <summary>The limits of transfers were set: they hold for what is approved from here on.</summary>
public sealed record TransferLimitsEntry : JournalEntry
{
    private readonly DecimalScale scale;

    internal TransferLimitsEntry(
        JournalPosition position, CommandStamp stamp, ImmutableArray<TransferLimit> limits, DecimalScale scale)
        : base(position, stamp)
    {
        Limits = limits;
        this.scale = scale;
    }

    /// <summary>The limits, in the order in which they were given.</summary>
    public ImmutableArray<TransferLimit> Limits { get; }

    /// <summary>Whether two entries have the same place, stamp and limits.</summary>
    public bool Equals(TransferLimitsEntry? other) =>
        other is not null && base.Equals(other) && Limits.SequenceEqual(other.Limits);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(base.GetHashCode(), Limits.Length);

    internal override void WriteTo(JournalWriter writer)
    {
        writer.BeginEntry(this).Number("transferLimits"u8, Limits.Length);
        writer.EndLine();
        foreach (TransferLimit limit in Limits)
        {
            writer.BeginLine()
                .Text("limit"u8, limit.IncludesDescendants ? "subtree" : "center")
                .OptionalText("center"u8, limit.Center?.Value)
                .OptionalText("element"u8, limit.Element?.Value)
                .OptionalCount("mostOut"u8, limit.MostOut is decimal most ? scale.ToCount(most) : null, scale)
                .OptionalCount("mostIn"u8, limit.MostIn is decimal more ? scale.ToCount(more) : null, scale);
            writer.EndLine();
        }
    }

    internal static ImmutableArray<TransferLimit> Read(JournalReader reader, DecimalScale scale)
    {
        var limits = ImmutableArray.CreateBuilder<TransferLimit>();
        while (reader.TryReadLine(out JsonElement line))
        {
            limits.Add(new TransferLimit(
                reader.OptionalText(line, "center") is string center ? new CenterCode(center) : null,
                reader.Text(line, "limit") == "subtree",
                reader.OptionalText(line, "element") is string element ? new ElementCode(element) : null,
                reader.OptionalCount(line, "mostOut", scale) is long most ? scale.ToDecimal(most) : null,
                reader.OptionalCount(line, "mostIn", scale) is long more ? scale.ToDecimal(more) : null));
        }

        return limits.ToImmutable();
    }
}
