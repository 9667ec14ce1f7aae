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
    private const int MostWaiting = 8_192;

    private readonly FiscalCalendar calendar = builder.Space.Calendar;
    private readonly int elementCount = builder.Space.ElementCount;
    private readonly int[] periods = new int[capacity];
    private readonly long[] cells = new long[capacity];
    private readonly int[] quantityPeriods = new int[capacity];
    private readonly long[] quantityCells = new long[capacity];
    private readonly CellList?[] amountsWaiting = new CellList?[builder.Space.Calendar.OrdinalCount];
    private readonly CellList?[] quantitiesWaiting = new CellList?[builder.Space.Calendar.OrdinalCount];

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

        for (int i = 0; i < amounts.Length; i++)
        {
            int period = periods[i];
            CellList list = amountsWaiting[period] ?? Open(amountsWaiting, period);
            if (list.IsFull)
            {
                HandOverAmounts(period, list);
            }

            list.Add(cells[i], amounts[i]);
        }

        for (int i = 0; i < quantities.Length; i++)
        {
            int period = quantityPeriods[i];
            CellList list = quantitiesWaiting[period] ?? Open(quantitiesWaiting, period);
            if (list.IsFull)
            {
                HandOverQuantities(period, list);
            }

            list.Add(quantityCells[i], quantities[i]);
        }
    }

    /// <summary>Hands over what waits.</summary>
    public void Finish()
    {
        for (int period = 0; period < amountsWaiting.Length; period++)
        {
            if (amountsWaiting[period] is CellList amounts)
            {
                HandOverAmounts(period, amounts);
            }

            if (quantitiesWaiting[period] is CellList quantities)
            {
                HandOverQuantities(period, quantities);
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

    private CellList Open(CellList?[] waiting, int period) => waiting[period] = builder.NewList(MostWaiting);

    private void HandOverAmounts(int period, CellList list)
    {
        builder.Add(period, list.Cells, list.Numbers, [], []);
        list.Clear();
    }

    private void HandOverQuantities(int period, CellList list)
    {
        builder.Add(period, [], [], list.Cells, list.Numbers);
        list.Clear();
    }
}
