namespace CostCenters.Reporting.Documents;

/// <summary>What figures are, which decides how a chart draws them.</summary>
/// <remarks>IBCS-style: the nearer to what happened, the more ink.</remarks>
public enum Scenario
{
    /// <summary>What happened (AC): solid.</summary>
    Actual,

    /// <summary>What was planned (BU): outlined.</summary>
    Budget,

    /// <summary>What happened a year before (PY): solid and grey.</summary>
    PreviousYear,

    /// <summary>What is expected (FC): hatched.</summary>
    Forecast,
}
