using CostCenters.Cubes;
using CostCenters.Journals;
using NodaTime;

namespace CostCenters.Ledgers;

/// <summary>A document was posted, or reversed by another.</summary>
public sealed record DocumentEntry : JournalEntry
{
    private readonly CubeSpace space;
    private readonly PostingColumns columns;

    internal DocumentEntry(
        JournalPosition position,
        CommandStamp stamp,
        DocumentId id,
        Reversal? reversal,
        CubeSpace space,
        PostingColumns columns,
        long firstPosting,
        int postingCount,
        EntryAttachment? attachment)
        : base(position, stamp)
    {
        Id = id;
        Reverses = reversal?.Original;
        ReversalDate = reversal?.Date;
        this.space = space;
        this.columns = columns;
        FirstPosting = firstPosting;
        PostingCount = postingCount;
        Attachment = attachment;
    }

    /// <summary>The id of the document.</summary>
    public DocumentId Id { get; }

    /// <summary>The document that this one takes back, or null.</summary>
    public DocumentId? Reverses { get; }

    /// <summary>The day of a reversal, or null where its postings have the days of those that they take back.</summary>
    public LocalDate? ReversalDate { get; }

    /// <summary>The number of its first posting in the ledger.</summary>
    public long FirstPosting { get; }

    /// <summary>How many postings it has.</summary>
    public int PostingCount { get; }

    /// <summary>What another projection added, or null.</summary>
    internal EntryAttachment? Attachment { get; }

    /// <summary>Its postings, in order.</summary>
    public IEnumerable<Posting> Postings() => columns.Range(space, FirstPosting, FirstPosting + PostingCount);

    /// <summary>Whether two entries have the same id, place and stamp, and as many postings.</summary>
    public bool Equals(DocumentEntry? other) =>
        other is not null
        && base.Equals(other)
        && Id == other.Id
        && Reverses == other.Reverses
        && ReversalDate == other.ReversalDate
        && FirstPosting == other.FirstPosting
        && PostingCount == other.PostingCount
        && Attachment == other.Attachment;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(base.GetHashCode(), Id);

    /// <summary>The cells that its postings add to, in order.</summary>
    internal IEnumerable<CellChange> Changes()
    {
        for (int i = 0; i < PostingCount; i++)
        {
            PostingChunk chunk = columns.ChunkOf(FirstPosting + i, out int row);
            var key = new PostingKey(chunk.Keys[row]);
            yield return new CellChange(
                key.Center,
                key.Element,
                space.Calendar.OrdinalOf(key.PeriodIn(space.Calendar)),
                chunk.Amounts[row]);
        }
    }

    internal override void WriteTo(JournalWriter writer)
    {
        if (Reverses is DocumentId original)
        {
            PostingLines.WriteReversal(writer, this, original);
        }
        else
        {
            PostingLines.WriteDocument(writer, this, space, columns);
        }
    }

    /// <summary>The members by name, the same in every culture.</summary>
    public override string ToString() => RecordText.Of(
        nameof(DocumentEntry),
        (nameof(Position), Position),
        (nameof(Stamp), Stamp),
        (nameof(Id), Id),
        (nameof(Reverses), Reverses),
        (nameof(ReversalDate), ReversalDate),
        (nameof(FirstPosting), FirstPosting),
        (nameof(PostingCount), PostingCount));
}
