using System.Collections.Immutable;
using CostCenters.Calendars;
using NodaTime;
using NodaTime.TimeZones;

namespace CostCenters.Support.Contacts;

/// <summary>The hours in which work is done, in one time zone: how response times are counted.</summary>
/// <remarks>
/// <para>For days from <see cref="FiscalCalendar.FirstDate"/> through <see cref="FiscalCalendar.LastDate"/>. Work by
/// the clock of the zone: an hour that the clock skips in spring is not worked, and a time that the clock shows twice
/// in autumn is the first of both, so that a day starts with its first midnight.</para>
/// <para>Times are exact to the microsecond; finer parts are cut off. Immutable.</para>
/// </remarks>
public sealed class WorkingHours
{
    private const long MicrosecondsPerDay = 86_400_000_000;
    private const long TicksPerMicrosecond = 10;

    private readonly ImmutableArray<WorkingSpan>[] week = new ImmutableArray<WorkingSpan>[8];

    // The same in microseconds of a day of 24 hours.
    private readonly (long From, long Until)[][] plainWeek = new (long, long)[8][];
    private readonly bool isRoundTheClock;

    // In microseconds since 1970 by UTC: where each day starts (and, at the end, where the last one ends), and how long
    // work has been done before it.
    private readonly long[] starts;
    private readonly long[] workedBefore;

    // The weekday whose spans hold on each day; 0, which has none, for a holiday.
    private readonly byte[] weekdays;

    private WorkingHours(
        DateTimeZone zone, IEnumerable<WorkingSpan> spans, IEnumerable<LocalDate> holidays, bool isRoundTheClock)
    {
        ArgumentNullException.ThrowIfNull(zone);
        ArgumentNullException.ThrowIfNull(spans);
        ArgumentNullException.ThrowIfNull(holidays);
        Zone = zone;
        HashSet<LocalDate> free = [.. holidays];
        this.isRoundTheClock = isRoundTheClock;
        ILookup<IsoDayOfWeek, WorkingSpan> byDay = spans.ToLookup(span => span.Day);
        foreach (IsoDayOfWeek day in Enum.GetValues<IsoDayOfWeek>())
        {
            week[(int)day] = [.. byDay[day].OrderBy(span => span.From)];
            RequireApart(day, week[(int)day], nameof(spans));
            plainWeek[(int)day] = [.. week[(int)day].Select(span => (
                MicrosecondsOf(span.From),
                span.Until == LocalTime.Midnight ? MicrosecondsPerDay : MicrosecondsOf(span.Until)))];
        }

        starts = new long[FiscalCalendar.DayCount + 1];
        workedBefore = new long[FiscalCalendar.DayCount + 1];
        weekdays = new byte[FiscalCalendar.DayCount];
        FindStarts();
        for (int day = 0; day < FiscalCalendar.DayCount; day++)
        {
            LocalDate date = DateAt(day);
            weekdays[day] = free.Contains(date) ? (byte)0 : (byte)date.DayOfWeek;
            workedBefore[day + 1] = workedBefore[day] + WorkedOn(day, starts[day + 1]);
        }
    }

    /// <summary>The time zone.</summary>
    public DateTimeZone Zone { get; }

    /// <summary>Working hours by weekday.</summary>
    /// <param name="zone">The time zone; which day and period a time falls on is told by its clock.</param>
    /// <param name="spans">When work is done; spans of one day do not overlap.</param>
    /// <param name="holidays">Days without work.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">Two spans of one day overlap, or a span is <c>default</c>.</exception>
    public static WorkingHours Of(
        DateTimeZone zone, IEnumerable<WorkingSpan> spans, IEnumerable<LocalDate> holidays) =>
        new(zone, spans, holidays, isRoundTheClock: false);

    /// <summary>Work is done all the time: what is counted is the time that passed.</summary>
    /// <param name="zone">The time zone; which day and period a time falls on is told by its clock.</param>
    /// <exception cref="ArgumentNullException"><paramref name="zone"/> is null.</exception>
    public static WorkingHours RoundTheClock(DateTimeZone zone) => new(zone, [], [], isRoundTheClock: true);

    /// <summary>The day that the clock of the zone shows.</summary>
    /// <param name="time">When.</param>
    /// <exception cref="ArgumentOutOfRangeException">The day is out of the supported bounds.</exception>
    public LocalDate DateOf(Instant time) => DateAt(DayOf(MicrosecondsOf(time)));

    /// <summary>Whether the day that the clock shows is within the supported bounds.</summary>
    /// <param name="time">When.</param>
    public bool Supports(Instant time) => Supports(MicrosecondsOf(time));

    /// <summary>How much work is done between two times.</summary>
    /// <param name="from">The earlier time.</param>
    /// <param name="until">The later time.</param>
    /// <exception cref="ArgumentException"><paramref name="until"/> is before <paramref name="from"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A day is out of the supported bounds.</exception>
    public Duration Between(Instant from, Instant until) =>
        until < from
            ? throw new ArgumentException(
                FormattableString.Invariant($"{until:uuuu-MM-ddTHH:mm:ss'Z'} is before {from:uuuu-MM-ddTHH:mm:ss'Z'}."),
                nameof(until))
            : Duration.FromTicks(
                (WorkedUntil(MicrosecondsOf(until)) - WorkedUntil(MicrosecondsOf(from))) * TicksPerMicrosecond);

    internal static long MicrosecondsOf(Instant time) =>
        Math.DivRem(time.ToUnixTimeTicks(), TicksPerMicrosecond, out long rest) - (rest < 0 ? 1 : 0);

    /// <summary>Whether the day that the clock shows is within the supported bounds.</summary>
    /// <param name="time">Microseconds since 1970 by UTC.</param>
    public bool Supports(long time) => time >= starts[0] && time < starts[^1];

    /// <summary>How much work is done until a time, since a moment that is the same for all times.</summary>
    internal long WorkedUntil(long time)
    {
        if (isRoundTheClock)
        {
            return time;
        }

        int day = DayOf(time);
        return workedBefore[day] + WorkedOn(day, time);
    }

    /// <summary>The number of the day that the clock shows, as <see cref="FiscalCalendar.DayNumber"/> counts.</summary>
    /// <param name="time">Microseconds since 1970 by UTC.</param>
    /// <exception cref="ArgumentOutOfRangeException">The day is out of the supported bounds.</exception>
    public int DayOf(long time)
    {
        if (!Supports(time))
        {
            throw new ArgumentOutOfRangeException(
                nameof(time),
                Instant.FromUnixTimeTicks(time * TicksPerMicrosecond),
                $"Days from {new DateRange(FiscalCalendar.FirstDate, FiscalCalendar.LastDate)} are supported.");
        }

        // A day is 24 hours but for a few, so the guess is at most a day off.
        int day = (int)Math.Min((time - starts[0]) / MicrosecondsPerDay, starts.Length - 2);
        while (starts[day] > time)
        {
            day--;
        }

        while (starts[day + 1] <= time)
        {
            day++;
        }

        return day;
    }

    internal static LocalDate DateAt(int day) => FiscalCalendar.FirstDate.PlusDays(day);

    private static long MicrosecondsOf(LocalTime time) => time.TickOfDay / TicksPerMicrosecond;

    private static void RequireApart(IsoDayOfWeek day, ImmutableArray<WorkingSpan> spans, string parameter)
    {
        if (day == IsoDayOfWeek.None && spans.Length > 0)
        {
            throw new ArgumentException("A span without a weekday is no span.", parameter);
        }

        foreach ((WorkingSpan first, WorkingSpan second) in spans.Zip(spans.Skip(1)))
        {
            if (first.Until == LocalTime.Midnight || first.Until > second.From)
            {
                throw new ArgumentException(
                    FormattableString.Invariant($"Two spans of {day} overlap at {second.From:HH:mm:ss}."), parameter);
            }
        }
    }

    /// <summary>How long work is done on a day before a time of it.</summary>
    private long WorkedOn(int day, long until)
    {
        long worked = 0;
        if (starts[day + 1] - starts[day] == MicrosecondsPerDay)
        {
            long time = until - starts[day];
            foreach ((long from, long end) in plainWeek[weekdays[day]])
            {
                worked += Math.Max(0, Math.Min(time, end) - from);
            }

            return worked;
        }

        foreach (WorkingSpan span in week[weekdays[day]])
        {
            long end = span.Until == LocalTime.Midnight ? starts[day + 1] : InstantOf(DateAt(day), span.Until);
            worked += Math.Max(0, Math.Min(until, end) - InstantOf(DateAt(day), span.From));
        }

        return worked;
    }

    /// <summary>Finds where days start: a zone seldom changes its offset, and most days are far from that.</summary>
    private void FindStarts()
    {
        ZoneInterval? same = null;
        for (int day = 0; day < starts.Length; day++)
        {
            LocalDateTime midnight = DateAt(day).AtMidnight();
            if (same is null || !IsWellWithin(same, midnight))
            {
                ZoneLocalMapping mapping = Zone.MapLocal(midnight);
                same = mapping.LateInterval;
                starts[day] = InstantOf(mapping);
            }
            else
            {
                starts[day] = MicrosecondsOf(midnight.WithOffset(same.WallOffset).ToInstant());
            }
        }

        static bool IsWellWithin(ZoneInterval interval, LocalDateTime time) =>
            (!interval.HasStart || interval.IsoLocalStart < time.PlusDays(-2))
            && (!interval.HasEnd || time.PlusDays(2) < interval.IsoLocalEnd);
    }

    private long InstantOf(LocalDate date, LocalTime time) => InstantOf(Zone.MapLocal(date + time));

    private static long InstantOf(ZoneLocalMapping mapping) =>
        MicrosecondsOf(mapping.Count == 0 ? mapping.LateInterval.Start : mapping.First().ToInstant());
}
