namespace CostCenters.Budgets.Changes;

/// <summary>How the budget of a center stands to those of the centers below it.</summary>
public enum ParentBudgetRule
{
    /// <summary>It contains them: what is not distributed is left with the center, and more is an excess.</summary>
    Ceiling,

    /// <summary>It comes on top of them, as in a book folder.</summary>
    Additive,

    /// <summary>It is for information; the centers below it have the money.</summary>
    Informative,
}
