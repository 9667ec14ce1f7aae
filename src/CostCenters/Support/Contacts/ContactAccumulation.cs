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
        var responses = new ContactValues(ContactMeasure.Answered, shares, periods.Length);
        var resolutions = new ContactValues(ContactMeasure.Resolved, shares, periods.Length);
        var scores = new ContactValues(ContactMeasure.Scored, shares, periods.Length);
        Parallel.ForEach(shares, options, share => share.Place(responses, resolutions, scores));
        var totals = new ContactTotals[periods.Length];
        Parallel.For(0, totals.Length, options, cell =>
            totals[cell] = new ContactTotals(
                CountsOf(cell, shares),
                responses.Distribute(cell),
                resolutions.Distribute(cell),
                scores.Distribute(cell)));
        return totals;

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
