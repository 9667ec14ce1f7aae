namespace CostCenters.Structure;

/// <summary>Walks up chains of parents.</summary>
internal static class Ancestry
{
    /// <summary>Finds those whose chain of parents leads back to themselves, each looked at once.</summary>
    /// <param name="parents">The number of the parent of each, or a negative number for none.</param>
    /// <returns>For each whether it is its own ancestor.</returns>
    public static bool[] FindOwnAncestors(ReadOnlySpan<int> parents)
    {
        bool[] isOwnAncestor = new bool[parents.Length];
        int[] walkOf = new int[parents.Length];
        for (int start = 0; start < parents.Length; start++)
        {
            int walk = start + 1;
            int current = start;
            for (; current >= 0 && walkOf[current] == 0; current = parents[current])
            {
                walkOf[current] = walk;
            }

            // Whoever meets the way that it came has found a circle.
            bool isCircle = current >= 0 && walkOf[current] == walk;
            for (; isCircle && !isOwnAncestor[current]; current = parents[current])
            {
                isOwnAncestor[current] = true;
            }
        }

        return isOwnAncestor;
    }
}
