namespace CostCenters.Variances.Standard.Overhead;

/// <summary>Into which variances the total of overhead is analyzed.</summary>
/// <remarks>
/// Every set has the same total, actual - absorbed overhead. Authors give the same name to different sets, hence the
/// names here.
/// </remarks>
public enum OverheadSet
{
    /// <summary>
    /// Controllable (actual - budget at standard hours) and volume. Accountingverse, oocities and the CIA review
    /// mean this variance by controllable; OpenStax means the variable efficiency variance.
    /// </summary>
    Two,

    /// <summary>Spending, variable efficiency and volume (Accountingverse).</summary>
    ThreeWithVariableEfficiency,

    /// <summary>Spending, idle capacity and efficiency at the total rate (oocities, accountinglectures).</summary>
    ThreeWithIdleCapacity,

    /// <summary>Variable spending, fixed spending, variable efficiency and volume (course notes on the four-variance
    /// method).</summary>
    FourWithFixedSpending,

    /// <summary>Spending, idle capacity, variable efficiency and fixed efficiency (accountinglectures).</summary>
    FourWithIdleCapacity,
}
