using System.Diagnostics.CodeAnalysis;
using CostCenters.Cubes;
using CostCenters.Journals;
using CostCenters.Monetary;
using CostCenters.Structure;
using NodaTime;

namespace CostCenters.Ledgers;

/// <summary>A ledger as it stood at one position of its journal.</summary>
/// <remarks>Immutable; made in constant time, and safe to read from any thread while the ledger goes on.</remarks>
public sealed partial class LedgerSnapshot
{
    private const int StretchesPerThread = 4;

    private readonly JournalState journal;
    private readonly LedgerState state;

    internal LedgerSnapshot(JournalState journal, LedgerState state)
    {
        this.journal = journal;
        this.state = state;
    }

    /// <summary>Centers, elements, calendar, currency and scale of the postings, as they were then.</summary>
    public CubeSpace Space => journal.Space;

    /// <summary>The last command that this snapshot knows.</summary>
    public JournalPosition Position => journal.Position;

    /// <summary>How many postings there are, reversals included.</summary>
    public long PostingCount => state.PostingCount;

    /// <summary>The periods that are closed, by center.</summary>
    public CenterPeriodSet ClosedPeriods => state.Closed;

    /// <summary>The audit trail of the journal: one entry for each command, in order.</summary>
    public IEnumerable<JournalEntry> Entries()
    {
        for (int i = 0; i < journal.Count; i++)
        {
            yield return journal.Entries[i];
        }
    }

    /// <summary>The ledger as it was at an earlier position than this snapshot's.</summary>
    /// <param name="position">The position.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="position"/> is later than this
    /// snapshot's.</exception>
    public LedgerSnapshot AsOf(JournalPosition position)
    {
        JournalState earlier = journal.AsOf(position);
        long postingCount = 0;
        CenterPeriodSet closed = CenterPeriodSet.Empty;
        foreach (JournalEntry entry in earlier.Recorded)
        {
            switch (entry)
            {
                case DocumentEntry document:
                    postingCount = document.FirstPosting + document.PostingCount;
                    break;
                case PeriodEntry period:
                    closed = period.Centers.Aggregate(
                        closed,
                        (set, center) => period.Closes
                            ? set.With(center, period.Period)
                            : set.Without(center, period.Period));
                    break;
            }
        }

        return new LedgerSnapshot(earlier, state with { PostingCount = postingCount, Closed = closed });
    }

    /// <summary>Looks up a document.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="document">Its entry, or null when the snapshot knows no such document.</param>
    /// <remarks>Takes time in proportion to the number of commands.</remarks>
    public bool TryGetDocument(DocumentId id, [NotNullWhen(true)] out DocumentEntry? document)
    {
        document = Entries().OfType<DocumentEntry>().FirstOrDefault(entry => entry.Id == id);
        return document is not null;
    }

    /// <summary>The postings of a document, in order.</summary>
    /// <param name="document">A document that this snapshot knows.</param>
    /// <exception cref="ArgumentException">The document is later than this snapshot.</exception>
    public IEnumerable<Posting> PostingsOf(DocumentEntry document)
    {
        ArgumentNullException.ThrowIfNull(document);
        return document.FirstPosting + document.PostingCount <= state.PostingCount
            ? document.Postings()
            : throw new ArgumentException($"Document '{document.Id}' is later than this snapshot.", nameof(document));
    }

    /// <summary>The postings behind a cell of the actuals, in order of posting.</summary>
    /// <param name="cell">Center, element and period.</param>
    /// <param name="cancellation">Ends the search.</param>
    /// <exception cref="KeyNotFoundException">There is no such center or element.</exception>
    /// <exception cref="OperationCanceledException">The token asked for it; thrown while enumerating.</exception>
    public IEnumerable<Posting> PostingsOf(CellAddress cell, CancellationToken cancellation = default)
    {
        int center = Space.Centers.IndexOf(cell.Center);
        int element = Space.Elements.IndexOf(cell.Element);
        return state.Columns.Search(Space, center, element, cell.Period, state.PostingCount, cancellation);
    }

    /// <summary>All postings, in order of posting.</summary>
    /// <param name="cancellation">Ends the enumeration.</param>
    /// <exception cref="OperationCanceledException">The token asked for it; thrown while enumerating.</exception>
    public IEnumerable<Posting> Postings(CancellationToken cancellation = default) =>
        state.Columns.Range(Space, 0, state.PostingCount).WithCancellation(cancellation);

    /// <summary>The postings of days on which the currency of the ledger was no longer money, in order of posting: the
    /// ledger accepts them, as an import does, which notes them.</summary>
    /// <param name="cancellation">Ends the search.</param>
    /// <remarks>None for a currency in use; see <see cref="Currency.WithdrawnOn"/>. A reversal of an earlier posting
    /// that bears such a day is one of them, too.</remarks>
    /// <exception cref="OperationCanceledException">The token asked for it; thrown while enumerating.</exception>
    public IEnumerable<Posting> PostingsAfterWithdrawal(CancellationToken cancellation = default) =>
        Space.Currency.WithdrawnOn is LocalDate withdrawn
            ? Postings(cancellation).Where(posting => posting.Date >= withdrawn)
            : [];

    /// <summary>What the postings since an earlier position add to the actuals, in order of posting.</summary>
    /// <param name="earlier">A position not after this snapshot's.</param>
    /// <param name="cancellation">Ends the work, of which nothing is left then.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="earlier"/> is later than this snapshot's.
    /// </exception>
    /// <exception cref="OperationCanceledException">The token asked for it.</exception>
    public IReadOnlyList<CellChange> ChangesSince(
        JournalPosition earlier, CancellationToken cancellation = default)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(earlier, Position);
        var changes = new List<CellChange>();
        foreach (JournalEntry entry in journal.Recorded[(int)earlier.Number..])
        {
            cancellation.ThrowIfCancellationRequested();
            if (entry is DocumentEntry document)
            {
                changes.AddRange(document.Changes());
            }
        }

        return changes;
    }

    /// <summary>The actuals: the sum of all postings by center, element and period.</summary>
    /// <param name="threads">The most threads at work, 1 or more; the cube is the same for any number.</param>
    /// <param name="cancellation">Ends the work, of which nothing is left then.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="threads"/> is below 1.</exception>
    /// <exception cref="AmountOverflowException">A cell outgrows 64 bits.</exception>
    /// <exception cref="OperationCanceledException">The token asked for it.</exception>
    public Cube ToCube(int threads = 1, CancellationToken cancellation = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        cancellation.ThrowIfCancellationRequested();
        var builder = new ParallelCubeBuilder(Space, threads);
        ReadOnlyMemory<PostingChunk> columns = state.Columns.Chunks(state.PostingCount);
        int chunks = columns.Length;

        // More stretches than threads, so that none waits long for another; each is whole, since postings mostly come
        // in order of date, and threads in different periods do not meet.
        int stretches = threads == 1 ? 1 : (int)Math.Min(chunks, (long)threads * StretchesPerThread);
        Parallel.For(
            0,
            stretches,
            new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellation },
            () => new PostingSorter(builder),
            (stretch, _, sorter) =>
            {
                int end = (int)((stretch + 1L) * chunks / stretches);
                for (int chunk = (int)((long)stretch * chunks / stretches); chunk < end; chunk++)
                {
                    cancellation.ThrowIfCancellationRequested();
                    long first = (long)chunk << PostingChunk.CapacityBits;
                    sorter.Add(columns.Span[chunk], (int)Math.Min(PostingChunk.Capacity, state.PostingCount - first));
                }

                return sorter;
            },
            sorter => sorter.Finish());
        return builder.Build(cancellation);
    }
}
