using CostCenters.Calendars;
using CostCenters.Monetary;
using CostCenters.Structure;

namespace CostCenters.UnitCosts.Savings;

/// <summary>A change that is to save cost, such as a dialog that prevents a repeated question.</summary>
/// <remarks>The driver is what the change is to reduce (contacts of a cause), the volume what the driver moves with
/// anyway (orders, customers). Immutable.</remarks>
public sealed class Improvement
{
    /// <summary>Records an improvement.</summary>
    /// <param name="name">The name.</param>
    /// <param name="start">The first period in which it is in effect.</param>
    /// <param name="baseline">The periods before it that it is measured against.</param>
    /// <param name="driver">What it is to reduce, such as contacts of a cause; a flow.</param>
    /// <param name="volume">What the driver moves with: a flow such as orders, or a stock such as customers.</param>
    /// <param name="expectedReduction">Which share of the driver it is expected to prevent, such as 0.25.</param>
    /// <param name="costPerUnit">The cost that one unit less of the driver avoids.</param>
    /// <param name="investment">What the improvement cost once.</param>
    /// <param name="runningCost">What it costs in each regular period.</param>
    /// <exception cref="ArgumentException"><paramref name="name"/> is null or blank, or the baseline does not end
    /// before the start.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is negative or out of its range, or the reduction is
    /// above 1.</exception>
    public Improvement(
        string name,
        FiscalPeriod start,
        FiscalPeriodRange baseline,
        KeyFigureCode driver,
        KeyFigureCode volume,
        decimal expectedReduction,
        decimal costPerUnit,
        decimal investment,
        decimal runningCost)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        if (baseline.Through >= start)
        {
            throw new ArgumentException($"The baseline {baseline} does not end before {start}.", nameof(baseline));
        }

        ArgumentOutOfRangeException.ThrowIfGreaterThan(expectedReduction, 1m);
        ArgumentOutOfRangeException.ThrowIfNegative(investment);
        ArgumentOutOfRangeException.ThrowIfNegative(runningCost);
        Name = name;
        Start = start;
        Baseline = baseline;
        Driver = driver;
        Volume = volume;
        ExpectedReduction = InputRange.NotNegative(expectedReduction);
        CostPerUnit = InputRange.NotNegative(costPerUnit);
        Investment = InputRange.Amount(investment);
        RunningCost = InputRange.Amount(runningCost);
    }

    /// <summary>The name.</summary>
    public string Name { get; }

    /// <summary>The first period in which it is in effect.</summary>
    public FiscalPeriod Start { get; }

    /// <summary>The periods that it is measured against.</summary>
    public FiscalPeriodRange Baseline { get; }

    /// <summary>What it is to reduce.</summary>
    public KeyFigureCode Driver { get; }

    /// <summary>What the driver moves with.</summary>
    public KeyFigureCode Volume { get; }

    /// <summary>Which share of the driver it is expected to prevent.</summary>
    public Fraction ExpectedReduction { get; }

    /// <summary>The cost that one unit less of the driver avoids.</summary>
    public Fraction CostPerUnit { get; }

    /// <summary>What it cost once.</summary>
    public Fraction Investment { get; }

    /// <summary>What it costs in each regular period.</summary>
    public Fraction RunningCost { get; }
}
