namespace CostCenters.KeyFigures;

/// <summary>How the values of a key figure come together over periods and centers.</summary>
public enum KeyFigureKind
{
    /// <summary>Happens in a period and adds up over periods and centers, as contacts do.</summary>
    Flow,

    /// <summary>Exists at a time: adds up over centers, and over periods goes by its <see cref="StockRule"/>.</summary>
    Stock,

    /// <summary>Computed from other key figures after these have come together, as a ratio is.</summary>
    Computed,
}
