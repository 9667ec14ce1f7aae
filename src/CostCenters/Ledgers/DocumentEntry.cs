namespace CostCenters.Ledgers;

/// <summary>A document was posted, or reversed by another.</summary>
public sealed record DocumentEntry : LedgerEntry
{
    internal DocumentEntry(
        Moment moment, CommandStamp stamp, DocumentId id, DocumentId? reverses, long firstPosting, int postingCount)
        : base(moment, stamp)
    {
        Id = id;
        Reverses = reverses;
        FirstPosting = firstPosting;
        PostingCount = postingCount;
    }

    /// <summary>The id of the document.</summary>
    public DocumentId Id { get; }

    /// <summary>The document that this one takes back, or null.</summary>
    public DocumentId? Reverses { get; }

    /// <summary>The number of its first posting in the ledger.</summary>
    public long FirstPosting { get; }

    /// <summary>How many postings it has.</summary>
    public int PostingCount { get; }
}
