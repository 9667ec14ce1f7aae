namespace CostCenters.Explanations;

/// <summary>What the amounts of a variance tree are parts of.</summary>
public enum VarianceBasis
{
    /// <summary>Actual cost - budgeted cost: a positive amount harms profit.</summary>
    Cost,

    /// <summary>Actual profit - budgeted profit: a positive amount helps profit.</summary>
    Profit,
}
