using NodaTime;
using NodaTime.Text;

namespace CostCenters.Data.Statements;

/// <summary>Days as providers return and take them.</summary>
internal static class DayValue
{
    /// <summary>The day of a value, or null when it is none.</summary>
    public static LocalDate? Of(object? value) => value switch
    {
        DateOnly day => new LocalDate(day.Year, day.Month, day.Day),
        DateTime time => new LocalDate(time.Year, time.Month, time.Day),
        string text => LocalDatePattern.Iso.Parse(text) is { Success: true } parsed ? parsed.Value : null,
        _ => null,
    };
}
