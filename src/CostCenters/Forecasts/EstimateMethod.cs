namespace CostCenters.Forecasts;

/// <summary>How an estimate at completion sees the work that is left.</summary>
/// <remarks>A fourth formula in circulation, (actual cost + budget - earned value) / cost performance, is a wrong exam
/// key: it divides what is already spent.</remarks>
public enum EstimateMethod
{
    /// <summary>
    /// The cost performance so far is typical and goes on: budget / CPI = actual cost + (budget - earned value) / CPI.
    /// </summary>
    Typical,

    /// <summary>
    /// What went wrong so far was atypical, and the rest goes as budgeted: actual cost + budget - earned value.
    /// </summary>
    Atypical,

    /// <summary>
    /// Cost and schedule performance both weigh on the rest: actual cost + (budget - earned value) / (CPI × SPI).
    /// </summary>
    CostAndSchedule,
}
