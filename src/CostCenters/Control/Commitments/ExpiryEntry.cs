using System.Collections.Immutable;
using CostCenters.Journals;
using CostCenters.Ledgers;
using NodaTime;
using NodaTime.Text;

namespace CostCenters.Control.Commitments;

/// <summary>What was open of requests and orders expired.</summary>
public sealed record ExpiryEntry : JournalEntry
{
    internal ExpiryEntry(
        JournalPosition position, CommandStamp stamp, Instant now, ImmutableArray<DocumentId> documents)
        : base(position, stamp)
    {
        Now = now;
        Documents = documents;
    }

    /// <summary>The instant: what expires then or before has expired.</summary>
    public Instant Now { get; }

    /// <summary>The ids of the requests and orders, in order of their expiry, then of their positions.</summary>
    public ImmutableArray<DocumentId> Documents { get; }

    /// <summary>Whether two entries have the same place and stamp, and tell the same.</summary>
    public bool Equals(ExpiryEntry? other) =>
        other is not null && base.Equals(other) && Now == other.Now && Documents.SequenceEqual(other.Documents);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(base.GetHashCode(), Now, Documents.Length);

    internal override void WriteTo(JournalWriter writer)
    {
        writer.BeginEntry(this)
            .Text("expire"u8, InstantPattern.ExtendedIso.Format(Now))
            .Texts("documents"u8, Documents.Select(document => document.Value));
        writer.EndLine();
    }

    /// <summary>The members by name, the same in every culture.</summary>
    public override string ToString() => RecordText.Of(
        nameof(ExpiryEntry),
        (nameof(Position), Position),
        (nameof(Stamp), Stamp),
        (nameof(Now), Now),
        (nameof(Documents), Documents));
}
