namespace CostCenters.Variances.Standard.Sales;

/// <summary>Where the product of a changed market and a changed share goes.</summary>
/// <remarks>The total is the same.</remarks>
public enum MarketOrder
{
    /// <summary>Share at the actual size, size at the budgeted share (Horngren).</summary>
    ShareAtActualSize,

    /// <summary>Share at the budgeted size, size at the actual share.</summary>
    ShareAtBudgetSize,
}
