namespace CostCenters.Profitability;

/// <summary>What fixed overhead is absorbed by.</summary>
public enum AbsorptionBase
{
    /// <summary>Units made: the volume variance does not split.</summary>
    UnitsMade,

    /// <summary>Labor hours of the cost card: the volume variance splits into capacity and efficiency, as in the
    /// United Kingdom.</summary>
    LaborHours,
}
