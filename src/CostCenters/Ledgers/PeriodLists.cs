using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace CostCenters.Ledgers;

/// <summary>Takes numbers of any period, and hands them over many of one period at a time.</summary>
/// <param name="periodCount">How many periods there are.</param>
/// <param name="handOver">Takes numbers of a period with their cells; they are overwritten afterwards.</param>
internal sealed class PeriodLists(int periodCount, PeriodAction handOver)
{
    private const int Most = 2_048;

    // In each list the cells come first, and from Most on the numbers.
    private readonly long[]?[] lists = new long[periodCount][];
    private readonly int[] counts = new int[periodCount];

    /// <summary>Adds numbers.</summary>
    /// <param name="periods">The ordinal of a period for each.</param>
    /// <param name="cells">The cell of each.</param>
    /// <param name="numbers">The numbers.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Add(ReadOnlySpan<int> periods, ReadOnlySpan<long> cells, ReadOnlySpan<long> numbers)
    {
        long[]?[] ofPeriods = lists;
        int[] inUse = counts;
        for (int i = 0; i < periods.Length && i < cells.Length && i < numbers.Length; i++)
        {
            int period = periods[i];
            long[] list = ofPeriods[period] ?? Open(period);
            int count = inUse[period];
            // Safe: a list has 2 x Most places and is handed over as soon as it holds Most, so count < Most.
            ref long cell = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(list), count);
            cell = cells[i];
            Unsafe.Add(ref cell, Most) = numbers[i];
            inUse[period] = count + 1;
            if (count == Most - 1)
            {
                HandOver(period, list);
            }
        }
    }

    /// <summary>Hands over what is left.</summary>
    public void HandOverAll()
    {
        for (int period = 0; period < lists.Length; period++)
        {
            if (lists[period] is long[] list)
            {
                HandOver(period, list);
            }
        }
    }

    private long[] Open(int period) => lists[period] = new long[2 * Most];

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void HandOver(int period, long[] list)
    {
        handOver(period, list.AsSpan(0, counts[period]), list.AsSpan(Most, counts[period]));
        counts[period] = 0;
    }
}

/// <summary>Takes numbers of one period with their cells.</summary>
internal delegate void PeriodAction(int period, ReadOnlySpan<long> cells, ReadOnlySpan<long> numbers);
