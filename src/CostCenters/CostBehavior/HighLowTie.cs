namespace CostCenters.CostBehavior;

/// <summary>Which cost counts when several observations share the highest, or the lowest, activity.</summary>
public enum HighLowTie
{
    /// <summary>The mean of their costs.</summary>
    Average,

    /// <summary>The highest cost at the highest activity, the lowest cost at the lowest.</summary>
    Widest,
}
