namespace CostCenters.KeyFigures.Contacts;

/// <summary>Counts rows into the totals of their cells.</summary>
internal sealed class ContactAccumulation
{
    private readonly Column<ContactFigures.Row> rows;
    private readonly int[] periods;
    private readonly int[] ranks;
    private readonly long[][] counts;
    private readonly List<int> chain = [];

    private delegate long ValueOf(in ContactFigures.Row row);

    /// <summary>Prepares the totals.</summary>
    /// <param name="rows">The events; their times are overwritten.</param>
    /// <param name="periods">The period of each cell.</param>
    /// <param name="ranks">The place of each cell in the order of cells.</param>
    public ContactAccumulation(Column<ContactFigures.Row> rows, int[] periods, int[] ranks)
    {
        this.rows = rows;
        this.periods = periods;
        this.ranks = ranks;
        counts = [.. periods.Select(_ => new long[Enum.GetValues<ContactMeasure>().Length])];
    }

    public ContactTotals[] Accumulate(WorkingHours hours)
    {
        for (int row = 0; row < rows.Count; row++)
        {
            ref ContactFigures.Row first = ref rows[row];
            counts[first.Cell][(int)ContactMeasure.Contacts] += first.Contacts;
            if (first.IsFirst)
            {
                CountTicket(row, hours);
            }
        }

        foreach (long[] cell in counts)
        {
            cell[(int)ContactMeasure.RepeatedContacts] =
                cell[(int)ContactMeasure.Contacts] - cell[(int)ContactMeasure.Tickets];
        }

        // The three read the same rows and write apart, so threads cannot change what comes out.
        Distribution[] responses = [];
        Distribution[] resolutions = [];
        Distribution[] scores = [];
        Parallel.Invoke(
            () => responses = Distribute((in row) => row.Response, ContactMeasure.Answered),
            () => resolutions = Distribute((in row) => row.Resolution, ContactMeasure.Resolved),
            () => scores = Distribute((in row) => row.Score, ContactMeasure.Scored));
        return [.. counts.Select((cell, number) =>
            new ContactTotals(cell, responses[number], resolutions[number], scores[number]))];
    }

    /// <summary>Leaves each measure with the first event of the ticket that tells it.</summary>
    private void CountTicket(int row, WorkingHours hours)
    {
        ref ContactFigures.Row first = ref rows[row];
        if (first.Next < 0)
        {
            CountFirst(ref first, isAlone: true);
            Turn(ref first, first.Opened, hours);
            return;
        }

        chain.Clear();
        for (int next = row; next >= 0; next = rows[next].Next)
        {
            chain.Add(next);
        }

        chain.Sort(CompareRows);
        first = ref rows[chain[0]];
        int period = periods[first.Cell];
        CountFirst(ref first, chain.TrueForAll(other => other == chain[0] || periods[rows[other].Cell] != period));
        bool isAnswered = false;
        bool isResolved = false;
        bool isScored = false;
        foreach (int number in chain)
        {
            ref ContactFigures.Row next = ref rows[number];
            next.Response = Once(next.Response, ref isAnswered);
            next.Resolution = Once(next.Resolution, ref isResolved);
            next.Score = Once(next.Score, ref isScored);
            Turn(ref next, first.Opened, hours);
        }
    }

    private static long Once(long value, ref bool isTold)
    {
        long kept = isTold ? ContactFigures.Row.None : value;
        isTold |= value != ContactFigures.Row.None;
        return kept;
    }

    private void CountFirst(ref ContactFigures.Row first, bool isAlone)
    {
        long[] cell = counts[first.Cell];
        cell[(int)ContactMeasure.Tickets]++;
        bool isResolvedAtOnce = isAlone && first.Contacts == 1 && first.Resolution != ContactFigures.Row.None;
        cell[(int)ContactMeasure.ResolvedAtFirstContact] += isResolvedAtOnce ? 1 : 0;
    }

    private static void Turn(ref ContactFigures.Row row, long opened, WorkingHours hours)
    {
        if (row.Response != ContactFigures.Row.None)
        {
            row.Response = hours.Between(opened, row.Response);
        }

        if (row.Resolution != ContactFigures.Row.None)
        {
            row.Resolution = hours.Between(opened, row.Resolution);
        }
    }

    private int CompareRows(int left, int right)
    {
        ref ContactFigures.Row a = ref rows[left];
        ref ContactFigures.Row b = ref rows[right];
        return (a.Opened, ranks[a.Cell], a.Response, a.Resolution, a.Score, a.Contacts).CompareTo(
            (b.Opened, ranks[b.Cell], b.Response, b.Resolution, b.Score, b.Contacts));
    }

    /// <summary>The distribution of a value in each cell: values are sorted by cell first, then within it.</summary>
    private Distribution[] Distribute(ValueOf valueOf, ContactMeasure measure)
    {
        int[] ends = new int[counts.Length + 1];
        for (int row = 0; row < rows.Count; row++)
        {
            ref ContactFigures.Row next = ref rows[row];
            ends[next.Cell + 1] += valueOf(in next) == ContactFigures.Row.None ? 0 : 1;
        }

        for (int cell = 0; cell < counts.Length; cell++)
        {
            counts[cell][(int)measure] = ends[cell + 1];
            ends[cell + 1] += ends[cell];
        }

        long[] values = new long[ends[^1]];
        int[] places = ends[..^1];
        for (int row = 0; row < rows.Count; row++)
        {
            ref ContactFigures.Row next = ref rows[row];
            long value = valueOf(in next);
            if (value != ContactFigures.Row.None)
            {
                values[places[next.Cell]++] = value;
            }
        }

        var distributions = new Distribution[counts.Length];
        for (int cell = 0; cell < counts.Length; cell++)
        {
            Span<long> own = values.AsSpan(ends[cell]..ends[cell + 1]);
            own.Sort();
            distributions[cell] = Distribution.OfSorted(own);
        }

        return distributions;
    }
}
