using System.ComponentModel;
using System.Text.Json.Serialization;
using NodaTime;
using NodaTime.Text;

namespace CostCenters.Calendars;

/// <summary>The days from a first through a last one, both inclusive.</summary>
/// <remarks><c>default(DateRange)</c> is a legal range: the one day 0001-01-01.</remarks>
[JsonConverter(typeof(TextJsonConverter<DateRange>))]
[TypeConverter(typeof(TextTypeConverter<DateRange>))]
public readonly record struct DateRange : ITextValue<DateRange>
{
    /// <summary>Names a range of days.</summary>
    /// <param name="first">The first day.</param>
    /// <param name="last">The last day, which belongs to the range; of the same calendar system.</param>
    /// <exception cref="ArgumentException"><paramref name="first"/> comes after <paramref name="last"/>, or a day is
    /// not of the ISO calendar.</exception>
    public DateRange(LocalDate first, LocalDate last)
    {
        if (first.Calendar != CalendarSystem.Iso || last.Calendar != CalendarSystem.Iso)
        {
            throw new ArgumentException("Days of the ISO calendar were expected.", nameof(first));
        }

        if (first > last)
        {
            throw new ArgumentException(
                $"A range runs forward, but {IsoDate.Text(first)} comes after {IsoDate.Text(last)}.", nameof(first));
        }

        First = first;
        Last = last;
    }

    static string ITextValue<DateRange>.Expected =>
        "a range of days that runs forward; write it like 2026-01-01..2026-01-31";

    /// <summary>The first day.</summary>
    public LocalDate First { get; }

    /// <summary>The last day, which belongs to the range.</summary>
    public LocalDate Last { get; }

    /// <summary>How many days the range has, at least 1.</summary>
    public int Days => Period.DaysBetween(First, Last) + 1;

    /// <summary>Tells whether a day lies within the range.</summary>
    /// <param name="date">The day to look for.</param>
    public bool Contains(LocalDate date) => First <= date && date <= Last;

    /// <summary>Text such as <c>2026-01-01..2026-01-31</c> in every culture; never throws.</summary>
    public override string ToString() => $"{IsoDate.Text(First)}..{IsoDate.Text(Last)}";

    static bool ITextValue<DateRange>.TryRead(
        ReadOnlySpan<char> text, IFormatProvider? provider, out DateRange value)
    {
        value = default;
        int dots = text.IndexOf("..");
        if (dots < 0
            || !LocalDatePattern.Iso.Parse(text[..dots].ToString()).TryGetValue(default, out LocalDate first)
            || !LocalDatePattern.Iso.Parse(text[(dots + 2)..].ToString()).TryGetValue(default, out LocalDate last)
            || first > last)
        {
            return false;
        }

        value = new DateRange(first, last);
        return true;
    }

    string ITextValue<DateRange>.ExactText() => ToString();
}
