using System.Collections.Immutable;
using CostCenters.Calendars;
using CostCenters.Cubes;
using CostCenters.Explanations;
using CostCenters.Structure;

namespace CostCenters.Reports;

/// <summary>Looks for what does not fit between budget and postings, so that no miss is silent.</summary>
public static class FindingSearch
{
    /// <summary>
    /// All findings of a comparison, by center in preorder of the tree, then by element code (ordinal), then by kind.
    /// </summary>
    /// <param name="comparison">What is compared.</param>
    /// <param name="tree">The tree of the report; it gives the order alone, findings are about own amounts.</param>
    /// <param name="closed">The periods that are closed, by center.</param>
    /// <param name="threads">The most threads at work, 1 or more; the findings are the same for any number.</param>
    /// <param name="cancellation">Ends the work, of which nothing is left then.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">The tree is of other centers.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="threads"/> is below 1.</exception>
    /// <exception cref="OverflowException">A sum is beyond a decimal.</exception>
    /// <exception cref="OperationCanceledException">The token asked for it.</exception>
    public static ImmutableArray<Finding> Find(
        Comparison comparison,
        CenterTree tree,
        CenterPeriodSet closed,
        int threads = 1,
        CancellationToken cancellation = default)
    {
        IEnumerable<FoundAmount>[] parts = Divide(comparison, tree, closed, threads, cancellation);
        var found = new Finding[parts.Length][];
        Parts.Do(parts.Length, threads, part =>
            found[part] = [.. parts[part].Select(amount => amount.ToFinding(comparison.Space))]);
        return [.. found.SelectMany(own => own)];
    }

    /// <summary>
    /// The findings one by one, in the order of <see cref="Find"/>, each made when its turn comes: the way to write any
    /// number of them to a file.
    /// </summary>
    /// <param name="comparison">What is compared.</param>
    /// <param name="tree">The tree of the report; it gives the order alone, findings are about own amounts.</param>
    /// <param name="closed">The periods that are closed, by center.</param>
    /// <param name="cancellation">Ends the search.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">The tree is of other centers.</exception>
    /// <exception cref="OverflowException">A sum is beyond a decimal; thrown when its turn comes.</exception>
    /// <exception cref="OperationCanceledException">The token asked for it; thrown while enumerating.</exception>
    public static IEnumerable<Finding> Enumerate(
        Comparison comparison, CenterTree tree, CenterPeriodSet closed, CancellationToken cancellation = default)
    {
        IEnumerable<FoundAmount>[] parts = Divide(comparison, tree, closed, threads: 1, cancellation);
        return parts.SelectMany(part => part).Select(amount => amount.ToFinding(comparison.Space));
    }

    /// <summary>
    /// How many findings there are of each kind, what they add up to and the largest of them. Memory does not grow with
    /// their number.
    /// </summary>
    /// <param name="comparison">What is compared.</param>
    /// <param name="tree">The tree of the report; it gives the order alone, findings are about own amounts.</param>
    /// <param name="closed">The periods that are closed, by center.</param>
    /// <param name="largest">How many findings of each kind to name, 0 or more.</param>
    /// <param name="threads">The most threads at work, 1 or more; the summary is the same for any number.</param>
    /// <param name="cancellation">Ends the work, of which nothing is left then.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">The tree is of other centers.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="largest"/> is negative, or
    /// <paramref name="threads"/> is below 1.</exception>
    /// <exception cref="OverflowException">A sum is beyond a decimal.</exception>
    /// <exception cref="OperationCanceledException">The token asked for it.</exception>
    public static FindingSummary Summarize(
        Comparison comparison,
        CenterTree tree,
        CenterPeriodSet closed,
        int largest,
        int threads = 1,
        CancellationToken cancellation = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(largest);
        IEnumerable<FoundAmount>[] parts = Divide(comparison, tree, closed, threads, cancellation);
        FindingTally[] tallies = [.. parts.Select(_ => new FindingTally(largest))];
        Parts.Do(parts.Length, threads, part =>
        {
            foreach (FoundAmount amount in parts[part])
            {
                tallies[part].Add(amount);
            }
        });
        var whole = new FindingTally(largest);
        foreach (FindingTally tally in tallies)
        {
            whole.Add(tally);
        }

        return whole.ToSummary(comparison.Space);
    }

    /// <summary>Checks the arguments and divides the search into parts of the tree, to be gone through in any order.
    /// </summary>
    private static IEnumerable<FoundAmount>[] Divide(
        Comparison comparison,
        CenterTree tree,
        CenterPeriodSet closed,
        int threads,
        CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        ArgumentNullException.ThrowIfNull(tree);
        ArgumentNullException.ThrowIfNull(closed);
        VarianceReport.RequireTree(comparison, tree);
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        ImmutableArray<CenterTreeNode> nodes = tree.Nodes;
        int parts = Math.Min(threads, nodes.Length);
        return
        [
            .. Enumerable.Range(0, parts).Select(part =>
            {
                int first = (int)((long)nodes.Length * part / parts);
                int end = (int)((long)nodes.Length * (part + 1) / parts);
                return Search(comparison, closed, nodes[first..end], cancellation);
            }),
        ];
    }

    private static IEnumerable<FoundAmount> Search(
        Comparison comparison,
        CenterPeriodSet closed,
        ImmutableArray<CenterTreeNode> nodes,
        CancellationToken cancellation)
    {
        var search = new CenterSearch(comparison, closed);
        foreach (CenterTreeNode node in nodes)
        {
            foreach (FoundAmount amount in search.Find(node.Center, cancellation))
            {
                yield return amount;
            }
        }
    }

    /// <summary>Looks at one center after the other.</summary>
    private sealed class CenterSearch
    {
        private readonly Comparison comparison;
        private readonly CenterPeriodSet closed;
        private readonly int[] outside;
        private readonly DateRange[] postableDays;
        private readonly bool[] isReachable;
        private readonly ulong[] posted;
        private readonly ulong[] postedOutside;
        private readonly ulong[] reachable;
        private readonly ulong[] unreachable;

        public CenterSearch(Comparison comparison, CenterPeriodSet closed)
        {
            this.comparison = comparison;
            this.closed = closed;
            outside =
            [
                .. Enumerable.Range(0, comparison.Actual.BlockCount)
                    .Except(comparison.ActualOrdinals)
                    .Where(period => comparison.Actual.Block(period) is not null),
            ];
            postableDays = [.. comparison.Periods.Select(period => PostableDays(comparison.Space.Calendar, period))];
            isReachable = new bool[postableDays.Length];
            int words = (comparison.Space.ElementCount + 63) / 64;
            posted = new ulong[words];
            postedOutside = new ulong[words];
            reachable = new ulong[words];
            unreachable = new ulong[words];
        }

        public IEnumerable<FoundAmount> Find(Center center, CancellationToken cancellation)
        {
            cancellation.ThrowIfCancellationRequested();
            Mark(center);
            return HasAny() ? List(center) : [];
        }

        private bool HasAny()
        {
            ulong any = 0;
            for (int word = 0; word < posted.Length; word++)
            {
                any |= (posted[word] ^ (reachable[word] | unreachable[word])) | postedOutside[word];
            }

            return any != 0;
        }

        private IEnumerable<FoundAmount> List(Center center)
        {
            foreach (int element in comparison.Space.Elements.IndexesByCode)
            {
                bool hasPosting = IsSet(posted, element);
                bool hasReachable = IsSet(reachable, element);
                bool hasUnreachable = IsSet(unreachable, element);
                long cell = CellOf(center, element);
                if (hasPosting && !hasReachable && !hasUnreachable)
                {
                    Int128 posting = SumOf(comparison.Actual, comparison.ActualOrdinals, cell);
                    yield return new FoundAmount(FindingKind.PostingWithoutBudget, center, element, posting);
                }

                if (hasReachable && !hasPosting)
                {
                    Int128 budget = SumOf(comparison.Budget, comparison.BudgetOrdinals, cell);
                    yield return new FoundAmount(FindingKind.BudgetWithoutPosting, center, element, budget);
                }

                if (hasUnreachable && !hasPosting)
                {
                    var unreached = comparison.BudgetOrdinals.Where((_, index) => !isReachable[index]);
                    Int128 budget = SumOf(comparison.Budget, unreached, cell);
                    yield return new FoundAmount(FindingKind.UnreachableBudget, center, element, budget);
                }

                if (IsSet(postedOutside, element))
                {
                    Int128 posting = SumOf(comparison.Actual, outside, cell);
                    yield return new FoundAmount(FindingKind.PostingOutsideRange, center, element, posting);
                }
            }
        }

        /// <summary>Marks which elements of a center have what.</summary>
        private void Mark(Center center)
        {
            Array.Clear(posted);
            Array.Clear(postedOutside);
            Array.Clear(reachable);
            Array.Clear(unreachable);
            for (int index = 0; index < postableDays.Length; index++)
            {
                isReachable[index] = !closed.Contains(center.Code, comparison.Periods[index])
                    && center.TakesPostingsBetween(postableDays[index].First, postableDays[index].Last);
                Mark(comparison.Budget, comparison.BudgetOrdinals[index], isReachable[index] ? reachable : unreachable);
                Mark(comparison.Actual, comparison.ActualOrdinals[index], posted);
            }

            foreach (int period in outside)
            {
                Mark(comparison.Actual, period, postedOutside);
            }

            void Mark(Cube cube, int period, ulong[] marks) =>
                cube.Block(period)?.Amounts.MarkRow(CellOf(center, 0), comparison.Space.ElementCount, marks);
        }

        private long CellOf(Center center, int element) =>
            ((long)center.Index * comparison.Space.ElementCount) + element;

        private static bool IsSet(ulong[] marks, int element) => (marks[element >> 6] & (1UL << (element & 63))) != 0;

        private static Int128 SumOf(Cube cube, IEnumerable<int> periods, long cell)
        {
            Int128 sum = 0;
            foreach (int period in periods)
            {
                if (cube.Block(period)?.Amounts.TryGet(cell, out long amount) == true)
                {
                    sum += amount;
                }
            }

            return sum;
        }
    }

    /// <summary>A posting to an adjustment period may bear any day of the year.</summary>
    private static DateRange PostableDays(FiscalCalendar calendar, FiscalPeriod period)
    {
        if (!calendar.IsAdjustment(period))
        {
            return calendar.DatesOf(period);
        }

        FiscalYear year = calendar.GetYear(period.Year);
        return new DateRange(year.First, year.Last);
    }
}
