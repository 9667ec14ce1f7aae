namespace CostCenters.Forecasts;

/// <summary>What a forecast by the shape of another year expects where that year has no shape.</summary>
public enum ShapelessRest
{
    /// <summary>Nothing more.</summary>
    Nothing,

    /// <summary>As much in each period as there was so far.</summary>
    RunRate,

    /// <summary>What the other year has in these periods.</summary>
    AsTheOther,
}
