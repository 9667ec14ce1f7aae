namespace CostCenters.Allocations;

/// <summary>What an allocation did that its reader should know.</summary>
public enum AllocationFindingKind
{
    /// <summary>A driver is negative and was treated as the rules say.</summary>
    NegativeDriver,

    /// <summary>A driver has no value and was treated as the rules say.</summary>
    MissingDriver,

    /// <summary>All drivers of a sender are 0 and were treated as the rules say.</summary>
    ZeroDrivers,

    /// <summary>A sender did not send all of its pool; below 0, it sent more than it had.</summary>
    UndistributedRest,
}
