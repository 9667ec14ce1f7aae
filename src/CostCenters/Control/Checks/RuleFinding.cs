namespace CostCenters.Control.Checks;

/// <summary>What a rule finds of an amount.</summary>
public enum RuleFinding
{
    /// <summary>It is within the limit, or lessens the use.</summary>
    WithinLimit,

    /// <summary>It goes beyond the limit.</summary>
    BeyondLimit,

    /// <summary>There is no budget for it.</summary>
    NoBudget,
}
