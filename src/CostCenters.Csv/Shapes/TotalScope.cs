namespace CostCenters.Csv.Shapes;

/// <summary>Which rows above a total sums.</summary>
public enum TotalScope
{
    /// <summary>The rows since the last total of the same rule, or since the header.</summary>
    SincePrevious,

    /// <summary>All rows since the header.</summary>
    WholeFile,

    /// <summary>Nothing that could be verified; the rows are set aside unseen.</summary>
    Unverified,
}
