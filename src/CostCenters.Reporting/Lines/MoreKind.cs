namespace CostCenters.Reporting.Lines;

/// <summary>What the figures of a column are.</summary>
internal enum MoreKind
{
    /// <summary>An amount.</summary>
    Amount = 0,

    /// <summary>A difference, which is favorable or not.</summary>
    Difference = 1,

    /// <summary>A share in percent, without a sign of its own.</summary>
    Share = 2,
}
