using System.Collections.Immutable;
using CostCenters.Control.Checks;
using CostCenters.Control.Spending;
using CostCenters.Cubes;
using CostCenters.Journals;

namespace CostCenters.Control.Commitments;

/// <summary>A request or an order was reserved.</summary>
public sealed record CommitmentEntry : JournalEntry
{
    internal CommitmentEntry(
        JournalPosition position, CommandStamp stamp, SpendingPlan plan, Exemption? exemption, AvailabilityCheck check)
        : base(position, stamp)
    {
        Document = plan.Document;
        Cells = plan.Cells;
        TakeOvers = plan.TakeOvers;
        Exemption = exemption;
        Check = check;
        Space = plan.Space;
    }

    /// <summary>The request or order.</summary>
    public SpendingDocument Document { get; }

    /// <summary>What let it pass although rules blocked it, or null.</summary>
    public Exemption? Exemption { get; }

    /// <summary>What the rules said; of rules only where one was broken.</summary>
    public AvailabilityCheck Check { get; }

    internal ImmutableArray<CellChange> Cells { get; }

    internal ImmutableArray<TakenLine> TakeOvers { get; }

    private CubeSpace Space { get; }

    /// <summary>Whether two entries have the same place and stamp, and documents with the same contents.</summary>
    public bool Equals(CommitmentEntry? other) =>
        other is not null
        && base.Equals(other)
        && Document.Id == other.Document.Id
        && Document.SaysTheSameAs(other.Document)
        && Exemption == other.Exemption;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(base.GetHashCode(), Document.Id);

    internal override void WriteTo(JournalWriter writer) =>
        SpendingLines.Write(writer, this, Space.Scale, Check.Verdict);
}
