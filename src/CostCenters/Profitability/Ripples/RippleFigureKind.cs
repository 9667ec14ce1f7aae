namespace CostCenters.Profitability.Ripples;

/// <summary>What a figure of a ripple counts.</summary>
public enum RippleFigureKind
{
    /// <summary>What a center can put out.</summary>
    Capacity,

    /// <summary>What one center gets of the output of another.</summary>
    Service,

    /// <summary>A service measure, such as the time to respond.</summary>
    Measure,

    /// <summary>Revenue of a center.</summary>
    Revenue,

    /// <summary>Cost of a center.</summary>
    Cost,
}
