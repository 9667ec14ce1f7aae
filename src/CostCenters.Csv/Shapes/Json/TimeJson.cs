using System.Text.Json;
using CostCenters.Csv.Shapes.Sources;
using NodaTime;
using NodaTime.Text;

namespace CostCenters.Csv.Shapes.Json;

/// <summary>Sources of moments and of exclusive ends as JSON.</summary>
internal static class TimeJson
{
    /// <summary>The source of a place; null where it is none of these.</summary>
    public static ColumnSource? Read(JsonPlace place) => place switch
    {
        _ when place.Has("time") => ColumnSource.Time(
            SourceJson.Require(place, "time"), ZoneOf(place.Text("zone")), place.Texts("patterns")),
        _ when place.Has("after") && place.Has("goal") => ColumnSource.TimeWithin(
            SourceJson.Require(place, "after"), GoalOf(place.Text("goal")), SourceJson.Require(place, "left")),
        _ when place.Has("after") => ColumnSource.TimeAfter(
            SourceJson.Require(place, "after"), SourceJson.Require(place, "passed")),
        _ when place.Has("lastDayBefore") => ColumnSource.LastDayBefore(SourceJson.Require(place, "lastDayBefore")),
        _ => null,
    };

    /// <summary>Writes the members of such a source; false for another one.</summary>
    public static bool TryWrite(Utf8JsonWriter writer, ColumnSource source)
    {
        switch (source)
        {
            case LocalTimeSource time:
                SourceJson.Write(writer, "time", time.Text);
                writer.WriteString("zone", time.Zone.Id);
                writer.WritePropertyName("patterns");
                ProfileWriter.WriteTexts(writer, time.Patterns.Select(pattern => pattern.Text));
                return true;
            case ElapsedTimeSource { Goal: Duration goal } within:
                SourceJson.Write(writer, "after", within.Start);
                writer.WriteString("goal", DurationPattern.JsonRoundtrip.Format(goal));
                SourceJson.Write(writer, "left", within.Duration);
                return true;
            case ElapsedTimeSource after:
                SourceJson.Write(writer, "after", after.Start);
                SourceJson.Write(writer, "passed", after.Duration);
                return true;
            case LastDaySource day:
                SourceJson.Write(writer, "lastDayBefore", day.End);
                return true;
            default:
                return false;
        }
    }

    private static DateTimeZone ZoneOf(string? name) =>
        (name is null ? null : DateTimeZoneProviders.Tzdb.GetZoneOrNull(name))
            ?? throw new ArgumentException($"a time zone such as Europe/Berlin was expected, {Shown(name)}.");

    private static Duration GoalOf(string? text) =>
        DurationPattern.JsonRoundtrip.Parse(text ?? "").TryGetValue(default, out Duration goal)
            ? goal
            : throw new ArgumentException($"hours such as 4:00:00 were expected, {Shown(text)}.");

    private static string Shown(string? text) => text is null ? "the key is missing" : $"\"{text}\" came";
}
