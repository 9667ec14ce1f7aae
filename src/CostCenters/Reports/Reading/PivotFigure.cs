namespace CostCenters.Reports.Reading;

/// <summary>Which figure a pivot shows side by side.</summary>
public enum PivotFigure
{
    /// <summary>What was planned, or what else is compared with.</summary>
    Budget = 0,

    /// <summary>What happened.</summary>
    Actual = 1,

    /// <summary>Actual - budget.</summary>
    Difference = 2,
}
