using System.Text.Json;
using CostCenters.Calendars;
using NodaTime;

namespace CostCenters.Csv.Folders;

/// <summary>Reads and writes the fiscal calendar of <c>book.json</c>.</summary>
internal static class CalendarFields
{
    private static readonly (string Text, YearNaming Value)[] Namings =
        [("start", YearNaming.Start), ("end", YearNaming.End)];

    private static readonly (string Text, YearEndRule Value)[] Rules =
        [("last", YearEndRule.Last), ("nearest", YearEndRule.Nearest)];

    private static readonly (string Text, IsoDayOfWeek Value)[] Weekdays =
        [.. Enum.GetValues<IsoDayOfWeek>()
            .Where(day => day != IsoDayOfWeek.None)
            .Select(day => (day.ToString().ToLowerInvariant(), day))];

    /// <summary>Reads a calendar; null when it is wrong, all faults being told.</summary>
    public static FiscalCalendar? Read(JsonFields fields)
    {
        bool? isMonths = fields.OneOf("kind", ("months", true), ("weeks", false));
        return isMonths switch
        {
            true => ReadMonths(fields),
            false => ReadWeeks(fields),
            null => null,
        };
    }

    /// <summary>Writes the fields of a calendar.</summary>
    public static void Write(FiscalCalendar calendar, Utf8JsonWriter json)
    {
        if (calendar.AdjustmentPeriodCount > 0)
        {
            throw new ArgumentException("A book has no place for adjustment periods.", nameof(calendar));
        }

        if (calendar.FirstMonth is int firstMonth)
        {
            json.WriteString("kind", "months");
            json.WriteNumber("firstMonth", firstMonth);
        }
        else
        {
            YearEnd yearEnd = calendar.YearEnd!;
            json.WriteString("kind", "weeks");
            json.WriteString("pattern", calendar.WeekPattern!.ToString());
            json.WriteStartObject("yearEnd");
            json.WriteNumber("month", yearEnd.Month);
            json.WriteString("weekday", TextOf(Weekdays, yearEnd.Weekday));
            json.WriteString("rule", TextOf(Rules, yearEnd.Rule));
            json.WriteEndObject();
            json.WriteNumber("week53", calendar.Week53Period!.Value);
        }

        json.WriteString("yearNamedBy", TextOf(Namings, calendar.YearNaming));
    }

    private static FiscalCalendar? ReadMonths(JsonFields fields)
    {
        int? firstMonth = fields.Number("firstMonth", 1, 12);
        YearNaming? naming = firstMonth == 1 && !fields.Has("yearNamedBy")
            ? YearNaming.Start
            : fields.OneOf("yearNamedBy", Namings);
        fields.TellUnknown("kind", "firstMonth", "yearNamedBy");
        return firstMonth is int month && naming is YearNaming named ? FiscalCalendar.Months(month, named) : null;
    }

    private static FiscalCalendar? ReadWeeks(JsonFields fields)
    {
        WeekPattern? pattern = fields.Value<WeekPattern>("pattern");
        JsonFields? end = fields.Object("yearEnd");
        int? month = end?.Number("month", 1, 12);
        IsoDayOfWeek? weekday = end?.OneOf("weekday", Weekdays);
        YearEndRule? rule = end?.OneOf("rule", Rules);
        end?.TellUnknown("month", "weekday", "rule");
        YearNaming? naming = month == 12 && !fields.Has("yearNamedBy")
            ? YearNaming.End
            : fields.OneOf("yearNamedBy", Namings);
        int most = pattern?.Weeks.Length ?? 52;
        bool hasWeek53 = fields.Has("week53");
        int? week53 = hasWeek53 ? fields.Number("week53", 1, most) : null;
        fields.TellUnknown("kind", "pattern", "yearEnd", "yearNamedBy", "week53");
        return pattern is not null && month is int m && weekday is IsoDayOfWeek w && rule is YearEndRule r
            && naming is YearNaming named && (week53 is not null || !hasWeek53)
                ? FiscalCalendar.Weeks(pattern, new YearEnd(m, w, r), named, week53)
                : null;
    }

    private static string TextOf<TValue>((string Text, TValue Value)[] choices, TValue value)
        where TValue : struct =>
        choices.First(choice => choice.Value.Equals(value)).Text;
}
