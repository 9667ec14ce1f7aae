using NodaTime;

namespace CostCenters.Csv.Shapes;

public abstract partial class ColumnSource
{
    /// <summary>A moment from a local date and time without offset, written as the contract writes times.</summary>
    /// <remarks>A time that the clocks of the zone skip or show twice is a fault of the row, never guessed.</remarks>
    /// <param name="text">The date and time.</param>
    /// <param name="zone">The zone whose clocks show it, such as that of the account which exported.</param>
    /// <param name="patterns">As those of a profile's dates, with the time: <c>dd/MMM/yy h:mm tt</c>.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">There is no pattern, or one is none of a date.</exception>
    public static ColumnSource Time(ColumnSource text, DateTimeZone zone, params IEnumerable<string> patterns) =>
        new LocalTimeSource(text, zone, patterns);

    /// <summary>A moment from another one and the time that passed since, <c>26:15:00</c> or <c>26:15</c> in hours.
    /// </summary>
    /// <remarks>The clock counts around the clock: durations of working hours give no moment. A negative one is a
    /// fault.
    /// </remarks>
    /// <param name="start">A time as the contract writes it, or a <see cref="Time"/>.</param>
    /// <param name="passed">Hours, minutes and maybe seconds; empty for no moment.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static ColumnSource TimeAfter(ColumnSource start, ColumnSource passed) =>
        new ElapsedTimeSource(start, passed, goal: null);

    /// <summary>A moment from another one, a goal, and the time that was left of the goal then: start + goal − left.
    /// </summary>
    /// <remarks>A negative rest is one by which the goal was missed.</remarks>
    /// <param name="start">A time as the contract writes it, or a <see cref="Time"/>.</param>
    /// <param name="goal">The whole time, counted around the clock; above 0.</param>
    /// <param name="left">Hours, minutes and maybe seconds, with a minus where none was left; empty for no moment.
    /// </param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The goal is not above 0.</exception>
    public static ColumnSource TimeWithin(ColumnSource start, Duration goal, ColumnSource left) =>
        new ElapsedTimeSource(start, left, goal);

    /// <summary>The last day of a span of which the file has the exclusive end: the day before a midnight, or the day
    /// of any other time.</summary>
    /// <param name="end">The first moment that is not in the span any more, by the profile's date patterns.</param>
    /// <exception cref="ArgumentNullException"><paramref name="end"/> is null.</exception>
    public static ColumnSource LastDayBefore(ColumnSource end) => new LastDaySource(end);
}
