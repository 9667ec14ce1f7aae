using CostCenters.Monetary;
using CostCenters.Structure;

namespace CostCenters.Profitability.Segments;

/// <summary>What a segment statement could not tell, and how much it is about.</summary>
/// <remarks>Immutable.</remarks>
public sealed record SegmentFinding
{
    internal SegmentFinding(SegmentFindingKind kind, CenterCode center, ElementCode element, Fraction amount)
    {
        Kind = kind;
        Center = center;
        Element = element;
        Amount = amount;
    }

    /// <summary>What is missing.</summary>
    public SegmentFindingKind Kind { get; }

    /// <summary>The center.</summary>
    public CenterCode Center { get; }

    /// <summary>The element.</summary>
    public ElementCode Element { get; }

    /// <summary>The cost that it is about.</summary>
    public Fraction Amount { get; }
}
