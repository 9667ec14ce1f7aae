namespace CostCenters.Profitability.Segments;

/// <summary>What a segment statement could not tell.</summary>
public enum SegmentFindingKind
{
    /// <summary>A fixed cost for which no rule says who decides on it; it counts as traceable, not controllable.
    /// </summary>
    NoResponsibility,

    /// <summary>An element without a behavior, or a mixed one without a variable share; it counts as fixed.</summary>
    NoBehavior,
}
