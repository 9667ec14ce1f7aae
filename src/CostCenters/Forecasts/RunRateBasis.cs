namespace CostCenters.Forecasts;

/// <summary>What a run rate is a rate of.</summary>
public enum RunRateBasis
{
    /// <summary>Each period counts as much as any other.</summary>
    Periods,

    /// <summary>Each period counts by its days.</summary>
    Days,
}
