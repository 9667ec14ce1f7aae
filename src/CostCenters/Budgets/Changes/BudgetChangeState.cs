namespace CostCenters.Budgets.Changes;

/// <summary>Where a change of a budget stands.</summary>
public enum BudgetChangeState
{
    /// <summary>It is entered, and nobody is asked yet.</summary>
    Draft,

    /// <summary>It waits for approval.</summary>
    Submitted,

    /// <summary>It is approved, and part of the budget.</summary>
    Approved,

    /// <summary>It is rejected, for good; enter another one.</summary>
    Rejected,
}
