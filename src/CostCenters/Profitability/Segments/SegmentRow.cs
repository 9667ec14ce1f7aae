using System.Collections.Immutable;

namespace CostCenters.Profitability.Segments;

/// <summary>A row of a segment statement.</summary>
/// <remarks>Law: a row with rows one level below it is their sum, exactly. Immutable.</remarks>
public sealed class SegmentRow
{
    internal SegmentRow(
        SegmentRowKind kind, string? name, int depth, SegmentMargins margins, ImmutableArray<SegmentPart> parts)
    {
        Kind = kind;
        Name = name;
        Depth = depth;
        Margins = margins;
        Parts = parts;
    }

    /// <summary>What the row is.</summary>
    public SegmentRowKind Kind { get; }

    /// <summary>The segment, of a common row the one whose parts share it; null for the company.</summary>
    public string? Name { get; }

    /// <summary>How deep the row stands; 0 for the company.</summary>
    public int Depth { get; }

    /// <summary>The figures.</summary>
    public SegmentMargins Margins { get; }

    /// <summary>What the lines contain and who answers for it, by line, element and name; empty where the parts of the
    /// row tell it, and where the figures were given.</summary>
    public ImmutableArray<SegmentPart> Parts { get; }

    /// <summary>The text of the row.</summary>
    public override string ToString() => Kind switch
    {
        SegmentRowKind.Company => "company",
        SegmentRowKind.Common => Name is null ? "common" : $"common to {Name}",
        _ => Name!,
    };
}
