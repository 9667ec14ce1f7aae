namespace CostCenters.Support;

/// <summary>What support charges for.</summary>
public enum PriceBasis
{
    /// <summary>Each contact has a price.</summary>
    Contact,

    /// <summary>Each customer pays, however often they turn to support.</summary>
    Customer,

    /// <summary>A month has a price, whoever turns to support.</summary>
    Month,
}
