using System.Diagnostics.CodeAnalysis;
using CostCenters.Calendars;
using CostCenters.Cubes;
using CostCenters.Monetary;
using NodaTime;

namespace CostCenters.Ledgers;

/// <summary>A ledger as it stood at one moment.</summary>
/// <remarks>Immutable; made in constant time, and safe to read from any thread while the ledger goes on.</remarks>
public sealed partial class LedgerSnapshot
{
    private const int StretchesPerThread = 4;

    private readonly LedgerState state;

    internal LedgerSnapshot(CubeSpace space, LedgerState state)
    {
        Space = space;
        this.state = state;
    }

    /// <summary>Centers, elements, calendar, currency and scale of the postings.</summary>
    public CubeSpace Space { get; }

    /// <summary>The last command that this snapshot knows.</summary>
    public Moment Moment => state.Moment;

    /// <summary>How many postings there are, reversals included.</summary>
    public long PostingCount => state.PostingCount;

    /// <summary>The periods that are closed, by center.</summary>
    public CenterPeriodSet ClosedPeriods => state.Closed;

    /// <summary>The audit trail: one entry for each command, in order.</summary>
    public IEnumerable<LedgerEntry> Entries()
    {
        for (int i = 0; i < state.EntryCount; i++)
        {
            yield return state.Entries[i];
        }
    }

    /// <summary>The ledger as it was at an earlier moment than this snapshot's.</summary>
    /// <param name="moment">The moment.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="moment"/> is later than this
    /// snapshot's.</exception>
    public LedgerSnapshot AsOf(Moment moment)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(moment, Moment);
        int entryCount = (int)moment.Number;
        long postingCount = 0;
        CenterPeriodSet closed = CenterPeriodSet.Empty;
        foreach (LedgerEntry entry in state.Entries.AsSpan(0, entryCount))
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

        return new LedgerSnapshot(
            Space, state with { PostingCount = postingCount, EntryCount = entryCount, Closed = closed });
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
        long end = document.FirstPosting + document.PostingCount;
        return end <= state.PostingCount
            ? Range(document.FirstPosting, end)
            : throw new ArgumentException($"Document '{document.Id}' is later than this snapshot.", nameof(document));
    }

    /// <summary>The postings behind a cell of the actuals, in order of posting.</summary>
    /// <param name="cell">Center, element and period.</param>
    /// <exception cref="KeyNotFoundException">There is no such center or element.</exception>
    public IEnumerable<Posting> PostingsOf(CellAddress cell)
    {
        int center = Space.Centers.IndexOf(cell.Center);
        int element = Space.Elements.IndexOf(cell.Element);
        return Search(center, element, cell.Period);
    }

    /// <summary>All postings, in order of posting.</summary>
    public IEnumerable<Posting> Postings() => Range(0, state.PostingCount);

    /// <summary>What the postings since an earlier moment add to the actuals, in order of posting.</summary>
    /// <param name="earlier">A moment not after this snapshot's.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="earlier"/> is later than this snapshot's moment.
    /// </exception>
    public IReadOnlyList<CellChange> ChangesSince(Moment earlier)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(earlier, Moment);
        var changes = new List<CellChange>();
        for (int entry = (int)earlier.Number; entry < state.EntryCount; entry++)
        {
            if (state.Entries[entry] is not DocumentEntry document)
            {
                continue;
            }

            for (int i = 0; i < document.PostingCount; i++)
            {
                PostingChunk chunk = ChunkOf(document.FirstPosting + i, out int row);
                var key = new PostingKey(chunk.Keys[row]);
                changes.Add(new CellChange(
                    key.Center, key.Element, Space.Calendar.OrdinalOf(PeriodOf(key)), chunk.Amounts[row]));
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
        var builder = new SharedCubeBuilder(Space, mapsAhead: threads > 1);
        int chunks = (int)((state.PostingCount + PostingChunk.Capacity - 1) >> PostingChunk.CapacityBits);

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
                    sorter.Add(state.Chunks[chunk], (int)Math.Min(PostingChunk.Capacity, state.PostingCount - first));
                }

                return sorter;
            },
            sorter => sorter.Finish());
        return builder.Build();
    }

    private IEnumerable<Posting> Search(int center, int element, FiscalPeriod period)
    {
        for (long place = 0; place < state.PostingCount; place++)
        {
            PostingChunk chunk = ChunkOf(place, out int row);
            var key = new PostingKey(chunk.Keys[row]);
            if (key.Center == center && key.Element == element && PeriodOf(key) == period)
            {
                yield return At(chunk, row, chunk.QuantitiesBefore(row));
            }
        }
    }

    private IEnumerable<Posting> Range(long from, long until)
    {
        int quantity = from < until ? ChunkOf(from, out int first).QuantitiesBefore(first) : 0;
        for (long place = from; place < until; place++)
        {
            PostingChunk chunk = ChunkOf(place, out int row);
            quantity = row == 0 ? 0 : quantity;
            Posting posting = At(chunk, row, quantity);
            quantity += posting.Quantity is null ? 0 : 1;
            yield return posting;
        }
    }

    private PostingChunk ChunkOf(long place, out int row)
    {
        row = (int)(place & (PostingChunk.Capacity - 1));
        return state.Chunks[place >> PostingChunk.CapacityBits];
    }

    private Posting At(PostingChunk chunk, int row, int quantity)
    {
        var key = new PostingKey(chunk.Keys[row]);
        return new Posting(
            DateOf(key),
            Space.Centers.Centers[key.Center].Code,
            Space.Elements.Elements[key.Element].Code,
            Space.Scale.ToDecimal(chunk.Amounts[row]),
            key.HasQuantity ? DecimalScale.Quantity.ToDecimal(chunk.Quantities[quantity]) : null,
            chunk.ReferenceAt(row),
            chunk.TextAt(row),
            key.AdjustmentPeriod == 0 ? null : key.AdjustmentPeriod);
    }

    private static LocalDate DateOf(PostingKey key) => FiscalCalendar.FirstDate.PlusDays(key.Day);

    private FiscalPeriod PeriodOf(PostingKey key) => key.PeriodIn(Space.Calendar);
}
