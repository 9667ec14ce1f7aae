namespace CostCenters.Budgets.Changes;

/// <summary>What is decided about a change of a budget.</summary>
public enum BudgetDecision
{
    /// <summary>It is handed in for approval.</summary>
    Submit,

    /// <summary>One step of its approval is given.</summary>
    Approve,

    /// <summary>It is refused.</summary>
    Reject,
}
