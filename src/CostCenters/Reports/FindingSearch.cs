using System.Collections.Immutable;
using CostCenters.Cubes;
using CostCenters.Structure;

namespace CostCenters.Reports;

/// <summary>Looks for what does not fit between budget and postings, so that no miss is silent.</summary>
/// <remarks>Where actuals are compared with an earlier range of the same cube, postings of that range are what is
/// compared with, and not outside the range.</remarks>
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
        CancellationToken cancellation = default) =>
        Read(comparison, Divide(comparison, tree, closed, null, threads, cancellation), threads);

    /// <summary>
    /// All findings of a comparison by group of elements: a budget of a group holds for postings on all elements of it.
    /// </summary>
    /// <remarks>By center in preorder of the tree, then by group in preorder, cost before revenue, then by kind. A
    /// group that holds both natures is looked at for each of them.</remarks>
    /// <param name="comparison">What is compared.</param>
    /// <param name="tree">The tree of the report; it gives the order alone, findings are about own amounts.</param>
    /// <param name="closed">The periods that are closed, by center.</param>
    /// <param name="depth">How deep the groups stand that are not told apart any further: 0 for the outermost. An
    /// element that stands no deeper is looked at by itself.</param>
    /// <param name="threads">The most threads at work, 1 or more; the findings are the same for any number.</param>
    /// <param name="cancellation">Ends the work, of which nothing is left then.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">The tree is of other centers.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="depth"/> is negative, or
    /// <paramref name="threads"/> is below 1.</exception>
    /// <exception cref="OverflowException">A sum is beyond a decimal.</exception>
    /// <exception cref="OperationCanceledException">The token asked for it.</exception>
    public static ImmutableArray<Finding> FindByGroup(
        Comparison comparison,
        CenterTree tree,
        CenterPeriodSet closed,
        int depth,
        int threads = 1,
        CancellationToken cancellation = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(depth);
        return Read(comparison, Divide(comparison, tree, closed, depth, threads, cancellation), threads);
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
        IEnumerable<FoundAmount>[] parts = Divide(comparison, tree, closed, null, threads: 1, cancellation);
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
        IEnumerable<FoundAmount>[] parts = Divide(comparison, tree, closed, null, threads, cancellation);
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

    private static ImmutableArray<Finding> Read(
        Comparison comparison, IEnumerable<FoundAmount>[] parts, int threads)
    {
        var found = new Finding[parts.Length][];
        Parts.Do(parts.Length, threads, part =>
            found[part] = [.. parts[part].Select(amount => amount.ToFinding(comparison.Space))]);
        return [.. found.SelectMany(own => own)];
    }

    /// <summary>Checks the arguments and divides the search into parts of the tree, to be gone through in any order.
    /// </summary>
    private static IEnumerable<FoundAmount>[] Divide(
        Comparison comparison,
        CenterTree tree,
        CenterPeriodSet closed,
        int? groupDepth,
        int threads,
        CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        ArgumentNullException.ThrowIfNull(tree);
        ArgumentNullException.ThrowIfNull(closed);
        VarianceReport.RequireTree(comparison, tree);
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        ElementChart elements = comparison.Space.Elements;
        var groups = groupDepth is int depth ? FindingGroups.At(elements, depth) : FindingGroups.None(elements);
        ImmutableArray<CenterTreeNode> nodes = tree.Nodes;
        int parts = Math.Min(threads, nodes.Length);
        return
        [
            .. Enumerable.Range(0, parts).Select(part =>
            {
                int first = (int)((long)nodes.Length * part / parts);
                int end = (int)((long)nodes.Length * (part + 1) / parts);
                return Search(comparison, closed, groups, nodes[first..end], cancellation);
            }),
        ];
    }

    private static IEnumerable<FoundAmount> Search(
        Comparison comparison,
        CenterPeriodSet closed,
        FindingGroups groups,
        ImmutableArray<CenterTreeNode> nodes,
        CancellationToken cancellation)
    {
        // One for each reader: it keeps what it marked.
        var search = new CenterFindings(comparison, closed, groups);
        foreach (CenterTreeNode node in nodes)
        {
            foreach (FoundAmount amount in search.Find(node.Center, cancellation))
            {
                yield return amount;
            }
        }
    }
}
