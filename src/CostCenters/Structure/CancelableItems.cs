namespace CostCenters.Structure;

/// <summary>Lets whoever goes through items be cancelled.</summary>
internal static class CancelableItems
{
    /// <summary>The items, with a look at the token before the first and after each, if it can be cancelled at all.
    /// </summary>
    /// <exception cref="OperationCanceledException">The token asked for it; thrown while enumerating.</exception>
    public static IEnumerable<T> WithCancellation<T>(this IEnumerable<T> items, CancellationToken cancellation) =>
        cancellation.CanBeCanceled ? Watched(items, cancellation) : items;

    /// <summary>Sorts items, with a look at the token at each comparison.</summary>
    /// <exception cref="OperationCanceledException">The token asked for it; the items stand in some order
    /// then.</exception>
    public static void Sort<T>(T[] items, Comparison<T> compare, CancellationToken cancellation)
    {
        try
        {
            Array.Sort(items, (left, right) =>
            {
                cancellation.ThrowIfCancellationRequested();
                return compare(left, right);
            });
        }
        catch (InvalidOperationException error) when (error.InnerException is OperationCanceledException)
        {
            throw new OperationCanceledException(cancellation);
        }
    }

    private static IEnumerable<T> Watched<T>(IEnumerable<T> items, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        foreach (T item in items)
        {
            yield return item;
            cancellation.ThrowIfCancellationRequested();
        }
    }
}
