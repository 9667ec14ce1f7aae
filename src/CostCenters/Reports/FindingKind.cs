namespace CostCenters.Reports;

/// <summary>What does not fit between budget and postings.</summary>
public enum FindingKind
{
    /// <summary>There are postings in the range, and no budget for their center and element.</summary>
    PostingWithoutBudget,

    /// <summary>There is a budget in the range, and no posting.</summary>
    BudgetWithoutPosting,

    /// <summary>There is a budget that no posting can reach: the center is closed or blocked all the time.</summary>
    UnreachableBudget,

    /// <summary>There are postings outside the range.</summary>
    PostingOutsideRange,
}
