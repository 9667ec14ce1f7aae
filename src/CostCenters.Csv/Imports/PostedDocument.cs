using CostCenters.Journals;
using CostCenters.Ledgers;

namespace CostCenters.Csv.Imports;

/// <summary>A document that an import posted to a ledger.</summary>
/// <remarks>Immutable.</remarks>
public sealed class PostedDocument
{
    internal PostedDocument(DocumentId id, JournalPosition position, bool wasKnown)
    {
        Id = id;
        Position = position;
        WasKnown = wasKnown;
    }

    /// <summary>The id of the document.</summary>
    public DocumentId Id { get; }

    /// <summary>The position at which the ledger took it, now or earlier.</summary>
    public JournalPosition Position { get; }

    /// <summary>Whether the ledger had this document with these rows before, so that nothing was posted again.
    /// </summary>
    public bool WasKnown { get; }
}
