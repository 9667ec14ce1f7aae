namespace CostCenters.Cubes;

/// <summary>What a layer of figures is.</summary>
public enum LayerKind
{
    /// <summary>What was posted.</summary>
    Actual,

    /// <summary>A budget version.</summary>
    Budget,

    /// <summary>What a period is expected to come to.</summary>
    Forecast,

    /// <summary>What is ordered and not yet invoiced.</summary>
    Commitment,

    /// <summary>What is requested and not yet ordered.</summary>
    Request,

    /// <summary>What centers charge each other in an allocation run; over all centers it sums to 0.</summary>
    Allocation,
}
