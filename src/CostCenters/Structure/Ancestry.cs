namespace CostCenters.Structure;

/// <summary>Walks up a chain of parents.</summary>
internal static class Ancestry
{
    /// <summary>Whether the chain of parents that starts at a code leads back to it.</summary>
    public static bool IsOwnAncestor<TCode>(TCode code, Func<TCode, TCode?> parentOf)
        where TCode : struct, IEquatable<TCode>
    {
        var seen = new HashSet<TCode> { code };
        for (TCode? current = parentOf(code); current is TCode ancestor; current = parentOf(ancestor))
        {
            if (ancestor.Equals(code))
            {
                return true;
            }

            if (!seen.Add(ancestor))
            {
                return false;
            }
        }

        return false;
    }
}
