namespace CostCenters.Variances.Standard.PriceAndQuantity;

/// <summary>How a revised standard splits a variance into what planning and what operations answer for.</summary>
/// <remarks>The total is the same; the parts by line are not.</remarks>
public enum PlanningApproach
{
    /// <summary>
    /// The traditional price and quantity variances are each split: planning price on the actual quantity, both
    /// quantity variances at the original price. The lines add back to the traditional ones.
    /// </summary>
    TraditionalSplit,

    /// <summary>
    /// Operations are measured at the revised standard throughout, planning is revised - original standard cost. The
    /// lines do not add back to the traditional ones, only their total does.
    /// </summary>
    RevisedStandards,
}
