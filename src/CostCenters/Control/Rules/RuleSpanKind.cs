namespace CostCenters.Control.Rules;

/// <summary>Over which periods a rule adds budget and use up.</summary>
public enum RuleSpanKind
{
    /// <summary>Each period by itself.</summary>
    Period,

    /// <summary>Each quarter; the last one has the adjustment periods, too.</summary>
    Quarter,

    /// <summary>From the first period of the year through each period.</summary>
    YearToDate,

    /// <summary>The whole fiscal year, adjustment periods included.</summary>
    FullYear,

    /// <summary>So many regular periods that end with each period.</summary>
    Rolling,
}
