using System.Globalization;
using CostCenters.Calendars;

namespace CostCenters.Data.Statements;

/// <summary>Periods as text: <c>2026-P03</c>, or <c>2026</c> for a whole year.</summary>
internal static class PeriodText
{
    private const int YearLength = 4;

    public static bool IsYear(string text) => text.Length == YearLength;

    public static int YearOf(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    /// <summary>Reads a period or year whose fiscal year lies within the days of a calendar whole.</summary>
    /// <param name="calendar">The calendar.</param>
    /// <param name="text">The text.</param>
    /// <param name="first">The ordinal of the period, or of the first of the year.</param>
    /// <param name="count">How many regular periods are meant.</param>
    public static bool TryRead(FiscalCalendar calendar, string? text, out int first, out int count)
    {
        (first, count) = (-1, 1);
        if (text is null)
        {
            return false;
        }

        if (IsYear(text) && text.All(char.IsAsciiDigit))
        {
            int year = YearOf(text);
            if (!calendar.IsWholeYearSupported(year))
            {
                return false;
            }

            (first, count) = (calendar.OrdinalOf(new FiscalPeriod(year, 1)), calendar.PeriodCount);
            return true;
        }

        if (!FiscalPeriod.TryParse(text, out FiscalPeriod period)
            || !calendar.IsWholeYearSupported(period.Year)
            || !calendar.Contains(period))
        {
            return false;
        }

        first = calendar.OrdinalOf(period);
        return true;
    }
}
