namespace CostCenters.Variances.Standard.Sales;

/// <summary>What a unit sold more or less is worth in a sales volume variance.</summary>
/// <remarks>The totals differ: between profit and contribution stands the fixed overhead volume variance.</remarks>
public enum SalesValuation
{
    /// <summary>Budgeted contribution (Horngren; ACCA under marginal costing).</summary>
    Contribution,

    /// <summary>Standard profit (ACCA and Kaplan under absorption costing).</summary>
    Profit,

    /// <summary>Budgeted price, for an analysis of revenue.</summary>
    Price,
}
