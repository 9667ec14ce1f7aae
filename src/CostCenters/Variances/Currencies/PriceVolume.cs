using CostCenters.Monetary;

namespace CostCenters.Variances.Currencies;

/// <summary>Planned and actual units at planned and actual prices in a posting currency.</summary>
/// <remarks>Immutable.</remarks>
public sealed record PriceVolume
{
    /// <summary>Creates the figures.</summary>
    /// <param name="unit">What is counted, such as <c>kg</c>.</param>
    /// <param name="budgetUnits">Planned units.</param>
    /// <param name="budgetPrice">Planned price of a unit, in posting currency.</param>
    /// <param name="actualUnits">Actual units.</param>
    /// <param name="actualPrice">Actual price of a unit, in posting currency.</param>
    /// <exception cref="ArgumentException"><paramref name="unit"/> is null or blank.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A figure is beyond 10^9 or has more than 8 decimals.</exception>
    public PriceVolume(
        string unit, decimal budgetUnits, decimal budgetPrice, decimal actualUnits, decimal actualPrice)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(unit);
        _ = InputRange.Figure(budgetUnits);
        _ = InputRange.Figure(budgetPrice);
        _ = InputRange.Figure(actualUnits);
        _ = InputRange.Figure(actualPrice);
        Unit = unit;
        BudgetUnits = budgetUnits;
        BudgetPrice = budgetPrice;
        ActualUnits = actualUnits;
        ActualPrice = actualPrice;
    }

    /// <summary>What is counted.</summary>
    public string Unit { get; }

    /// <summary>Planned units.</summary>
    public decimal BudgetUnits { get; }

    /// <summary>Planned price of a unit, in posting currency.</summary>
    public decimal BudgetPrice { get; }

    /// <summary>Actual units.</summary>
    public decimal ActualUnits { get; }

    /// <summary>Actual price of a unit, in posting currency.</summary>
    public decimal ActualPrice { get; }

    /// <summary>The members by name, the same in every culture.</summary>
    public override string ToString() => RecordText.Of(
        nameof(PriceVolume),
        (nameof(Unit), Unit),
        (nameof(BudgetUnits), BudgetUnits),
        (nameof(BudgetPrice), BudgetPrice),
        (nameof(ActualUnits), ActualUnits),
        (nameof(ActualPrice), ActualPrice));
}
