namespace CostCenters.Profitability.Segments;

/// <summary>The lines of a segment's statement, from revenue down.</summary>
public enum SegmentLine
{
    /// <summary>What the segment earns outside.</summary>
    Revenue,

    /// <summary>Cost that moves with what is sold.</summary>
    VariableCost,

    /// <summary>Fixed cost that the head of the segment decides on.</summary>
    ControllableFixedCost,

    /// <summary>Fixed cost that the segment causes, and that others decide on.</summary>
    TraceableFixedCost,

    /// <summary>What other centers charge: secondary elements.</summary>
    AllocatedCost,
}
