using NodaTime;

namespace CostCenters.Calendars;

/// <summary>Pairs the days of a year of weeks with those of the year before, 52 whole weeks earlier.</summary>
/// <remarks>
/// <para>Each day is compared with the one <see cref="Days"/> days before it, which is the same weekday. Against a year
/// of 53 weeks a comparison by period number is a week off: period 1 of the year after would stand against days that
/// begin 53 weeks earlier. The 53rd week of a year is compared with the first week of that same year.</para>
/// <para>Source: the 4-5-4 calendar of the US National Retail Federation, which restates a year of 53 weeks for the
/// year after it, and annual reports of retailers, which compare the last weeks of a year of 53 with the weeks that
/// ended 52 weeks earlier.</para>
/// </remarks>
public static class ComparableWeeks
{
    /// <summary>The days between a day and the one that it is compared with: 52 weeks.</summary>
    public const int Days = 364;

    /// <summary>Finds the period in which a posting of the year before is compared.</summary>
    /// <param name="calendar">A calendar of weeks.</param>
    /// <param name="date">The day of the posting, from <see cref="FiscalCalendar.FirstDate"/> through
    /// <see cref="FiscalCalendar.LastDate"/>.</param>
    /// <param name="adjustmentPeriod">The adjustment period that the posting names, 1 for the first of its year, or
    /// null; it is compared in the same one a year later.</param>
    /// <param name="period">The period that holds the day <see cref="Days"/> days later.</param>
    /// <returns>Whether the calendar has that period; it ends with <see cref="FiscalCalendar.LastDate"/>.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="calendar"/> is null.</exception>
    /// <exception cref="ArgumentException">The calendar is one of months.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="date"/> is outside its bounds, or the calendar has
    /// no such adjustment period.</exception>
    public static bool TryGetPeriod(
        FiscalCalendar calendar, LocalDate date, int? adjustmentPeriod, out FiscalPeriod period)
    {
        RequireWeeks(calendar);
        int year = calendar.YearOf(date);
        if (adjustmentPeriod is int number)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(number, 1, nameof(adjustmentPeriod));
            ArgumentOutOfRangeException.ThrowIfGreaterThan(
                number, calendar.AdjustmentPeriodCount, nameof(adjustmentPeriod));
            bool hasYearAfter = year < calendar.LastYear;
            period = hasYearAfter ? new FiscalPeriod(year + 1, calendar.PeriodCount + number) : default;
            return hasYearAfter;
        }

        bool isInside = date <= FiscalCalendar.LastDate.PlusDays(-Days);
        period = isInside ? calendar.PeriodOf(date.PlusDays(Days)) : default;
        return isInside;
    }

    /// <summary>Refuses a calendar whose years are not made of weeks.</summary>
    /// <param name="calendar">The calendar.</param>
    /// <exception cref="ArgumentNullException"><paramref name="calendar"/> is null.</exception>
    /// <exception cref="ArgumentException">The calendar is one of months.</exception>
    internal static void RequireWeeks(FiscalCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        if (calendar.WeekPattern is null)
        {
            throw new ArgumentException(
                $"Comparable weeks need a calendar of weeks, not '{calendar}'.", nameof(calendar));
        }
    }
}
