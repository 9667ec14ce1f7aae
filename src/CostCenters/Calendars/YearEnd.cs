using NodaTime;

namespace CostCenters.Calendars;

/// <summary>The last day of a fiscal year of weeks, such as the Saturday nearest to the end of January.</summary>
/// <remarks>
/// The rules differ: with the last Saturday of September (Apple) 2026 ends on 26 September, with the nearest one
/// (Disney) on 3 October.
/// </remarks>
public sealed record YearEnd
{
    /// <summary>Names the last day of every year.</summary>
    /// <param name="month">The month that the year end is tied to, 1 to 12.</param>
    /// <param name="weekday">The weekday on which every year ends.</param>
    /// <param name="rule">Which such weekday it is.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is none of its possible values.</exception>
    public YearEnd(int month, IsoDayOfWeek weekday, YearEndRule rule)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(month, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(month, 12);
        if (weekday is < IsoDayOfWeek.Monday or > IsoDayOfWeek.Sunday)
        {
            throw new ArgumentOutOfRangeException(nameof(weekday), weekday, "Not a day of the week.");
        }

        if (rule is not (YearEndRule.Last or YearEndRule.Nearest))
        {
            throw new ArgumentOutOfRangeException(nameof(rule), rule, "Not a year-end rule.");
        }

        Month = month;
        Weekday = weekday;
        Rule = rule;
    }

    /// <summary>The month that the year end is tied to, 1 to 12.</summary>
    public int Month { get; }

    /// <summary>The weekday on which every year ends.</summary>
    public IsoDayOfWeek Weekday { get; }

    /// <summary>Which such weekday it is.</summary>
    public YearEndRule Rule { get; }

    /// <summary>The year end that is tied to <see cref="Month"/> of a calendar year.</summary>
    internal LocalDate DateIn(int calendarYear)
    {
        var monthEnd = new LocalDate(calendarYear, Month, 1).PlusMonths(1).PlusDays(-1);
        var latest = Rule == YearEndRule.Nearest ? monthEnd.PlusDays(3) : monthEnd;
        int daysBack = ((int)latest.DayOfWeek - (int)Weekday + 7) % 7;
        return latest.PlusDays(-daysBack);
    }

    /// <summary>The members by name, the same in every culture.</summary>
    public override string ToString() => RecordText.Of(
        nameof(YearEnd), (nameof(Month), Month), (nameof(Weekday), Weekday), (nameof(Rule), Rule));
}
