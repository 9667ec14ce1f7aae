using System.Text.Json.Serialization;
using CostCenters.Calendars;
using CostCenters.Structure;

namespace CostCenters.Reports;

/// <summary>One row of a <see cref="VarianceReport"/>.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public readonly record struct VarianceRow
{
    [JsonConstructor]
    internal VarianceRow(CenterTreeNode? center, CostElement? element, FiscalPeriod? period, Variance variance)
    {
        Center = center;
        Element = element;
        Period = period;
        Variance = variance;
    }

    /// <summary>The center, with its own amounts and its children's; null when the report is not by center.</summary>
    public CenterTreeNode? Center { get; }

    /// <summary>The element; in a report by group the one that heads the group; null when the report is not by element.
    /// </summary>
    public CostElement? Element { get; }

    /// <summary>The period of the actuals; null when the report is not by period.</summary>
    public FiscalPeriod? Period { get; }

    /// <summary>Budget, actual and how far they lie apart.</summary>
    public Variance Variance { get; }
}
