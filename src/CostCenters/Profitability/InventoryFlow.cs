namespace CostCenters.Profitability;

/// <summary>Which units leave inventory first; it matters when the fixed overhead of a unit changes.</summary>
public enum InventoryFlow
{
    /// <summary>The oldest first.</summary>
    FirstInFirstOut,

    /// <summary>All units of a period, opening ones and those made, at one average.</summary>
    WeightedAverage,
}
