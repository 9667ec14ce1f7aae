namespace CostCenters.Monetary;

/// <summary>Which dated rate holds on a day.</summary>
public enum RateDating
{
    /// <summary>The rate of the day itself; a day without one has none.</summary>
    SameDay,

    /// <summary>The latest rate of the day or before: a rate holds until the next one.</summary>
    LatestUpToDay,
}
