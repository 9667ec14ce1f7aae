using CostCenters.Monetary;

namespace CostCenters.Profitability;

/// <summary>What one period made and sold, and its fixed cost.</summary>
/// <remarks>Immutable.</remarks>
public sealed record ProductionPeriod
{
    /// <summary>Creates a period.</summary>
    /// <param name="unitsMade">Units made.</param>
    /// <param name="unitsSold">Units sold.</param>
    /// <param name="fixedOverhead">Fixed manufacturing overhead; units carry it under absorption costing.</param>
    /// <param name="fixedSelling">Fixed selling and administrative cost, which no unit carries; 0 when there is none.
    /// </param>
    /// <exception cref="ArgumentOutOfRangeException">A figure is beyond its range, or a number of units is negative.
    /// </exception>
    public ProductionPeriod(decimal unitsMade, decimal unitsSold, decimal fixedOverhead, decimal fixedSelling)
    {
        _ = InputRange.NotNegative(unitsMade);
        _ = InputRange.NotNegative(unitsSold);
        _ = InputRange.Amount(fixedOverhead);
        _ = InputRange.Amount(fixedSelling);
        UnitsMade = unitsMade;
        UnitsSold = unitsSold;
        FixedOverhead = fixedOverhead;
        FixedSelling = fixedSelling;
    }

    /// <summary>Units made.</summary>
    public decimal UnitsMade { get; }

    /// <summary>Units sold.</summary>
    public decimal UnitsSold { get; }

    /// <summary>Fixed manufacturing overhead.</summary>
    public decimal FixedOverhead { get; }

    /// <summary>Fixed selling and administrative cost.</summary>
    public decimal FixedSelling { get; }

    /// <summary>The members by name, the same in every culture.</summary>
    public override string ToString() => RecordText.Of(
        nameof(ProductionPeriod),
        (nameof(UnitsMade), UnitsMade),
        (nameof(UnitsSold), UnitsSold),
        (nameof(FixedOverhead), FixedOverhead),
        (nameof(FixedSelling), FixedSelling));
}
