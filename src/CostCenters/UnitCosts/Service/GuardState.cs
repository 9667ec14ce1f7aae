namespace CostCenters.UnitCosts.Service;

/// <summary>What became of a guarded measure of service.</summary>
public enum GuardState
{
    /// <summary>It stayed within its tolerance and bound.</summary>
    Held,

    /// <summary>It got worse by more than its tolerance, or worse and beyond its bound.</summary>
    Breached,

    /// <summary>It got better by more than its tolerance.</summary>
    Improved,

    /// <summary>There are no figures to judge by.</summary>
    Unknown,
}
