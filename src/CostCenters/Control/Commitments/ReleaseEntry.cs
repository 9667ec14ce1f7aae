using CostCenters.Journals;
using CostCenters.Ledgers;

namespace CostCenters.Control.Commitments;

/// <summary>What was open of a request or an order was released.</summary>
public sealed record ReleaseEntry : JournalEntry
{
    internal ReleaseEntry(JournalPosition position, CommandStamp stamp, DocumentId document)
        : base(position, stamp) =>
        Document = document;

    /// <summary>The id of the request or order.</summary>
    public DocumentId Document { get; }

    internal override void WriteTo(JournalWriter writer)
    {
        writer.BeginEntry(this).Text("release"u8, Document.Value);
        writer.EndLine();
    }
}
