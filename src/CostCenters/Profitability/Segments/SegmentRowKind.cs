namespace CostCenters.Profitability.Segments;

/// <summary>What a row of a segment statement is.</summary>
public enum SegmentRowKind
{
    /// <summary>The whole company: its segments and what is common to them.</summary>
    Company,

    /// <summary>A segment: its parts and what is common to them.</summary>
    Segment,

    /// <summary>What belongs to a whole and to none of its parts.</summary>
    Common,
}
