namespace CostCenters.Budgets.Changes;

/// <summary>What of a year's end goes on into the next year.</summary>
public enum CarryForwardRule
{
    /// <summary>What is left; what was overspent stays behind.</summary>
    Surplus,

    /// <summary>What was overspent, which lessens the next budget; what is left lapses.</summary>
    Deficit,

    /// <summary>Both.</summary>
    Both,
}
