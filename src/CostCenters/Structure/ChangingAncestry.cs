using NodaTime;

namespace CostCenters.Structure;

/// <summary>Walks up chains of parents that change from day to day.</summary>
/// <remarks>
/// Changes are looked at in blocks. Within a block most parents stay, so the chains are shortened to the few centers
/// that change in it: no walk is longer than their number, however deep the tree is.
/// </remarks>
/// <param name="parents">The number of the parent of each in the beginning, negative for none; it is changed.</param>
internal sealed class ChangingAncestry(int[] parents)
{
    private readonly int[] nextChanging = new int[parents.Length];
    private readonly int[] way = new int[parents.Length];

    /// <summary>Finds the changes by which somebody becomes his own ancestor.</summary>
    /// <param name="changes">Who gets which parent on which day, in order of days.</param>
    /// <param name="cancellation">Asked before each block.</param>
    /// <returns>The indexes of those changes with their days.</returns>
    public IEnumerable<(int Change, LocalDate Day)> FindOwnAncestors(
        (int Child, int Parent, LocalDate Day)[] changes, CancellationToken cancellation)
    {
        int usual = 1;
        while ((long)usual * usual < changes.Length)
        {
            usual++;
        }

        for (int start = 0; start < changes.Length;)
        {
            cancellation.ThrowIfCancellationRequested();
            int end = EndOfDay(changes, Math.Min(start + usual, changes.Length) - 1);
            int changing = Shorten(changes.AsSpan(start..end));
            for (int day = start; day < end;)
            {
                int endOfDay = EndOfDay(changes, day);
                foreach ((int child, int parent, _) in changes.AsSpan(day..endOfDay))
                {
                    parents[child] = parent;
                }

                for (; day < endOfDay; day++)
                {
                    if (IsOwnAncestor(changes[day].Child, changing))
                    {
                        yield return (day, changes[day].Day);
                    }
                }
            }

            start = end;
        }
    }

    private static int EndOfDay((int Child, int Parent, LocalDate Day)[] changes, int change)
    {
        int end = change + 1;
        while (end < changes.Length && changes[end].Day == changes[change].Day)
        {
            end++;
        }

        return end;
    }

    /// <summary>Finds for each the first that changes in the block, itself or above it.</summary>
    /// <returns>How many change.</returns>
    private int Shorten(ReadOnlySpan<(int Child, int Parent, LocalDate Day)> block)
    {
        const int unknown = -2;
        const int none = -1;
        Array.Fill(nextChanging, unknown);
        int changing = 0;
        foreach ((int child, _, _) in block)
        {
            changing += nextChanging[child] == child ? 0 : 1;
            nextChanging[child] = child;
        }

        for (int start = 0; start < parents.Length; start++)
        {
            int current = start;
            int passed = 0;
            for (; current >= 0 && nextChanging[current] == unknown; current = parents[current])
            {
                // Whoever comes back to its own way goes in a circle in which nobody changes.
                nextChanging[current] = none;
                way[passed++] = current;
            }

            int found = current < 0 ? none : nextChanging[current];
            foreach (int center in way.AsSpan(0, passed))
            {
                nextChanging[center] = found;
            }
        }

        return changing;
    }

    private bool IsOwnAncestor(int child, int changing)
    {
        int current = child;
        for (int step = 0; step < changing; step++)
        {
            int parent = parents[current];
            current = parent < 0 ? parent : nextChanging[parent];
            if (current == child || current < 0)
            {
                return current == child;
            }
        }

        return false;
    }
}
