using System.Collections.Immutable;
using CostCenters.Monetary;
using CostCenters.Structure;

namespace CostCenters.Profitability.Ripples;

/// <summary>By how much less a center is charged, because centers that serve it cost less.</summary>
/// <remarks>Money of the model, by period in order, unrounded; below 0 for more. Immutable.</remarks>
public sealed class RippleRelief
{
    internal RippleRelief(CenterCode center, ImmutableArray<Fraction> direct, ImmutableArray<Fraction> total)
    {
        Center = center;
        Direct = direct;
        Total = total;
    }

    /// <summary>The center.</summary>
    public CenterCode Center { get; }

    /// <summary>What the changed centers charge it less themselves.</summary>
    public ImmutableArray<Fraction> Direct { get; }

    /// <summary>What stays less with it in the end, through all levels of service; 0 for a center that passes all on.
    /// </summary>
    public ImmutableArray<Fraction> Total { get; }
}
