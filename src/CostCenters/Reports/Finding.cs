using CostCenters.Structure;

namespace CostCenters.Reports;

/// <summary>Something that a report would otherwise pass over in silence.</summary>
public sealed record Finding
{
    internal Finding(FindingKind kind, Center center, CostElement element, decimal amount)
    {
        Kind = kind;
        Center = center;
        Element = element;
        Amount = amount;
    }

    /// <summary>What it is.</summary>
    public FindingKind Kind { get; }

    /// <summary>The center whose own amount it is.</summary>
    public Center Center { get; }

    /// <summary>The element.</summary>
    public CostElement Element { get; }

    /// <summary>The sum of the postings, or of the budget, that the finding is about.</summary>
    public decimal Amount { get; }
}
