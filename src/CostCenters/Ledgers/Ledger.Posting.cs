using CostCenters.Monetary;

namespace CostCenters.Ledgers;

public sealed partial class Ledger
{
    private const int MostFaultsTold = 10_000;

    /// <summary>Takes a reversal as a journal tells it, with the postings that it had.</summary>
    internal CommandResult Restore(
        DocumentId id, DocumentId reverses, IEnumerable<Posting> postings, CommandStamp stamp)
    {
        using (Enter())
        {
            return RefusedReversal(reverses) ?? PostLocked(id, Space.Currency, postings, stamp, reverses);
        }
    }

    private CommandResult PostLocked(
        DocumentId id, Currency currency, IEnumerable<Posting> postings, CommandStamp stamp, DocumentId? reverses)
    {
        if (currency != Space.Currency)
        {
            return Refused(
                PostingFaultKind.CurrencyMismatch,
                $"Document '{id}' is in {currency}, the ledger in {Space.Currency}; convert it first.");
        }

        if (documents.TryGetValue(id, out DocumentEntry? taken))
        {
            return taken.Reverses == reverses && Snapshot().PostingsOf(taken).SequenceEqual(postings)
                ? CommandResult.TakenBefore(taken.Moment)
                : Refused(
                    PostingFaultKind.DocumentIdTaken,
                    $"Document id '{id}' is taken by a document with other contents; give this one another id.");
        }

        var faults = new List<PostingFault>();
        PostingChunk[] chunks = state.Chunks;
        int count = 0;
        bool finished = false;
        try
        {
            foreach (Posting posting in postings)
            {
                _ = posting ?? throw new ArgumentException("A posting is null.", nameof(postings));
                PostingEncoder.Encoded encoded = PostingEncoder.Encode(Space, state.Closed, posting, count, faults);
                if (faults.Count == 0)
                {
                    Append(ref chunks, state.PostingCount + count, encoded, posting);
                }
                else if (faults.Count >= MostFaultsTold)
                {
                    break;
                }

                count++;
            }

            finished = faults.Count == 0 && count > 0;
        }
        finally
        {
            if (!finished)
            {
                ForgetUnpublished(chunks);
            }
        }

        return faults.Count > 0
            ? CommandResult.Refused(state.Moment, [.. faults])
            : count == 0
                ? throw new ArgumentException("A document needs at least one posting.", nameof(postings))
                : Take(new DocumentEntry(
                    new Moment(state.EntryCount + 1), stamp, id, reverses, state.PostingCount, count), chunks);
    }

    private CommandResult Take(DocumentEntry entry, PostingChunk[] chunks)
    {
        documents.Add(entry.Id, entry);
        if (entry.Reverses is DocumentId original)
        {
            reversed.Add(original);
        }

        Publish(state with { Chunks = chunks, PostingCount = entry.FirstPosting + entry.PostingCount }, entry);
        return CommandResult.Taken(entry.Moment);
    }

    /// <summary>Writes beyond the published count, where no reader looks.</summary>
    private static void Append(
        ref PostingChunk[] chunks, long place, PostingEncoder.Encoded encoded, Posting posting)
    {
        int chunk = (int)(place >> PostingChunk.CapacityBits);
        if (chunk >= chunks.Length)
        {
            Array.Resize(ref chunks, Math.Max(4, chunks.Length * 2));
        }

        chunks[chunk] ??= new PostingChunk();
        chunks[chunk].Write(
            (int)(place & (PostingChunk.Capacity - 1)),
            encoded.Key,
            encoded.Amount,
            encoded.Quantity,
            posting.Reference,
            posting.Text);
    }

    private void ForgetUnpublished(PostingChunk[] chunks)
    {
        int first = (int)(state.PostingCount >> PostingChunk.CapacityBits);
        if (first < chunks.Length && first < state.Chunks.Length)
        {
            state.Chunks[first]?.Forget((int)(state.PostingCount & (PostingChunk.Capacity - 1)));
        }

        for (int chunk = first + 1; chunk < state.Chunks.Length; chunk++)
        {
            state.Chunks[chunk] = null!;
        }
    }
}
