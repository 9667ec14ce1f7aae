namespace CostCenters.Profitability.Ripples;

/// <summary>Who is served when a center cannot serve all.</summary>
public enum ServingRule
{
    /// <summary>One after the other in the order that is named, each in full as long as there is something left.
    /// </summary>
    InOrder,

    /// <summary>All alike: each gets the same part of what it asks for.</summary>
    ProRata,
}
