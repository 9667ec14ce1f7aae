using CostCenters.Calendars;
using CostCenters.Structure;

namespace CostCenters.KeyFigures;

/// <summary>A value of a key figure that is not recorded where a computation needs it.</summary>
/// <remarks>Immutable.</remarks>
public sealed record MissingValue
{
    internal MissingValue(KeyFigureCode keyFigure, CenterCode? center, FiscalPeriod period)
    {
        KeyFigure = keyFigure;
        Center = center;
        Period = period;
    }

    /// <summary>The key figure; an input, where the figure that was asked for is computed.</summary>
    public KeyFigureCode KeyFigure { get; }

    /// <summary>The center that lacks the value; null where none of the centers has one in the period.</summary>
    public CenterCode? Center { get; }

    /// <summary>The period that lacks it.</summary>
    public FiscalPeriod Period { get; }

    /// <summary>Text such as <c>contacts of S12 in 2026-P02</c> or <c>contacts in 2026-P02</c>.</summary>
    public override string ToString() => $"{KeyFigure}{(Center is { } code ? $" of {code}" : "")} in {Period}";
}
