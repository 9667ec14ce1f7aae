using CostCenters.Calendars;
using CostCenters.Structure;

namespace CostCenters.KeyFigures;

/// <summary>The value of a key figure (heads, contacts, square metres) for a center and a period.</summary>
/// <remarks>Not money. In the key figure's own unit, any sign, exact. Immutable.</remarks>
public sealed record KeyFigureValue
{
    /// <summary>Creates a value.</summary>
    /// <param name="period">The fiscal period.</param>
    /// <param name="center">The center.</param>
    /// <param name="keyFigure">The key figure.</param>
    /// <param name="value">The value, in the unit of the key figure.</param>
    public KeyFigureValue(FiscalPeriod period, CenterCode center, KeyFigureCode keyFigure, decimal value)
    {
        Period = period;
        Center = center;
        KeyFigure = keyFigure;
        Value = value;
    }

    /// <summary>The fiscal period.</summary>
    public FiscalPeriod Period { get; }

    /// <summary>The center.</summary>
    public CenterCode Center { get; }

    /// <summary>The key figure.</summary>
    public KeyFigureCode KeyFigure { get; }

    /// <summary>The value, in the unit of the key figure.</summary>
    public decimal Value { get; }

    /// <summary>The members by name, the same in every culture.</summary>
    public override string ToString() => RecordText.Of(
        nameof(KeyFigureValue),
        (nameof(Period), Period),
        (nameof(Center), Center),
        (nameof(KeyFigure), KeyFigure),
        (nameof(Value), Value));
}
