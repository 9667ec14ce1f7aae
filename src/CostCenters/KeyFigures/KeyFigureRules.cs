using CostCenters.Calendars;
using CostCenters.Structure;

namespace CostCenters.KeyFigures;

/// <summary>The rules of a value of a key figure.</summary>
/// <remarks>
/// <para>A value is valid in a period of a fiscal year that lies within the bounds of the calendar whole, and for a
/// center that is valid on the last day of the period. A book and a reader of rows ask this, so that they accept the
/// same.</para>
/// <para>Immutable; safe for all threads.</para>
/// </remarks>
public sealed class KeyFigureRules
{
    private readonly FiscalCalendar calendar;

    /// <summary>The rules in a calendar.</summary>
    /// <param name="calendar">The fiscal calendar of the periods.</param>
    /// <exception cref="ArgumentNullException"><paramref name="calendar"/> is null.</exception>
    public KeyFigureRules(FiscalCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        this.calendar = calendar;
    }

    /// <summary>Whether values may be recorded in a period.</summary>
    /// <param name="period">The period.</param>
    public bool HasPeriod(FiscalPeriod period) =>
        calendar.IsWholeYearSupported(period.Year) && calendar.Contains(period);

    /// <summary>Whether a center takes values of a period: it is valid on the last day.</summary>
    /// <param name="center">The center.</param>
    /// <param name="period">A period of the calendar.</param>
    /// <exception cref="ArgumentNullException"><paramref name="center"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The calendar has no such period.</exception>
    public bool IsCenterValid(Center center, FiscalPeriod period)
    {
        ArgumentNullException.ThrowIfNull(center);
        return center.At(calendar.DatesOf(period).Last) is not null;
    }
}
