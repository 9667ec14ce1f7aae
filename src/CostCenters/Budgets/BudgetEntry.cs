using CostCenters.Journals;

namespace CostCenters.Budgets;

/// <summary>A budget version was added.</summary>
public sealed record BudgetEntry : JournalEntry
{
    internal BudgetEntry(JournalPosition position, CommandStamp stamp, BudgetVersion version)
        : base(position, stamp) =>
        Version = version;

    /// <summary>The version.</summary>
    public BudgetVersion Version { get; }

    /// <summary>Whether two entries have the same place and stamp, and versions of one key with the same
    /// lines.</summary>
    public bool Equals(BudgetEntry? other) =>
        other is not null
        && base.Equals(other)
        && Version.Layer == other.Version.Layer
        && Version.SaysTheSameAs(other.Version);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(base.GetHashCode(), Version.Layer);

    internal override void WriteTo(JournalWriter writer) => BudgetLines.Write(writer, this);
}
