using CostCenters.Journals;
using CostCenters.Monetary;

namespace CostCenters.Ledgers;

public sealed partial class Ledger
{
    private const int MostFaultsReported = 10_000;

    /// <summary>Posts a document while the caller keeps other commands out.</summary>
    internal CommandResult PostLocked(
        DocumentId id,
        Currency currency,
        IEnumerable<Posting> postings,
        CommandStamp stamp,
        Reversal? reversal,
        EntryAttachment? attachment = null)
    {
        if (currency != Space.Currency)
        {
            return Refused(
                CommandFaultKind.CurrencyMismatch,
                $"Document '{id}' is in {currency}, the ledger in {Space.Currency}; convert it first.");
        }

        if (documents.TryGetValue(id, out DocumentEntry? taken))
        {
            return SecondTime(taken, postings, reversal);
        }

        var faults = new List<CommandFault>();
        LedgerState state = State;
        CommandResult? result = null;
        try
        {
            int count = Write(postings, state, faults);
            result = faults.Count > 0
                ? CommandResult.Refused(Journal.Position, [.. faults])
                : count == 0
                    ? throw new ArgumentException("A document needs at least one posting.", nameof(postings))
                    : Record(
                        new DocumentEntry(
                            Journal.Next,
                            stamp,
                            id,
                            reversal,
                            Space,
                            state.Columns,
                            state.PostingCount,
                            count,
                            attachment),
                        state);
            return result;
        }
        finally
        {
            if (result?.Outcome != CommandOutcome.Accepted)
            {
                state.Columns.Forget(state.PostingCount);
            }
        }
    }

    /// <summary>Looks up a document; for commands, which run one after another.</summary>
    internal DocumentEntry? Find(DocumentId id) => documents.GetValueOrDefault(id);

    /// <summary>Writes postings beyond the published count, as long as nothing is wrong.</summary>
    /// <returns>How many were looked at.</returns>
    private int Write(IEnumerable<Posting> postings, LedgerState state, List<CommandFault> faults)
    {
        PostingRules rules = Rules;
        int count = 0;
        foreach (Posting posting in postings)
        {
            _ = posting ?? throw new ArgumentException("A posting is null.", nameof(postings));
            PostingEncoder.Encoded encoded = PostingEncoder.Encode(rules, state.Closed, posting, count, faults);
            if (faults.Count == 0)
            {
                state.Columns.Write(state.PostingCount + count, encoded, posting.Reference, posting.Text);
            }
            else if (faults.Count >= MostFaultsReported)
            {
                break;
            }

            count++;
        }

        return count;
    }

    /// <summary>A document that comes again is reported and not doubled; other contents under its id are refused.
    /// </summary>
    private CommandResult SecondTime(DocumentEntry taken, IEnumerable<Posting> postings, Reversal? reversal) =>
        taken.Reverses == reversal?.Original && taken.Postings().SequenceEqual(postings)
            ? CommandResult.AcceptedBefore(taken.Position)
            : Refused(
                CommandFaultKind.DocumentIdTaken,
                $"Document id '{taken.Id}' is taken by a document with other contents; give this one another id.");

    private CommandResult Record(DocumentEntry entry, LedgerState state)
    {
        CommandResult result = Journal.Publish(
            entry, slot, state with { PostingCount = entry.FirstPosting + entry.PostingCount });
        if (result.Outcome != CommandOutcome.Accepted)
        {
            return result;
        }

        documents.Add(entry.Id, entry);
        if (entry.Reverses is DocumentId original)
        {
            reversed.Add(original);
        }

        return result;
    }
}
