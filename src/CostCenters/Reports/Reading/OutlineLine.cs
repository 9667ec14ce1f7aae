using CostCenters.Structure;

namespace CostCenters.Reports.Reading;

/// <summary>One line of a <see cref="ReportOutline"/>.</summary>
public readonly record struct OutlineLine
{
    internal OutlineLine(OutlineLineKind kind, CenterTreeNode? center, VarianceRow? row)
    {
        Kind = kind;
        Center = center;
        Row = row;
    }

    /// <summary>What the line is.</summary>
    public OutlineLineKind Kind { get; }

    /// <summary>The center; null when the report is not by center.</summary>
    public CenterTreeNode? Center { get; }

    /// <summary>The figures; null in a heading.</summary>
    public VarianceRow? Row { get; }

    /// <summary>The members by name, the same in every culture.</summary>
    public override string ToString() => RecordText.Of(
        nameof(OutlineLine), (nameof(Kind), Kind), (nameof(Center), Center), (nameof(Row), Row));
}
