using CostCenters.Calendars;
using NodaTime;

namespace CostCenters.Samples.Cookbook;

internal static class CalendarPage
{
    public static void Show()
    {
        Console.WriteLine("-- calendars");
        var calendar = FiscalCalendar.Weeks(
            WeekPattern.Of([4, 5, 4, 4, 4, 5, 4, 4, 5, 4, 4, 5]),
            new YearEnd(month: 1, IsoDayOfWeek.Saturday, YearEndRule.Nearest),
            YearNaming.Start,
            week53Period: 12);
        var june = new LocalDate(2026, 6, 1);
        FiscalPeriod period = calendar.PeriodOf(june);
        Console.WriteLine($"{calendar.WeekPattern}: {period} is {calendar.DatesOf(period)}");
        Console.WriteLine($"quarter {calendar.QuarterOf(period)}, weeks of 2023: {calendar.GetYear(2023).Weeks}");
    }
}
