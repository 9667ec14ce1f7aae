using System.Runtime.CompilerServices;

namespace CostCenters.Cubes.Columns;

/// <summary>Addition modulo 2^64 that tells when it wrapped.</summary>
/// <remarks>
/// A sum whose wraps cancel out is exact, so whether a cell overflows does not depend on the order of its amounts.
/// </remarks>
internal static class Wrapping
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Add(ref long sum, long amount)
    {
        long before = sum;
        long after = unchecked(before + amount);
        sum = after;
        return ((before ^ after) & (amount ^ after)) >= 0 ? 0 : amount > 0 ? 1 : -1;
    }
}
