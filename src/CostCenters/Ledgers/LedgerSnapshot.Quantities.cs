using System.Collections.Immutable;
using CostCenters.Monetary;

namespace CostCenters.Ledgers;

public sealed partial class LedgerSnapshot
{
    /// <summary>The cells whose quantity is known in part only, so that their prices are wrong.</summary>
    /// <param name="cancellation">Ends the search.</param>
    /// <returns>Each with its amounts with and without a quantity, in order of center, element and period; empty where
    /// every cell has quantities for all of its amount, or for nothing.</returns>
    /// <remarks>Nothing of it is kept: each call looks at the postings twice, or once where none has a quantity, and
    /// takes memory for the cells that have one.</remarks>
    /// <exception cref="OperationCanceledException">The token asked for it.</exception>
    public ImmutableArray<PartialQuantity> FindPartialQuantities(CancellationToken cancellation = default)
    {
        var sums = new Dictionary<(int Center, int Element, int Period), QuantitySums>();
        ReadOnlySpan<PostingChunk> chunks = state.Columns.Chunks(state.PostingCount).Span;
        for (int chunk = 0; chunk < chunks.Length; chunk++)
        {
            cancellation.ThrowIfCancellationRequested();
            AddWithQuantity(sums, chunks[chunk], CountIn(chunk));
        }

        for (int chunk = 0; chunk < chunks.Length && sums.Count > 0; chunk++)
        {
            cancellation.ThrowIfCancellationRequested();
            AddWithoutQuantity(sums, chunks[chunk], CountIn(chunk));
        }

        return
        [
            .. sums.Where(cell => cell.Value.Without != 0)
                .Select(cell => new PartialQuantity(
                    Space.AddressOf(cell.Key.Center, cell.Key.Element, cell.Key.Period),
                    DecimalScale.Quantity.ToDecimal(cell.Value.Quantity),
                    Space.Scale.ToDecimal(cell.Value.With),
                    Space.Scale.ToDecimal(cell.Value.Without)))
                .OrderBy(partial => partial.Cell.Center)
                .ThenBy(partial => partial.Cell.Element)
                .ThenBy(partial => partial.Cell.Period),
        ];
    }

    private int CountIn(int chunk) =>
        (int)Math.Min(PostingChunk.Capacity, state.PostingCount - ((long)chunk << PostingChunk.CapacityBits));

    private void AddWithQuantity(
        Dictionary<(int Center, int Element, int Period), QuantitySums> sums, PostingChunk chunk, int count)
    {
        ReadOnlySpan<long> quantities = chunk.Quantities;
        int next = 0;
        for (int row = 0; row < count && !quantities.IsEmpty; row++)
        {
            var key = new PostingKey(chunk.Keys[row]);
            if (key.HasQuantity)
            {
                QuantitySums cell = sums.GetValueOrDefault(CellOf(key));
                cell.Quantity += quantities[next++];
                cell.With += chunk.Amounts[row];
                sums[CellOf(key)] = cell;
            }
        }
    }

    private void AddWithoutQuantity(
        Dictionary<(int Center, int Element, int Period), QuantitySums> sums, PostingChunk chunk, int count)
    {
        for (int row = 0; row < count; row++)
        {
            var key = new PostingKey(chunk.Keys[row]);
            if (!key.HasQuantity && sums.TryGetValue(CellOf(key), out QuantitySums cell))
            {
                cell.Without += chunk.Amounts[row];
                sums[CellOf(key)] = cell;
            }
        }
    }

    private (int Center, int Element, int Period) CellOf(PostingKey key) =>
        (key.Center, key.Element, Space.Calendar.OrdinalOf(key.PeriodIn(Space.Calendar)));

    /// <summary>Counts of one cell. 128 bits, since a part may be larger than the whole, which fits 64.</summary>
    private struct QuantitySums
    {
        public Int128 Quantity;
        public Int128 With;
        public Int128 Without;
    }
}
