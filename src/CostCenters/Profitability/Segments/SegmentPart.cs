using System.Collections.Immutable;
using CostCenters.Cubes;
using CostCenters.Monetary;
using CostCenters.Structure;

namespace CostCenters.Profitability.Segments;

/// <summary>What a line of a segment contains: an element, and who answers for it.</summary>
/// <remarks>Law: the parts of a line add up to it, exactly. Immutable.</remarks>
public sealed class SegmentPart
{
    internal SegmentPart(
        SegmentLine line, ElementCode element, string? answers, Fraction amount, ImmutableArray<CellAddress> cells)
    {
        Line = line;
        Element = element;
        Answers = answers;
        Amount = amount;
        Cells = cells;
    }

    /// <summary>The line.</summary>
    public SegmentLine Line { get; }

    /// <summary>The element.</summary>
    public ElementCode Element { get; }

    /// <summary>Who answers for it, or null when nobody is named.</summary>
    public string? Answers { get; }

    /// <summary>The amount, with the sign of its line.</summary>
    public Fraction Amount { get; }

    /// <summary>The cells it comes from, in the order of the cube; a ledger's snapshot resolves them to postings.
    /// </summary>
    public ImmutableArray<CellAddress> Cells { get; }

    /// <summary>Text such as <c>TraceableFixedCost rent (head of plant) 1200</c>.</summary>
    public override string ToString() => $"{Line} {Element} ({Answers ?? "nobody named"}) {Amount}";
}
