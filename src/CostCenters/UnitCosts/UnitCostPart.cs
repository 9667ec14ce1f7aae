namespace CostCenters.UnitCosts;

/// <summary>A part that a unit cost is computed from.</summary>
public enum UnitCostPart
{
    /// <summary>The cost that does not move with the units.</summary>
    FixedCost,

    /// <summary>The cost of a group that moves with its units.</summary>
    VariableCost,

    /// <summary>The units of a group.</summary>
    Units,

    /// <summary>The input that the units of a group take.</summary>
    Input,

    /// <summary>The cost of a unit cost that has no groups.</summary>
    Cost,
}
