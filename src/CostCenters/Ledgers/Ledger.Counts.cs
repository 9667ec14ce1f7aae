using CostCenters.Calendars;
using CostCenters.Cubes;
using CostCenters.Journals;
using CostCenters.Structure;

namespace CostCenters.Ledgers;

public sealed partial class Ledger
{
    private PostingRules? rules;

    /// <summary>The rules in the space as it is now; for commands, which run one after another.</summary>
    internal PostingRules Rules =>
        rules is { } known && ReferenceEquals(known.Space, Space) ? known : rules = new PostingRules(Space);

    /// <summary>
    /// Posts the rows of a stream that keep the rules as one document, and tells every other row while it is read.
    /// </summary>
    /// <param name="id">The id of the document.</param>
    /// <param name="postings">The rows; read once, while no other command runs.</param>
    /// <param name="stamp">Who, and when.</param>
    /// <param name="refused">Takes the reasons why the row read last is left out.</param>
    /// <param name="cancellation">Ends the work, of which nothing is left then.</param>
    /// <returns>The position; a refusal when the id is taken by a document with other contents; null when no row is
    /// taken, and then the ledger is as before.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="id"/> is a default value.</exception>
    /// <exception cref="InvalidOperationException">The stream gave a command to this ledger.</exception>
    /// <exception cref="OperationCanceledException">The token asked for it.</exception>
    public CommandResult? PostCounts(
        DocumentId id,
        IEnumerable<CountedPosting> postings,
        CommandStamp stamp,
        Action<IReadOnlyList<CommandFault>> refused,
        CancellationToken cancellation = default)
    {
        _ = id == default ? throw new ArgumentException("A document needs an id.", nameof(id)) : id;
        ArgumentNullException.ThrowIfNull(postings);
        ArgumentNullException.ThrowIfNull(stamp);
        ArgumentNullException.ThrowIfNull(refused);
        using (Journal.Enter())
        {
            IEnumerable<CountedPosting> rows = postings.WithCancellation(cancellation);
            return documents.TryGetValue(id, out DocumentEntry? taken)
                ? Compare(taken, rows, refused)
                : PostCountsLocked(id, rows, stamp, refused);
        }
    }

    private CommandResult? PostCountsLocked(
        DocumentId id,
        IEnumerable<CountedPosting> postings,
        CommandStamp stamp,
        Action<IReadOnlyList<CommandFault>> refused)
    {
        LedgerState state = State;
        CommandResult? result = null;
        try
        {
            int count = 0;
            foreach ((CountedPosting posting, PostingEncoder.Encoded encoded) in Good(postings, refused))
            {
                state.Columns.Write(state.PostingCount + count, encoded, posting.Reference, posting.Text);
                count++;
            }

            result = count == 0
                ? null
                : Record(
                    new DocumentEntry(
                        Journal.Next, stamp, id, null, Space, state.Columns, state.PostingCount, count, null),
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

    /// <summary>Whether the rows are those of a document that has their id; all of them are read.</summary>
    /// <remarks>A row of the document is known, even if it would be refused by now: a period is closed, say.</remarks>
    private CommandResult Compare(
        DocumentEntry taken, IEnumerable<CountedPosting> postings, Action<IReadOnlyList<CommandFault>> refused)
    {
        using IEnumerator<Posting> before = taken.Postings().GetEnumerator();
        bool isLeft = before.MoveNext();
        int others = Good(Unknown(), refused).Count();
        return taken.Reverses is null && others == 0 && !isLeft
            ? CommandResult.AcceptedBefore(taken.Position)
            : Refused(
                CommandFaultKind.DocumentIdTaken,
                $"Document id '{taken.Id}' is taken by a document with other contents; give this one another id.");

        IEnumerable<CountedPosting> Unknown()
        {
            foreach (CountedPosting posting in postings)
            {
                if (isLeft && IsOf(Space, posting) && before.Current == posting.ToPosting(Space))
                {
                    isLeft = before.MoveNext();
                }
                else
                {
                    yield return posting;
                }
            }
        }
    }

    private static bool IsOf(CubeSpace space, CountedPosting posting) =>
        posting.Center >= 0 && posting.Center < space.Centers.Centers.Length
        && posting.Element >= 0 && posting.Element < space.Elements.Elements.Length
        && posting.Day >= 0 && posting.Day < FiscalCalendar.DayCount;

    private IEnumerable<(CountedPosting Posting, PostingEncoder.Encoded Encoded)> Good(
        IEnumerable<CountedPosting> postings, Action<IReadOnlyList<CommandFault>> refused)
    {
        var faults = new List<CommandFault>();
        int line = 0;
        foreach (CountedPosting posting in postings)
        {
            PostingEncoder.Encoded encoded = PostingEncoder.Encode(Rules, State.Closed, posting, line++, faults);
            if (faults.Count == 0)
            {
                yield return (posting, encoded);
            }
            else
            {
                refused([.. faults]);
                faults.Clear();
            }
        }
    }
}
