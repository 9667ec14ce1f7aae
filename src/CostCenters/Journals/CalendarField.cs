using System.Globalization;
using CostCenters.Calendars;
using NodaTime;

namespace CostCenters.Journals;

/// <summary>The fiscal calendar as a text in the first line of a journal, such as <c>months 4 End +0</c>.</summary>
internal static class CalendarField
{
    public static string Write(FiscalCalendar calendar) => calendar.FirstMonth is int firstMonth
        ? FormattableString.Invariant(
            $"months {firstMonth} {calendar.YearNaming} +{calendar.AdjustmentPeriodCount}")
        : FormattableString.Invariant(
            $"weeks {calendar.WeekPattern} {calendar.YearEnd!.Rule} {calendar.YearEnd.Weekday} ")
            + FormattableString.Invariant(
                $"{calendar.YearEnd.Month} {calendar.YearNaming} {calendar.Week53Period} ")
            + FormattableString.Invariant($"+{calendar.AdjustmentPeriodCount}");

    /// <exception cref="FormatException">The text is no calendar.</exception>
    public static FiscalCalendar Read(string text)
    {
        string[] words = text.Split(' ');
        FiscalCalendar? calendar = words switch
        {
            ["months", var month, var naming, var adjustments] =>
                FiscalCalendar.Months(Number(month), Choice<YearNaming>(naming))
                    .WithAdjustmentPeriods(Number(adjustments)),
            ["weeks", var pattern, var rule, var weekday, var month, var naming, var week53, var adjustments] =>
                FiscalCalendar.Weeks(
                    TextValue.Parse<WeekPattern>(pattern, null),
                    new YearEnd(Number(month), Choice<IsoDayOfWeek>(weekday), Choice<YearEndRule>(rule)),
                    Choice<YearNaming>(naming),
                    Number(week53)).WithAdjustmentPeriods(Number(adjustments)),
            _ => null,
        };
        return calendar ?? throw new FormatException($"'{text}' is no calendar of a journal.");
    }

    private static int Number(string text) =>
        int.Parse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);

    private static T Choice<T>(string text)
        where T : struct, Enum =>
        Enum.TryParse(text, ignoreCase: false, out T choice) && Enum.IsDefined(choice)
            ? choice
            : throw new FormatException($"'{text}' is no {typeof(T).Name}.");
}
