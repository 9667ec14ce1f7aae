using CostCenters.Journals;
using CostCenters.Monetary;

namespace CostCenters.Control.Rules;

/// <summary>The rules of availability control were set: they judge from here on, and nothing before.</summary>
public sealed record RulesEntry : JournalEntry
{
    private readonly DecimalScale scale;

    internal RulesEntry(JournalPosition position, CommandStamp stamp, AvailabilityRules rules, DecimalScale scale)
        : base(position, stamp)
    {
        Rules = rules;
        this.scale = scale;
    }

    /// <summary>The rules.</summary>
    public AvailabilityRules Rules { get; }

    /// <summary>Whether two entries have the same place, stamp and rules.</summary>
    public bool Equals(RulesEntry? other) =>
        other is not null && base.Equals(other) && Rules.SaysTheSameAs(other.Rules);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(base.GetHashCode(), Rules.Rules.Length);

    internal override void WriteTo(JournalWriter writer) => RuleLines.Write(writer, this, scale);
}
