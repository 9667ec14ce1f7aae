using CostCenters.Explanations;
using CostCenters.Structure;

namespace CostCenters.Reports;

/// <summary>Something that a report would otherwise pass over in silence.</summary>
public sealed record Finding
{
    internal Finding(FindingKind kind, Center center, CostElement element, Measure measure, decimal amount)
    {
        Kind = kind;
        Center = center;
        Element = element;
        Measure = measure;
        Amount = amount;
    }

    /// <summary>What it is.</summary>
    public FindingKind Kind { get; }

    /// <summary>The center whose own amount it is.</summary>
    public Center Center { get; }

    /// <summary>The element; of findings by group the one that heads the group.</summary>
    public CostElement Element { get; }

    /// <summary>Cost or revenue: what the amount counts.</summary>
    public Measure Measure { get; }

    /// <summary>The sum of the postings, or of the budget, that the finding is about.</summary>
    public decimal Amount { get; }

    /// <summary>The members by name, the same in every culture.</summary>
    public override string ToString() => RecordText.Of(
        nameof(Finding),
        (nameof(Kind), Kind),
        (nameof(Center), Center),
        (nameof(Element), Element),
        (nameof(Measure), Measure),
        (nameof(Amount), Amount));
}
