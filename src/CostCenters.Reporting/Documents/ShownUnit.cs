namespace CostCenters.Reporting.Documents;

/// <summary>In what amounts are shown; sums are those of the exact figures whatever is shown.</summary>
public enum ShownUnit
{
    /// <summary>In the currency itself.</summary>
    One = 1,

    /// <summary>In thousands.</summary>
    Thousand = 1_000,

    /// <summary>In millions.</summary>
    Million = 1_000_000,
}
