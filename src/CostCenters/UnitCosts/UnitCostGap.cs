using CostCenters.Calendars;
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

    private UnitCostGap(UnitCostPart part, string? group, MissingValue missing)
        : this(part, group, missing.KeyFigure, FigureGap.Incomplete)
    {
        Center = missing.Center;
        Period = missing.Period;
    }

    /// <summary>What is missing.</summary>
    public UnitCostPart Part { get; }

    /// <summary>The group that lacks it; null for the fixed cost, and for a unit cost without groups.</summary>
    public string? Group { get; }

    /// <summary>The key figure that has no value; null for a cost.</summary>
    public KeyFigureCode? KeyFigure { get; }

    /// <summary>Why it is missing.</summary>
    public FigureGap Gap { get; }

    /// <summary>The center that lacks a value of the key figure which others have; null where all of them lack it, and
    /// for a cost.</summary>
    public CenterCode? Center { get; }

    /// <summary>The first period that lacks a value which other periods or centers have; null where all lack it, and
    /// for a cost.</summary>
    public FiscalPeriod? Period { get; }

    /// <summary>Text such as <c>Input minutes of phone: NoValue</c>, <c>FixedCost: NoValue</c> or
    /// <c>Units contacts, center S12, 2026-P02: Incomplete</c>.</summary>
    public override string ToString() =>
        $"{Part}{(KeyFigure is { } code ? $" {code}" : "")}{(Group is null ? "" : $" of {Group}")}"
            + $"{(Center is { } center ? $", center {center}" : "")}{(Period is { } period ? $", {period}" : "")}"
            + $": {Gap}";

    /// <summary>The gaps that values which are not recorded make: one for each figure and center.</summary>
    internal static IEnumerable<UnitCostGap> Of(UnitCostPart part, string? group, IEnumerable<MissingValue> missing) =>
        missing.DistinctBy(value => (value.KeyFigure, value.Center))
            .Select(value => new UnitCostGap(part, group, value));
}
