namespace CostCenters.Variances.Standard;

/// <summary>Whether the volume variance of fixed overhead is analyzed further.</summary>
public enum FixedVolumeSplit
{
    /// <summary>One figure, as in American texts; the hours worked are not needed.</summary>
    None,

    /// <summary>
    /// Capacity (hours worked against hours budgeted) and efficiency (standard hours against hours worked), as in
    /// British
    /// texts. More hours than budgeted are favorable to capacity.
    /// </summary>
    CapacityAndEfficiency,
}
