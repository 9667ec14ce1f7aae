using CostCenters.Calendars;

namespace CostCenters.UnitCosts;

/// <summary>The unit costs as of one period.</summary>
/// <remarks>A moving figure covers twelve regular periods and the adjustment periods between them. It is missing, and
/// so is the year to date, when the records do not reach back that far.</remarks>
public sealed record UnitCostRow
{
    internal UnitCostRow(FiscalPeriod period, UnitCost inPeriod, UnitCost yearToDate, UnitCost movingTwelve)
    {
        Period = period;
        InPeriod = inPeriod;
        YearToDate = yearToDate;
        MovingTwelve = movingTwelve;
    }

    /// <summary>The period.</summary>
    public FiscalPeriod Period { get; }

    /// <summary>The unit cost of the period alone.</summary>
    public UnitCost InPeriod { get; }

    /// <summary>The unit cost from the first period of the fiscal year.</summary>
    public UnitCost YearToDate { get; }

    /// <summary>The unit cost of the twelve regular periods that end here.</summary>
    public UnitCost MovingTwelve { get; }
}
