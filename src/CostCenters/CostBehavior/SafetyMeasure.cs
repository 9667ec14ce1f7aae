namespace CostCenters.CostBehavior;

/// <summary>In what a margin of safety is counted.</summary>
public enum SafetyMeasure
{
    /// <summary>Sales above break-even sales: the usual definition.</summary>
    Sales,

    /// <summary>
    /// Profit above break-even, so that a wanted margin is a target profit on top of the fixed cost: the first of two
    /// uses in OpenStax, Principles of Accounting Vol. 2.
    /// </summary>
    Profit,
}
