namespace CostCenters.Support.Contacts;

/// <summary>Counts rows into the totals of their cells. What comes out is the same for any number of threads: a ticket
/// is counted by one of them, counts add up and values are sorted.</summary>
internal sealed class ContactAccumulation(
    int[] periods, int[] ranks, WorkingHours hours, int? threads, CancellationToken cancellation)
{
    // Each share takes memory for its counts, so there are not as many as there could be threads.
    private const int UsualShares = 8;

    private readonly ParallelOptions options = new()
    {
        MaxDegreeOfParallelism = threads ?? -1,
        CancellationToken = cancellation,
    };

    /// <summary>The totals of each cell.</summary>
    /// <param name="rows">The events; their times are overwritten.</param>
    /// <exception cref="OperationCanceledException">The token asked for it.</exception>
    public ContactTotals[] Accumulate(ContactRows rows)
    {
        var shares = new ContactShare[Math.Min(threads ?? UsualShares, rows.Blocks.Length)];
        Parallel.For(0, shares.Length, options, number =>
        {
            int from = BlockOf(number);
            shares[number] = new ContactShare(
                new ArraySegment<TicketBlock>(rows.Blocks, from, BlockOf(number + 1) - from), periods, ranks, hours);
            shares[number].Count();
        });
        ContactValues responses = Values(ContactMeasure.Answered, (in row) => row.Response);
        ContactValues resolutions = Values(ContactMeasure.Resolved, (in row) => row.Resolution);
        ContactValues fullResolutions = Values(ContactMeasure.FullyResolved, (in row) => row.FullResolution);
        ContactValues openTimes = Values(ContactMeasure.FullyResolved, (in row) => row.Opened);
        ContactValues scores = Values(ContactMeasure.Scored, (in row) => row.Score);
        ContactValues[] all = [responses, resolutions, fullResolutions, openTimes, scores];
        Parallel.ForEach(shares, options, share => share.Place(all));
        var totals = new ContactTotals[periods.Length];
        Parallel.For(0, totals.Length, options, cell =>
            totals[cell] = new ContactTotals(
                CountsOf(cell, shares),
                responses.Distribute(cell),
                resolutions.Distribute(cell),
                fullResolutions.Distribute(cell),
                openTimes.Distribute(cell),
                scores.Distribute(cell)));
        return totals;

        ContactValues Values(ContactMeasure measure, ContactValues.Reader read) =>
            new(measure, read, shares, periods.Length);

        int BlockOf(int share) => rows.Blocks.Length * share / shares.Length;
    }

    private static long[] CountsOf(int cell, ContactShare[] shares)
    {
        long[] counts = new long[ContactShare.MeasureCount];
        foreach (ContactShare share in shares)
        {
            ReadOnlySpan<long> own = share.CountsOf(cell);
            for (int measure = 0; measure < counts.Length; measure++)
            {
                counts[measure] += own[measure];
            }
        }

        counts[(int)ContactMeasure.RepeatedContacts] =
            counts[(int)ContactMeasure.Contacts] - counts[(int)ContactMeasure.Tickets];
        return counts;
    }
}
