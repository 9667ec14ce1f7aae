namespace CostCenters.Profitability.Ripples;

/// <summary>How a change of a center is told.</summary>
public enum RippleChangeKind
{
    /// <summary>In percent of its cost and of its capacity alike.</summary>
    Percent,

    /// <summary>As an amount in a period; its capacity changes by the same part as its cost.</summary>
    Amount,

    /// <summary>In units of capacity in a period, each of which costs so much.</summary>
    Units,
}
