namespace CostCenters.Budgets.Changes;

/// <summary>What a change of a budget is.</summary>
public enum BudgetChangeKind
{
    /// <summary>The first budget of its cells.</summary>
    Original,

    /// <summary>More money: the lines sum to more than 0.</summary>
    Supplement,

    /// <summary>Money given back: the lines sum to less than 0.</summary>
    Return,

    /// <summary>Money moved between cells: the lines sum to 0.</summary>
    Transfer,

    /// <summary>The same money of each center and element in other periods of the year: their lines sum to 0.</summary>
    Rephasing,

    /// <summary>What an earlier year left, or overspent.</summary>
    CarryForward,
}
