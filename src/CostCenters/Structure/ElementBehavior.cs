namespace CostCenters.Structure;

/// <summary>How the amount of an element moves with activity.</summary>
public enum ElementBehavior
{
    /// <summary>The amount stays the same within the relevant range.</summary>
    Fixed,

    /// <summary>The amount is proportional to activity.</summary>
    Variable,

    /// <summary>A fixed and a variable part.</summary>
    Mixed,
}
