using System.ComponentModel;
using System.Text.Json.Serialization;
using NodaTime;
using NodaTime.Text;

namespace CostCenters.Support.Contacts;

/// <summary>Hours of one weekday in which work is done.</summary>
/// <remarks><c>default(WorkingSpan)</c> is no span: <see cref="WorkingHours"/> refuses it.</remarks>
[JsonConverter(typeof(TextJsonConverter<WorkingSpan>))]
[TypeConverter(typeof(TextTypeConverter<WorkingSpan>))]
public readonly record struct WorkingSpan : ITextValue<WorkingSpan>
{
    /// <summary>Creates a span.</summary>
    /// <param name="day">The weekday.</param>
    /// <param name="from">When work begins, by the clock of the zone.</param>
    /// <param name="until">When work ends, exclusive; midnight is the end of the day.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="day"/> is no weekday.</exception>
    /// <exception cref="ArgumentException">The span ends before it begins or when it begins.</exception>
    public WorkingSpan(IsoDayOfWeek day, LocalTime from, LocalTime until)
    {
        if (day == IsoDayOfWeek.None || !Enum.IsDefined(day))
        {
            throw new ArgumentOutOfRangeException(nameof(day), day, "A weekday was expected.");
        }

        if (until != LocalTime.Midnight && until <= from)
        {
            throw new ArgumentException(
                FormattableString.Invariant(
                    $"Work from {from:HH:mm:ss} cannot end at {until:HH:mm:ss} of the same day."),
                nameof(until));
        }

        Day = day;
        From = from;
        Until = until;
    }

    static string ITextValue<WorkingSpan>.Expected => "hours of a weekday; write them like Monday 09:00:00-17:30:00";

    /// <summary>The weekday.</summary>
    public IsoDayOfWeek Day { get; }

    /// <summary>When work begins, by the clock of the zone.</summary>
    public LocalTime From { get; }

    /// <summary>When work ends, exclusive; midnight is the end of the day.</summary>
    public LocalTime Until { get; }

    /// <summary>Text such as <c>Monday 09:00:00-17:30:00</c> in every culture; never throws.</summary>
    public override string ToString() =>
        Day == IsoDayOfWeek.None
            ? "(no hours)"
            : $"{Day} {LocalTimePattern.ExtendedIso.Format(From)}-{LocalTimePattern.ExtendedIso.Format(Until)}";

    static bool ITextValue<WorkingSpan>.TryRead(
        ReadOnlySpan<char> text, IFormatProvider? provider, out WorkingSpan value)
    {
        value = default;
        int space = text.IndexOf(' ');
        int hyphen = text.IndexOf('-');
        if (space < 1
            || hyphen < space
            || !TextValue.TryName(text[..space], out IsoDayOfWeek day)
            || day == IsoDayOfWeek.None
            || !TryTime(text[(space + 1)..hyphen], out LocalTime from)
            || !TryTime(text[(hyphen + 1)..], out LocalTime until)
            || (until != LocalTime.Midnight && until <= from))
        {
            return false;
        }

        value = new WorkingSpan(day, from, until);
        return true;
    }

    string ITextValue<WorkingSpan>.ExactText() => Day == IsoDayOfWeek.None ? "" : ToString();

    private static bool TryTime(ReadOnlySpan<char> text, out LocalTime time) =>
        LocalTimePattern.ExtendedIso.Parse(text.ToString()).TryGetValue(default, out time);
}
