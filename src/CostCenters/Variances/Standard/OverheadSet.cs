namespace CostCenters.Variances.Standard;

/// <summary>Into which variances the total of overhead is analyzed.</summary>
/// <remarks>
/// Every set has the same total, actual - absorbed overhead. Authors give the same name to different sets, hence the
/// names here.
/// </remarks>
public enum OverheadSet
{
    /// <summary>
    /// Controllable (actual - budget at standard hours) and volume. The controllable variance is that of
    /// Accountingverse
    /// and most American texts; OpenStax calls the variable efficiency variance controllable.
    /// </summary>
    Two,

    /// <summary>Spending, variable efficiency and volume (Accountingverse).</summary>
    ThreeWithVariableEfficiency,

    /// <summary>Spending, idle capacity and efficiency at the total rate (oocities, accountinglectures).</summary>
    ThreeWithIdleCapacity,

    /// <summary>Variable spending, fixed spending, variable efficiency and volume (most American texts).</summary>
    FourWithFixedSpending,

    /// <summary>Spending, idle capacity, variable efficiency and fixed efficiency (accountinglectures).</summary>
    FourWithIdleCapacity,
}
