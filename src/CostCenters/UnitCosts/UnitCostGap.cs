using CostCenters.KeyFigures;
using CostCenters.Structure;

namespace CostCenters.UnitCosts;

/// <summary>A part of a unit cost that is missing.</summary>
public sealed record UnitCostGap
{
    internal UnitCostGap(UnitCostPart part, string? group, KeyFigureCode? keyFigure, FigureGap gap)
    {
        Part = part;
        Group = group;
        KeyFigure = keyFigure;
        Gap = gap;
    }

    /// <summary>What is missing.</summary>
    public UnitCostPart Part { get; }

    /// <summary>The group that lacks it; null for the fixed cost.</summary>
    public string? Group { get; }

    /// <summary>The key figure that has no value; null for a cost.</summary>
    public KeyFigureCode? KeyFigure { get; }

    /// <summary>Why it is missing.</summary>
    public FigureGap Gap { get; }

    /// <summary>Text such as <c>Input minutes of phone: NoValue</c> or <c>FixedCost: NoValue</c>.</summary>
    public override string ToString() =>
        $"{Part}{(KeyFigure is { } code ? $" {code}" : "")}{(Group is null ? "" : $" of {Group}")}: {Gap}";
}
