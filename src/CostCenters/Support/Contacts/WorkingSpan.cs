using NodaTime;

namespace CostCenters.Support.Contacts;

/// <summary>Hours of one weekday in which work is done.</summary>
/// <remarks><c>default(WorkingSpan)</c> is no span: <see cref="WorkingHours"/> refuses it.</remarks>
public readonly record struct WorkingSpan
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

    /// <summary>The weekday.</summary>
    public IsoDayOfWeek Day { get; }

    /// <summary>When work begins, by the clock of the zone.</summary>
    public LocalTime From { get; }

    /// <summary>When work ends, exclusive; midnight is the end of the day.</summary>
    public LocalTime Until { get; }
}
