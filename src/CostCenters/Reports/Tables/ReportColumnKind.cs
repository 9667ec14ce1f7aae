namespace CostCenters.Reports.Tables;

/// <summary>What the cells of a column are.</summary>
public enum ReportColumnKind
{
    /// <summary>The code of a center or element.</summary>
    Code = 0,

    /// <summary>A fiscal period such as <c>2026-P03</c>.</summary>
    Period = 1,

    /// <summary><c>cost</c>, <c>revenue</c> or <c>margin</c>.</summary>
    Measure = 2,

    /// <summary>An amount in the currency of the report.</summary>
    Amount = 3,

    /// <summary>A percentage.</summary>
    Percent = 4,

    /// <summary><c>favorable</c>, <c>unfavorable</c> or <c>neutral</c>.</summary>
    Outcome = 5,

    /// <summary>A text for readers, such as the name of a center.</summary>
    Name = 6,
}
