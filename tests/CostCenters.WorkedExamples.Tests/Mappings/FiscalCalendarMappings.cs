using CostCenters.Calendars;
using NodaTime;

namespace CostCenters.WorkedExamples.Tests.Mappings;

public static class FiscalCalendarMappings
{
    [Calc("week_years")]
    public static object WeekYears(Given inputs)
    {
        var calendar = CalendarOf(inputs.Part("rule"));
        return inputs.Wholes("fiscal_years").Select(calendar.GetYear).ToDictionary(
            year => $"{year.Name}",
            year => new Dictionary<string, object?>
            {
                ["start"] = year.First,
                ["end"] = year.Last,
                ["weeks"] = year.Weeks,
            });
    }

    [Calc("years_with_53")]
    public static object YearsWith53(Given inputs)
    {
        var calendar = CalendarOf(inputs.Part("rule"));
        var years = new List<int>();
        for (int year = inputs.Whole("from"); year <= inputs.Whole("to"); year++)
        {
            if (calendar.GetYear(year).Weeks == 53)
            {
                years.Add(year);
            }
        }

        return new Dictionary<string, object?> { ["years"] = years };
    }

    [Calc("week_periods")]
    public static object WeekPeriods(Given inputs)
    {
        var start = inputs.Date("start");
        int[] weeks = inputs.Wholes("pattern");
        if (inputs.OptionalNumber("extra_week_in_period") is decimal period)
        {
            weeks[(int)period - 1]++;
        }

        var year = FiscalYear.FromWeeks(start.Year, start, weeks);
        return new Dictionary<string, object?>
        {
            ["periods"] = year.Periods.Select(year.DatesOf).Select(dates => new Dictionary<string, object?>
            {
                ["start"] = dates.First,
                ["end"] = dates.Last,
                ["weeks"] = Period.Between(dates.First, dates.Last.PlusDays(1), PeriodUnits.Weeks).Weeks,
            }),
            ["year_end"] = year.Last,
            ["total_weeks"] = year.Weeks,
        };
    }

    [Calc("month_year")]
    public static object MonthYear(Given inputs)
    {
        var naming = inputs.Text("named_by") switch
        {
            "start_year" => YearNaming.Start,
            "end_year" => YearNaming.End,
            var other => throw new NotSupportedException($"Years named by '{other}'."),
        };
        var calendar = FiscalCalendar.Months(inputs.Whole("first_month"), naming);
        var year = calendar.GetYear(inputs.Whole("fiscal_year"));
        return new Dictionary<string, object?>
        {
            ["start"] = year.First,
            ["end"] = year.Last,
            ["periods"] = year.Periods.Select(year.DatesOf).Select(dates => new Dictionary<string, object?>
            {
                ["start"] = dates.First,
                ["end"] = dates.Last,
            }),
            ["period_of"] = inputs.Optional("dates")?.Items.Select(date => date.Date()).ToDictionary(
                date => NodaTime.Text.LocalDatePattern.Iso.Format(date),
                date => new Dictionary<string, object?>
                {
                    ["period"] = calendar.PeriodOf(date).Number,
                    ["quarter"] = calendar.QuarterOf(calendar.PeriodOf(date)),
                }),
        };
    }

    // The pattern has no effect on where years start and end.
    private static FiscalCalendar CalendarOf(Given rule) => FiscalCalendar.Weeks(
        WeekPattern.FourFourFive,
        new YearEnd(
            rule.Whole("month"),
            (IsoDayOfWeek)(rule.Whole("weekday") + 1), // The examples count Monday as 0, NodaTime as 1.
            rule.Text("kind") switch
            {
                "last" => YearEndRule.Last,
                "nearest" => YearEndRule.Nearest,
                var other => throw new NotSupportedException($"Year end rule '{other}'."),
            }),
        rule.Whole("end_year_offset", otherwise: 0) switch
        {
            0 => YearNaming.End,
            1 => YearNaming.Start,
            var other => throw new NotSupportedException($"Years named {other} years before their end."),
        },
        week53Period: null);
}
