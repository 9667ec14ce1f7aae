namespace CostCenters.Structure;

/// <summary>Walks up a chain of parents.</summary>
internal static class Ancestry
{
    /// <summary>Whether the chain of parents that starts at a code leads back to it.</summary>
    public static bool IsOwnAncestor<TCode>(TCode code, Func<TCode, TCode?> parentOf)
        where TCode : struct, IEquatable<TCode>
    {
        // Whoever walks in a circle of others comes by a mark that is set ever farther up.
        TCode mark = code;
        int steps = 0;
        int untilMark = 1;
        for (TCode? current = parentOf(code); current is TCode ancestor; current = parentOf(ancestor))
        {
            if (ancestor.Equals(code))
            {
                return true;
            }

            if (ancestor.Equals(mark))
            {
                return false;
            }

            if (++steps == untilMark)
            {
                (mark, steps, untilMark) = (ancestor, 0, untilMark * 2);
            }
        }

        return false;
    }
}
