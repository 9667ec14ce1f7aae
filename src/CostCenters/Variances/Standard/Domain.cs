using System.Runtime.CompilerServices;
using CostCenters.Monetary;

namespace CostCenters.Variances.Standard;

/// <summary>Refusals that several analyses share.</summary>
internal static class Domain
{
    public static void RequireNotNegative(Fraction value, string name)
    {
        if (value.Sign < 0)
        {
            throw new ArgumentOutOfRangeException(name, value, "A number that is not negative was expected.");
        }
    }

    public static void RequireDefined<T>(T value, string name)
        where T : struct, Enum => _ = InputRange.Defined(value, name);

    /// <summary>Items with a name each, at least one, and no name twice.</summary>
    public static T[] RequireItems<T>(
        IEnumerable<T> items, Func<T, string> nameOf, [CallerArgumentExpression(nameof(items))] string? name = null)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(items, name);
        T[] all = [.. items];
        return all.Length == 0 || all.Contains(null)
            || all.DistinctBy(nameOf, StringComparer.Ordinal).Count() < all.Length
            ? throw new ArgumentException("At least one item was expected, none null and no name twice.", name)
            : all;
    }
}
