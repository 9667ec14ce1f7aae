namespace CostCenters.Variances.Standard.Overhead;

/// <summary>Whether the volume variance of fixed overhead is analyzed further.</summary>
public enum FixedVolumeSplit
{
    /// <summary>One figure (United States); the hours worked are not needed.</summary>
    None,

    /// <summary>
    /// Capacity (hours worked against hours budgeted) and efficiency (standard hours against hours worked), as in
    /// Britain (PQ Magazine, OpenTuition). More hours than budgeted are favorable to capacity.
    /// </summary>
    CapacityAndEfficiency,
}
