namespace CostCenters.Allocations;

/// <summary>The way from a node of a forest up to its root.</summary>
/// <param name="Root">The root.</param>
/// <param name="Least">The least fraction that flows upwards on it; the unit when the node is the root.</param>
/// <param name="Greatest">The greatest one; 0 when the node is the root.</param>
/// <param name="Excess">The sum of <see cref="ExcessOf"/> of its fractions.</param>
internal readonly record struct ForestWay(int Root, long Least, long Greatest, long Excess)
{
    /// <summary>By how much a fraction exceeds a half; without its last bits, so that many can be added up.</summary>
    public static long ExcessOf(long fraction) => (fraction - (FlowCharges.One / 2)) >> 16;
}
