using System.Runtime.CompilerServices;
using CostCenters.Calendars;
using CostCenters.Cubes;

namespace CostCenters.Ledgers;

/// <summary>
/// Hands postings to a cube period by period: many at a time, where in order of posting each would come to another
/// part of memory.
/// </summary>
internal sealed class PostingSorter(SharedCubeBuilder builder, int capacity)
{
    private readonly FiscalCalendar calendar = builder.Space.Calendar;
    private readonly int elementCount = builder.Space.ElementCount;
    private readonly int[] periods = new int[capacity];
    private readonly long[] cells = new long[capacity];
    private readonly int[] quantityPeriods = new int[capacity];
    private readonly long[] quantityCells = new long[capacity];
    private readonly Waiting?[] amountsWaiting = new Waiting?[builder.Space.Calendar.OrdinalCount];
    private readonly Waiting?[] quantitiesWaiting = new Waiting?[builder.Space.Calendar.OrdinalCount];

    /// <summary>Adds the first postings of a chunk.</summary>
    public void Add(PostingChunk chunk, int count)
    {
        bool isOnePeriod = FindCells(chunk.Keys[..count], out int quantityCount);
        ReadOnlySpan<long> amounts = chunk.Amounts[..count];
        ReadOnlySpan<long> quantities = chunk.Quantities[..quantityCount];
        if (isOnePeriod)
        {
            ReadOnlySpan<long> withQuantity = quantityCells.AsSpan(0, quantityCount);
            builder.Add(periods[0], cells.AsSpan(0, count), amounts, withQuantity, quantities);
            return;
        }

        Sort(amountsWaiting, periods, cells, amounts, isQuantity: false);
        Sort(quantitiesWaiting, quantityPeriods, quantityCells, quantities, isQuantity: true);
    }

    /// <summary>Hands over what waits.</summary>
    public void Finish()
    {
        for (int period = 0; period < amountsWaiting.Length; period++)
        {
            HandOver(period, amountsWaiting[period], isQuantity: false);
            HandOver(period, quantitiesWaiting[period], isQuantity: true);
        }
    }

    private void Sort(
        Waiting?[] waiting,
        ReadOnlySpan<int> periodOf,
        ReadOnlySpan<long> cellOf,
        ReadOnlySpan<long> numbers,
        bool isQuantity)
    {
        for (int i = 0; i < numbers.Length; i++)
        {
            int period = periodOf[i];
            Waiting list = waiting[period] ??= new Waiting();
            int count = list.Count;
            list.Cells[count] = cellOf[i];
            list.Numbers[count] = numbers[i];
            list.Count = ++count;
            if (count == Waiting.Most)
            {
                HandOver(period, list, isQuantity);
            }
        }
    }

    /// <summary>Finds the period and cell of each posting, and lists those with a quantity.</summary>
    /// <returns>Whether all are of one period.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private bool FindCells(ReadOnlySpan<ulong> keys, out int quantityCount)
    {
        ReadOnlySpan<ushort> ordinals = calendar.OrdinalsByDay;
        int others = 0;
        int listed = 0;
        for (int i = 0; i < keys.Length; i++)
        {
            var key = new PostingKey(keys[i]);
            int period = key.AdjustmentPeriod == 0
                ? ordinals[key.Day]
                : calendar.OrdinalOf(key.PeriodIn(calendar));
            long cell = ((long)key.Center * elementCount) + key.Element;
            periods[i] = period;
            cells[i] = cell;
            others |= period ^ periods[0];
            quantityPeriods[listed] = period;
            quantityCells[listed] = cell;
            listed += key.QuantityCount;
        }

        quantityCount = listed;
        return others == 0;
    }

    private void HandOver(int period, Waiting? list, bool isQuantity)
    {
        if (list is null)
        {
            return;
        }

        ReadOnlySpan<long> waitingCells = list.Cells.AsSpan(0, list.Count);
        ReadOnlySpan<long> numbers = list.Numbers.AsSpan(0, list.Count);
        if (isQuantity)
        {
            builder.Add(period, [], [], waitingCells, numbers);
        }
        else
        {
            builder.Add(period, waitingCells, numbers, [], []);
        }

        list.Count = 0;
    }

    /// <summary>Numbers of one period that wait to be handed over together.</summary>
    private sealed class Waiting
    {
        public const int Most = 4_096;

        public readonly long[] Cells = new long[Most];
        public readonly long[] Numbers = new long[Most];
        public int Count;
    }
}
