namespace CostCenters.Structure;

/// <summary>What the head of a responsibility center answers for.</summary>
/// <remarks>Source: Anthony and Govindarajan, Management Control Systems, responsibility centers.</remarks>
public enum CenterKind
{
    /// <summary>A cost center: answers for the costs it incurs.</summary>
    Cost,

    /// <summary>A revenue center: answers for the revenue it earns.</summary>
    Revenue,

    /// <summary>A profit center: answers for revenue and cost.</summary>
    Profit,

    /// <summary>An investment center: answers for profit and for the capital it ties up.</summary>
    Investment,
}
