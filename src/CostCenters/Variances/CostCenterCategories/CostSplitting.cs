namespace CostCenters.Variances.CostCenterCategories;

/// <summary>In which proportion a cost of the whole center is split over its activity types.</summary>
public enum CostSplitting
{
    /// <summary>By the target costs of the activity types.</summary>
    TargetCost,

    /// <summary>By actual activity x equivalence number.</summary>
    EquivalenceNumber,
}
