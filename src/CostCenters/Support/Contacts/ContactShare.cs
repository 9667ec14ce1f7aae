using System.Numerics;

namespace CostCenters.Support.Contacts;

/// <summary>The tickets that one thread counts.</summary>
internal sealed class ContactShare
{
    public const int MeasureCount = (int)ContactMeasure.FullyResolved + 1;

    private const int None = -1;

    private readonly ArraySegment<TicketBlock> blocks;
    private readonly int[] periods;
    private readonly int[] ranks;
    private readonly WorkingHours hours;
    private readonly long[] counts;

    // The last row of each ticket by hash, and the rows of the same ticket before and after each row.
    private int[] lasts = [];
    private int[] before = [];
    private int[] after = [];

    /// <summary>Prepares the counts.</summary>
    /// <param name="blocks">The events; their times are overwritten.</param>
    /// <param name="periods">The period of each cell.</param>
    /// <param name="ranks">The place of each cell in the order of cells.</param>
    /// <param name="hours">The working hours.</param>
    public ContactShare(ArraySegment<TicketBlock> blocks, int[] periods, int[] ranks, WorkingHours hours)
    {
        this.blocks = blocks;
        this.periods = periods;
        this.ranks = ranks;
        this.hours = hours;
        counts = new long[periods.Length * MeasureCount];
    }

    /// <summary>What was counted of each cell; contacts that are repeated are not told yet.</summary>
    public ReadOnlySpan<long> CountsOf(int cell) => counts.AsSpan(cell * MeasureCount, MeasureCount);

    /// <summary>Counts every ticket, and leaves each measure with the first of its events that tells it.</summary>
    public void Count()
    {
        List<int> chain = [];
        foreach (TicketBlock block in blocks)
        {
            Comparison<int> order = (left, right) => Compare(in block[left], in block[right]);
            Chain(block);
            for (int last = 0; last < block.End; last++)
            {
                if (block[last].Contacts == 0 || after[last] >= 0)
                {
                    continue;
                }

                chain.Clear();
                for (int row = last; row >= 0; row = before[row])
                {
                    chain.Add(row);
                }

                chain.Sort(order);
                CountTicket(block, chain);
            }
        }
    }

    /// <summary>Puts the values of each measure in place.</summary>
    /// <param name="values">The values of all measures that have any.</param>
    public void Place(IReadOnlyList<ContactValues> values)
    {
        foreach (ContactRow[] piece in blocks.SelectMany(block => block.Pieces))
        {
            foreach (ContactValues measure in values)
            {
                measure.Place(this, piece);
            }
        }
    }

    /// <summary>Links the rows of each ticket.</summary>
    private void Chain(TicketBlock block)
    {
        int size = (int)BitOperations.RoundUpToPowerOf2((uint)block.End * 2);
        if (lasts.Length < size)
        {
            lasts = new int[size];
            before = new int[size];
            after = new int[size];
        }

        lasts.AsSpan(0, size).Fill(None);
        after.AsSpan(0, block.End).Fill(None);
        for (int number = 0; number < block.End; number++)
        {
            ref readonly ContactRow row = ref block[number];
            if (row.Contacts > 0)
            {
                int slot = (int)(row.Hash & (uint)(size - 1));
                while (lasts[slot] >= 0 && !block.AreOfOneTicket(in block[lasts[slot]], in row))
                {
                    slot = (slot + 1) & (size - 1);
                }

                before[number] = lasts[slot];
                lasts[slot] = number;
                if (before[number] >= 0)
                {
                    after[before[number]] = number;
                }
            }
        }
    }

    private void CountTicket(TicketBlock block, List<int> chain)
    {
        ref ContactRow first = ref block[chain[0]];
        int period = periods[first.Cell];
        bool isAlone = true;
        for (int i = 1; i < chain.Count; i++)
        {
            isAlone &= periods[block[chain[i]].Cell] != period;
        }

        CountFirst(in first, isAlone);
        long begin = hours.WorkedUntil(first.Opened);
        CountSpans(block, chain, begin);
        bool isAnswered = false;
        bool isResolved = false;
        bool isScored = false;
        foreach (int number in chain)
        {
            ref ContactRow row = ref block[number];
            row.Response = Once(row.Response, ref isAnswered);
            row.Resolution = Once(row.Resolution, ref isResolved);
            row.Score = Once(row.Score, ref isScored);
            CountRow(ref row, begin);
        }
    }

    /// <summary>Counts reopenings, and leaves the full resolution of a period with the event that resolved last.
    /// </summary>
    private void CountSpans(TicketBlock block, List<int> chain, long begin)
    {
        long openBefore = 0;
        long from = begin;
        long until = ContactRow.None;
        int resolving = None;
        for (int i = 0; i < chain.Count; i++)
        {
            ref ContactRow row = ref block[chain[i]];
            if (until != ContactRow.None && row.Opened >= until)
            {
                openBefore += hours.WorkedUntil(until) - from;
                from = hours.WorkedUntil(row.Opened);
                until = ContactRow.None;
                resolving = None;
                Count(in row, ContactMeasure.Reopened, 1);
            }

            if (row.Resolution > until)
            {
                until = row.Resolution;
                resolving = chain[i];
            }

            row.Opened = ContactRow.None;
            row.FullResolution = ContactRow.None;
            int period = periods[row.Cell];
            bool isLastOfPeriod = i + 1 == chain.Count || periods[block[chain[i + 1]].Cell] != period;
            if (isLastOfPeriod && resolving != None && periods[block[resolving].Cell] == period)
            {
                ref ContactRow last = ref block[resolving];
                long worked = hours.WorkedUntil(until);
                last.FullResolution = worked - begin;
                last.Opened = openBefore + worked - from;
                Count(in last, ContactMeasure.FullyResolved, 1);
            }
        }
    }

    private static long Once(long value, ref bool isTold)
    {
        long kept = isTold ? ContactRow.None : value;
        isTold |= value != ContactRow.None;
        return kept;
    }

    private void CountFirst(in ContactRow first, bool isAlone)
    {
        bool isResolvedAtOnce = isAlone && first.Contacts == 1 && first.Resolution != ContactRow.None;
        Count(in first, ContactMeasure.Tickets, 1);
        Count(in first, ContactMeasure.ResolvedAtFirstContact, isResolvedAtOnce ? 1 : 0);
    }

    /// <summary>Counts what a row tells, and turns its times into working time.</summary>
    /// <param name="row">The row.</param>
    /// <param name="begin">The work done until the opening of the ticket.</param>
    private void CountRow(ref ContactRow row, long begin)
    {
        Count(in row, ContactMeasure.Contacts, row.Contacts);
        if (row.Response != ContactRow.None)
        {
            row.Response = hours.WorkedUntil(row.Response) - begin;
            Count(in row, ContactMeasure.Answered, 1);
        }

        if (row.Resolution != ContactRow.None)
        {
            row.Resolution = hours.WorkedUntil(row.Resolution) - begin;
            Count(in row, ContactMeasure.Resolved, 1);
        }

        Count(in row, ContactMeasure.Scored, row.Score == ContactRow.None ? 0 : 1);
    }

    private void Count(in ContactRow row, ContactMeasure measure, long more) =>
        counts[(row.Cell * MeasureCount) + (int)measure] += more;

    private int Compare(in ContactRow left, in ContactRow right) =>
        (left.Opened, ranks[left.Cell], left.Response, left.Resolution, left.Score, left.Contacts).CompareTo(
            (right.Opened, ranks[right.Cell], right.Response, right.Resolution, right.Score, right.Contacts));
}
