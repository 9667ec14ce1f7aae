namespace CostCenters.Reports.Reading;

/// <summary>What a line of a <see cref="ReportOutline"/> is.</summary>
public enum OutlineLineKind
{
    /// <summary>A row of the report: a center with its own amounts and its children's.</summary>
    Total = 0,

    /// <summary>What a center with children has of its own, where that is not all of it.</summary>
    Own = 1,

    /// <summary>The name of a center above lines of its children, without figures.</summary>
    Heading = 2,
}
