using CostCenters.Calendars;
using CostCenters.Cubes;

namespace CostCenters.Ledgers;

/// <summary>
/// Hands the postings of a chunk to a cube period by period: many at a time, where in order of posting each would come
/// to another part of memory.
/// </summary>
internal sealed class PostingSorter(SharedCubeBuilder builder, int capacity)
{
    private readonly FiscalCalendar calendar = builder.Space.Calendar;
    private readonly int elementCount = builder.Space.ElementCount;
    private readonly int[] periods = new int[capacity];
    private readonly int[] withQuantity = new int[capacity];
    private readonly Column amounts = new(builder.Space.Calendar.OrdinalCount, capacity);
    private readonly Column quantities = new(builder.Space.Calendar.OrdinalCount, capacity);

    /// <summary>Adds the first postings of a chunk.</summary>
    public void Add(PostingChunk chunk, int count)
    {
        ReadOnlySpan<ulong> keys = chunk.Keys[..count];
        ReadOnlySpan<long> chunkAmounts = chunk.Amounts;
        ReadOnlySpan<long> chunkQuantities = chunk.Quantities;
        int quantityCount = CountByPeriod(keys);
        amounts.Start();
        for (int i = 0; i < keys.Length; i++)
        {
            amounts.Put(periods[i], CellOf(keys[i]), chunkAmounts[i]);
        }

        quantities.Start();
        for (int i = 0; i < quantityCount; i++)
        {
            int posting = withQuantity[i];
            quantities.Put(periods[posting], CellOf(keys[posting]), chunkQuantities[i]);
        }

        for (int period = 0; period < calendar.OrdinalCount; period++)
        {
            Range all = amounts.RangeOf(period);
            if (!all.Start.Equals(all.End))
            {
                Range some = quantities.RangeOf(period);
                builder.Add(
                    period,
                    amounts.Cells.AsSpan(all),
                    amounts.Numbers.AsSpan(all),
                    quantities.Cells.AsSpan(some),
                    quantities.Numbers.AsSpan(some));
            }
        }
    }

    /// <summary>Also lists the postings with a quantity, which no branch could foretell.</summary>
    private int CountByPeriod(ReadOnlySpan<ulong> keys)
    {
        ReadOnlySpan<ushort> ordinals = calendar.OrdinalsByDay;
        Array.Clear(amounts.Places);
        Array.Clear(quantities.Places);
        int quantityCount = 0;
        for (int i = 0; i < keys.Length; i++)
        {
            var key = new PostingKey(keys[i]);
            int period = key.AdjustmentPeriod == 0
                ? ordinals[key.Day]
                : calendar.OrdinalOf(key.PeriodIn(calendar));
            periods[i] = period;
            amounts.Places[period]++;
            quantities.Places[period] += key.QuantityCount;
            withQuantity[quantityCount] = i;
            quantityCount += key.QuantityCount;
        }

        return quantityCount;
    }

    private long CellOf(ulong bits)
    {
        var key = new PostingKey(bits);
        return ((long)key.Center * elementCount) + key.Element;
    }

    /// <summary>Cells and their numbers, those of the first period first.</summary>
    private sealed class Column(int periodCount, int capacity)
    {
        /// <summary>How many numbers each period has, then where its next one goes, at last where it ends.</summary>
        public int[] Places { get; } = new int[periodCount];

        public long[] Cells { get; } = new long[capacity];

        public long[] Numbers { get; } = new long[capacity];

        /// <summary>From how many numbers each period has to where it begins.</summary>
        public void Start()
        {
            int start = 0;
            foreach (ref int place in Places.AsSpan())
            {
                (place, start) = (start, start + place);
            }
        }

        public void Put(int period, long cell, long number)
        {
            int place = Places[period]++;
            Cells[place] = cell;
            Numbers[place] = number;
        }

        /// <summary>The places of a period, once all numbers are put.</summary>
        public Range RangeOf(int period) => (period == 0 ? 0 : Places[period - 1])..Places[period];
    }
}
