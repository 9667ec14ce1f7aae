namespace CostCenters.Profitability;

/// <summary>Whether units carry a share of the fixed overhead into inventory.</summary>
public enum CostingMethod
{
    /// <summary>Units carry variable cost alone; fixed overhead is a cost of the period. Also called variable or direct
    /// costing.</summary>
    Marginal,

    /// <summary>Units carry variable cost and fixed overhead at the standard rate. Also called full costing.</summary>
    Absorption,
}
