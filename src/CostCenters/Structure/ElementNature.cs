namespace CostCenters.Structure;

/// <summary>Whether an element is a cost or a revenue; it decides what is favorable.</summary>
public enum ElementNature
{
    /// <summary>A cost: positive when incurred; more than budgeted is unfavorable.</summary>
    Cost,

    /// <summary>A revenue: positive when earned; more than budgeted is favorable.</summary>
    Revenue,
}
