using System.Text.Json.Serialization;
using CostCenters.Calendars;
using CostCenters.Explanations;

namespace CostCenters.Reports;

/// <summary>A row of a <see cref="VarianceReport"/> as plain values, for JSON, tables and messages.</summary>
/// <remarks>Immutable. It goes through JSON and back as it is.</remarks>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record ReportRow
{
    private readonly Variance variance;

    /// <summary>Creates a row.</summary>
    /// <param name="center">The code of the center, or null in a report that is not by center.</param>
    /// <param name="centerName">Its name on the day of the report's tree.</param>
    /// <param name="depth">How far below a root it stands, 0 for a root; 0 without a center.</param>
    /// <param name="element">The code of the element, or null in a report that is not by element.</param>
    /// <param name="elementName">Its name.</param>
    /// <param name="period">The period, or null in a report that is not by period.</param>
    /// <param name="measure">What the amounts count.</param>
    /// <param name="budget">The budget with natural sign, or null when there is none.</param>
    /// <param name="actual">The actual with natural sign.</param>
    /// <exception cref="ArgumentOutOfRangeException">A figure is beyond 10^27, or the two have more digits between them
    /// than a decimal holds.</exception>
    public ReportRow(
        string? center,
        string? centerName,
        int depth,
        string? element,
        string? elementName,
        FiscalPeriod? period,
        Measure measure,
        decimal? budget,
        decimal actual)
    {
        Center = center;
        CenterName = centerName;
        Depth = depth;
        Element = element;
        ElementName = elementName;
        Period = period;
        variance = new Variance(budget, actual, measure);
    }

    /// <summary>The code of the center, or null in a report that is not by center.</summary>
    public string? Center { get; }

    /// <summary>The name of the center on the day of the report's tree.</summary>
    public string? CenterName { get; }

    /// <summary>How far below a root the center stands, 0 for a root.</summary>
    public int Depth { get; }

    /// <summary>The code of the element, or null in a report that is not by element.</summary>
    public string? Element { get; }

    /// <summary>The name of the element.</summary>
    public string? ElementName { get; }

    /// <summary>The period, or null in a report that is not by period.</summary>
    public FiscalPeriod? Period { get; }

    /// <summary>What the amounts count.</summary>
    public Measure Measure => variance.Measure;

    /// <summary>The budget, or null when there is none. Absent differs from 0.</summary>
    public decimal? Budget => variance.Budget;

    /// <summary>The actual.</summary>
    public decimal Actual => variance.Actual;

    /// <summary>Actual - budget; an absent budget counts as 0.</summary>
    public decimal Difference => variance.Difference;

    /// <summary>Favorable, unfavorable, or neutral when there is no difference.</summary>
    public Outcome Outcome => variance.Outcome;

    /// <summary>The members by name, the same in every culture.</summary>
    public override string ToString() => RecordText.Of(
        nameof(ReportRow),
        (nameof(Center), Center),
        (nameof(CenterName), CenterName),
        (nameof(Depth), Depth),
        (nameof(Element), Element),
        (nameof(ElementName), ElementName),
        (nameof(Period), Period),
        (nameof(Measure), Measure),
        (nameof(Budget), Budget),
        (nameof(Actual), Actual),
        (nameof(Difference), Difference),
        (nameof(Outcome), Outcome));
}
