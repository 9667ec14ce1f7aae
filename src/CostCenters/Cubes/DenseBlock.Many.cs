using System.Runtime.CompilerServices;

namespace CostCenters.Cubes;

internal sealed partial class DenseBlock
{
    /// <summary>Adds many amounts; the sums wrap.</summary>
    /// <param name="cells">The cells.</param>
    /// <param name="added">An amount for each.</param>
    /// <param name="wraps">Counts for each cell how often its sum wrapped.</param>
    public void AddMany(ReadOnlySpan<long> cells, ReadOnlySpan<long> added, Dictionary<long, int> wraps) =>
        AddMany(cells, added, amounts, present, wraps);

    /// <summary>Adds many quantities; the sums wrap.</summary>
    /// <param name="cells">The cells.</param>
    /// <param name="added">A quantity for each.</param>
    /// <param name="wraps">Counts for each cell how often its sum wrapped.</param>
    public void AddManyQuantities(ReadOnlySpan<long> cells, ReadOnlySpan<long> added, Dictionary<long, int> wraps)
    {
        if (!cells.IsEmpty)
        {
            quantities ??= new long[amounts.Length];
            quantityPresent ??= new ulong[present.Length];
            AddMany(cells, added, quantities, quantityPresent, wraps);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void AddMany(
        ReadOnlySpan<long> cells,
        ReadOnlySpan<long> added,
        long[] sums,
        ulong[] present,
        Dictionary<long, int> wraps)
    {
        added = added[..cells.Length];
        for (int i = 0; i < cells.Length; i++)
        {
            int cell = (int)cells[i];
            present[cell >> 6] |= 1UL << (cell & 63);
            long amount = added[i];
            long before = sums[cell];
            long after = unchecked(before + amount);
            sums[cell] = after;
            if (((before ^ after) & (amount ^ after)) < 0)
            {
                wraps[cell] = wraps.GetValueOrDefault(cell) + (amount > 0 ? 1 : -1);
            }
        }
    }
}
