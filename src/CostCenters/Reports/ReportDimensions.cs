namespace CostCenters.Reports;

/// <summary>By what a report breaks its figures down.</summary>
[Flags]
public enum ReportDimensions
{
    /// <summary>Totals alone.</summary>
    None = 0,

    /// <summary>By center, rolled up along the tree.</summary>
    Center = 1,

    /// <summary>By cost or revenue element.</summary>
    Element = 2,

    /// <summary>By fiscal period.</summary>
    Period = 4,

    /// <summary>By element, rolled up along the groups of <see cref="Structure.ElementChart.Tree"/>: the subtotals of a
    /// profit and loss statement. Takes the place of <see cref="Element"/>; both at once are refused.</summary>
    ElementGroup = 8,
}
