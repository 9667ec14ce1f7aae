using NodaTime;

namespace CostCenters.Samples.SampleCompany.SupportDesk;

/// <summary>When the desk works: Monday to Friday from eight to six, but on holidays.</summary>
internal static class DeskHours
{
    public const int MinutesADay = 600;

    private static readonly LocalTime Start = new(8, 0);
    private static readonly LocalTime End = new(18, 0);

    private static readonly LocalDate[] Holidays =
    [
        new(2025, 1, 1), new(2025, 4, 18), new(2025, 4, 21), new(2025, 5, 1), new(2025, 5, 29), new(2025, 6, 9),
        new(2025, 10, 3), new(2025, 12, 25), new(2025, 12, 26), new(2026, 1, 1),
    ];

    public static IReadOnlyList<LocalDate> Workdays(int year, int month) =>
    [
        .. Enumerable.Range(1, CalendarSystem.Iso.GetDaysInMonth(year, month))
            .Select(day => new LocalDate(year, month, day))
            .Where(IsWorkday),
    ];

    /// <summary>So many seconds of work later.</summary>
    public static LocalDateTime Add(LocalDateTime time, long seconds)
    {
        while (true)
        {
            long left = Period.Between(time, time.Date.At(End), PeriodUnits.Seconds).Seconds;
            if (seconds < left)
            {
                return time.PlusSeconds(seconds);
            }

            seconds -= left;
            LocalDate day = time.Date.PlusDays(1);
            while (!IsWorkday(day))
            {
                day = day.PlusDays(1);
            }

            time = day.At(Start);
        }
    }

    private static bool IsWorkday(LocalDate day) =>
        day.DayOfWeek is not (IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday) && !Holidays.Contains(day);
}
