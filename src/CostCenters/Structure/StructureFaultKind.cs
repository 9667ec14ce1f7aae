namespace CostCenters.Structure;

/// <summary>What is wrong with a row of master data.</summary>
public enum StructureFaultKind
{
    /// <summary>The code stands twice where it may stand once.</summary>
    DuplicateCode,

    /// <summary>Two validities of one center share a day.</summary>
    OverlappingValidity,

    /// <summary>The parent is no known code.</summary>
    UnknownParent,

    /// <summary>On some day the center would be its own ancestor.</summary>
    Cycle,
}
