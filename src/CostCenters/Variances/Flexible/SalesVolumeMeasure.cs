namespace CostCenters.Variances.Flexible;

/// <summary>What a unit more or less of sales is valued at.</summary>
public enum SalesVolumeMeasure
{
    /// <summary>The budgeted price: the change in revenue alone.</summary>
    Revenue,

    /// <summary>Budgeted price - variable cost: marginal costing (Horngren, ACCA marginal).</summary>
    Contribution,

    /// <summary>
    /// Budgeted price - variable cost - absorbed fixed cost: absorption costing (ACCA absorption, Kaplan). The fixed
    /// overhead volume variance bridges it to the contribution.
    /// </summary>
    Profit,
}
