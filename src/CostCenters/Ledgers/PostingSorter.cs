using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using CostCenters.Calendars;
using CostCenters.Cubes;

namespace CostCenters.Ledgers;

/// <summary>
/// Hands postings to a cube period by period: many at a time, where in order of posting each would come to another
/// part of memory.
/// </summary>
internal sealed class PostingSorter
{
    /// <summary>So many postings are looked at together that their cells stay in the processor's cache.</summary>
    private const int AtOnce = 4_096;

    private readonly ParallelCubeBuilder builder;
    private readonly FiscalCalendar calendar;
    private readonly int elementCount;
    private readonly PeriodLists amountLists;
    private readonly PeriodLists quantityLists;
    private readonly long[] cells = new long[AtOnce];
    private readonly int[] periods = new int[AtOnce];
    private readonly long[] quantityCells = new long[AtOnce];
    private readonly int[] quantityPeriods = new int[AtOnce];

    public PostingSorter(ParallelCubeBuilder builder)
    {
        this.builder = builder;
        calendar = builder.Space.Calendar;
        elementCount = builder.Space.ElementCount;
        amountLists = new PeriodLists(
            calendar.OrdinalCount, (period, own, amounts) => builder.Add(period, own, amounts, [], []));
        quantityLists = new PeriodLists(
            calendar.OrdinalCount, (period, own, quantities) => builder.Add(period, [], [], own, quantities));
    }

    /// <summary>Adds the first postings of a chunk.</summary>
    public void Add(PostingChunk chunk, int count)
    {
        ReadOnlySpan<ulong> keys = chunk.Keys[..count];
        ReadOnlySpan<long> amounts = chunk.Amounts[..count];
        ReadOnlySpan<long> quantities = chunk.Quantities;
        bool isOnePeriod = TryFindPeriod(keys, out int period);
        while (!keys.IsEmpty)
        {
            int length = Math.Min(AtOnce, keys.Length);
            FindCells(keys[..length]);
            int quantityCount = quantities.IsEmpty ? 0 : List(keys[..length], cells, quantityCells);
            if (isOnePeriod)
            {
                builder.Add(
                    period,
                    cells.AsSpan(0, length),
                    amounts[..length],
                    quantityCells.AsSpan(0, quantityCount),
                    quantities[..quantityCount]);
            }
            else
            {
                FindPeriods(keys[..length]);
                amountLists.Add(periods.AsSpan(0, length), cells, amounts);
                int listed = quantityCount == 0 ? 0 : List(keys[..length], periods, quantityPeriods);
                quantityLists.Add(quantityPeriods.AsSpan(0, listed), quantityCells, quantities);
            }

            keys = keys[length..];
            amounts = amounts[length..];
            quantities = quantities[quantityCount..];
        }
    }

    /// <summary>Hands over what is left.</summary>
    public void Finish()
    {
        amountLists.HandOverAll();
        quantityLists.HandOverAll();
    }

    /// <summary>The period of all postings, if they have one in common: that of the first and last day.</summary>
    private bool TryFindPeriod(ReadOnlySpan<ulong> keys, out int period)
    {
        ulong first = ulong.MaxValue;
        ulong last = 0;
        ulong adjustments = 0;
        // Safe: whole vectors alone; what is left over comes below.
        ReadOnlySpan<Vector<ulong>> vectors = MemoryMarshal.Cast<ulong, Vector<ulong>>(keys);
        if (!vectors.IsEmpty)
        {
            (Vector<ulong> firsts, Vector<ulong> lasts, Vector<ulong> bits) = (vectors[0], vectors[0], vectors[0]);
            var dayMask = new Vector<ulong>(PostingKey.DayMask);
            (firsts, lasts) = (firsts & dayMask, lasts & dayMask);
            foreach (Vector<ulong> vector in vectors)
            {
                Vector<ulong> days = vector & dayMask;
                firsts = Vector.Min(firsts, days);
                lasts = Vector.Max(lasts, days);
                bits |= vector;
            }

            for (int lane = 0; lane < Vector<ulong>.Count; lane++)
            {
                (first, last) = (Math.Min(first, firsts[lane]), Math.Max(last, lasts[lane]));
                adjustments |= bits[lane];
            }
        }

        foreach (ulong key in keys[(vectors.Length * Vector<ulong>.Count)..])
        {
            ulong day = key & PostingKey.DayMask;
            (first, last) = (Math.Min(first, day), Math.Max(last, day));
            adjustments |= key;
        }

        period = keys.IsEmpty ? 0 : calendar.OrdinalOfDay(new PostingKey(first).Day);
        return keys.IsEmpty
            || (new PostingKey(adjustments).AdjustmentPeriod == 0
                && period == calendar.OrdinalOfDay(new PostingKey(last).Day));
    }

    /// <summary>Finds the cell of each posting.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void FindCells(ReadOnlySpan<ulong> keys)
    {
        Span<long> found = cells.AsSpan(0, keys.Length);
        // Safe: whole vectors of two spans of one length; what is left over comes below.
        ReadOnlySpan<Vector<ulong>> keyVectors = MemoryMarshal.Cast<ulong, Vector<ulong>>(keys);
        Span<Vector<ulong>> foundVectors = MemoryMarshal.Cast<long, Vector<ulong>>(found);
        for (int i = 0; i < keyVectors.Length && i < foundVectors.Length; i++)
        {
            foundVectors[i] = PostingKey.CellsOf(keyVectors[i], elementCount);
        }

        for (int i = keyVectors.Length * Vector<ulong>.Count; i < found.Length; i++)
        {
            var key = new PostingKey(keys[i]);
            found[i] = unchecked(((long)key.Center * elementCount) + key.Element);
        }
    }

    /// <summary>Finds the period of each posting.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void FindPeriods(ReadOnlySpan<ulong> keys)
    {
        ReadOnlySpan<ushort> ordinals = calendar.OrdinalsByDay;
        Span<int> found = periods.AsSpan(0, keys.Length);
        for (int i = 0; i < found.Length; i++)
        {
            var key = new PostingKey(keys[i]);
            found[i] = key.AdjustmentPeriod == 0 ? ordinals[key.Day] : calendar.OrdinalOf(key.PeriodIn(calendar));
        }
    }

    /// <summary>Lists what belongs to the postings with a quantity.</summary>
    /// <returns>How many there are.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int List<T>(ReadOnlySpan<ulong> keys, T[] ofAll, T[] listed)
    {
        int count = 0;
        for (int i = 0; i < keys.Length; i++)
        {
            listed[count] = ofAll[i];
            count += new PostingKey(keys[i]).QuantityCount;
        }

        return count;
    }
}
