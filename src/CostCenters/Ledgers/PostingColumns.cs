using CostCenters.Calendars;
using CostCenters.Cubes;
using CostCenters.Monetary;
using NodaTime;

namespace CostCenters.Ledgers;

/// <summary>The postings of a ledger in chunks of columns, appended by one writer.</summary>
/// <remarks>Readers look only at places below a count that was published after they were written.</remarks>
internal sealed class PostingColumns
{
    private PostingChunk[] chunks = [];

    /// <summary>The chunk of a place, and its row there.</summary>
    public PostingChunk ChunkOf(long place, out int row)
    {
        row = (int)(place & (PostingChunk.Capacity - 1));
        return Volatile.Read(ref chunks)[place >> PostingChunk.CapacityBits];
    }

    /// <summary>The chunks of the first postings.</summary>
    public ReadOnlyMemory<PostingChunk> Chunks(long postingCount) =>
        Volatile.Read(ref chunks).AsMemory(
            0, (int)((postingCount + PostingChunk.Capacity - 1) >> PostingChunk.CapacityBits));

    /// <summary>Writes beyond the published count, where no reader looks.</summary>
    public void Write(long place, PostingEncoder.Encoded encoded, string? reference, string? text)
    {
        int chunk = (int)(place >> PostingChunk.CapacityBits);
        if (chunk >= chunks.Length)
        {
            PostingChunk[] larger = new PostingChunk[Math.Max(4, chunks.Length * 2)];
            chunks.CopyTo(larger, 0);
            Volatile.Write(ref chunks, larger);
        }

        PostingChunk target = chunks[chunk] ??= new PostingChunk();
        target.Write(
            (int)(place & (PostingChunk.Capacity - 1)),
            encoded.Key,
            encoded.Amount,
            encoded.Quantity,
            reference,
            text);
    }

    /// <summary>Forgets what stands from a place on, which was never published.</summary>
    public void Forget(long from)
    {
        int first = (int)(from >> PostingChunk.CapacityBits);
        if (first < chunks.Length)
        {
            chunks[first]?.Forget((int)(from & (PostingChunk.Capacity - 1)));
        }

        for (int chunk = first + 1; chunk < chunks.Length; chunk++)
        {
            chunks[chunk] = null!;
        }
    }

    /// <summary>The postings of a range of places, in order.</summary>
    /// <param name="space">A space that has all their centers and elements.</param>
    /// <param name="from">The first place.</param>
    /// <param name="until">One past the last place.</param>
    public IEnumerable<Posting> Range(CubeSpace space, long from, long until)
    {
        int quantity = from < until ? ChunkOf(from, out int first).QuantitiesBefore(first) : 0;
        for (long place = from; place < until; place++)
        {
            PostingChunk chunk = ChunkOf(place, out int row);
            quantity = row == 0 ? 0 : quantity;
            Posting posting = At(space, chunk, row, quantity);
            quantity += posting.Quantity is null ? 0 : 1;
            yield return posting;
        }
    }

    /// <summary>The postings of a cell among the first ones, in order.</summary>
    public IEnumerable<Posting> Search(
        CubeSpace space,
        int center,
        int element,
        FiscalPeriod period,
        long postingCount,
        CancellationToken cancellation)
    {
        int quantity = 0;
        for (long place = 0; place < postingCount; place++)
        {
            cancellation.ThrowIfCancellationRequested();
            PostingChunk chunk = ChunkOf(place, out int row);
            quantity = row == 0 ? 0 : quantity;
            var key = new PostingKey(chunk.Keys[row]);
            if (key.Center == center && key.Element == element && key.PeriodIn(space.Calendar) == period)
            {
                yield return At(space, chunk, row, quantity);
            }

            quantity += key.QuantityCount;
        }
    }

    private static Posting At(CubeSpace space, PostingChunk chunk, int row, int quantity)
    {
        var key = new PostingKey(chunk.Keys[row]);
        return new Posting(
            DateOf(key),
            space.Centers.Centers[key.Center].Code,
            space.Elements.Elements[key.Element].Code,
            space.Scale.ToDecimal(chunk.Amounts[row]),
            key.HasQuantity ? DecimalScale.Quantity.ToDecimal(chunk.Quantities[quantity]) : null,
            chunk.ReferenceAt(row),
            chunk.TextAt(row),
            key.AdjustmentPeriod == 0 ? null : key.AdjustmentPeriod);
    }

    private static LocalDate DateOf(PostingKey key) => FiscalCalendar.FirstDate.PlusDays(key.Day);
}
