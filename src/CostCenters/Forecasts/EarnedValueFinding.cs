namespace CostCenters.Forecasts;

/// <summary>What does not fit together in the status of a project.</summary>
public enum EarnedValueFinding
{
    /// <summary>The earned value (EV) is above the budget at completion.</summary>
    EarnedAboveBudget,

    /// <summary>The planned value (PV) is above the budget at completion.</summary>
    PlannedAboveBudget,
}
