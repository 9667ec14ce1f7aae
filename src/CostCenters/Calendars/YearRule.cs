using NodaTime;

namespace CostCenters.Calendars;

/// <summary>
/// Where the fiscal years and their periods start. Choices without effect are normalized, so that rules are equal
/// exactly when they lay out time in the same way.
/// </summary>
internal abstract record YearRule
{
    internal abstract int PeriodCount { get; }

    /// <summary>Which calendar year names a year.</summary>
    internal abstract YearNaming Naming { get; }

    /// <summary>Periods in a quarter, or <see langword="null"/> if periods make no quarters.</summary>
    internal abstract int? PeriodsPerQuarter { get; }

    /// <summary>The first day of a period; the one after the year's last is the first of the next year.</summary>
    internal abstract LocalDate StartOf(int year, int number);

    /// <summary>The weeks of a year, or <see langword="null"/> if the rule counts in months.</summary>
    internal abstract int? WeeksIn(int year);
}

/// <summary>Twelve calendar months from any first month.</summary>
internal sealed record MonthYears : YearRule
{
    internal MonthYears(int firstMonth, YearNaming naming)
    {
        FirstMonth = firstMonth;
        Naming = firstMonth == 1 ? YearNaming.Start : naming;
    }

    internal int FirstMonth { get; }

    internal override YearNaming Naming { get; }

    internal override int PeriodCount => 12;

    internal override int? PeriodsPerQuarter => 3;

    internal override LocalDate StartOf(int year, int number) =>
        new LocalDate(Naming == YearNaming.Start ? year : year - 1, FirstMonth, 1).PlusMonths(number - 1);

    internal override int? WeeksIn(int year) => null;

    public override string ToString() => $"months from {FirstMonth}, years named by {Naming}";
}

/// <summary>Years of 52 or 53 whole weeks that end on one weekday.</summary>
internal sealed record WeekYears : YearRule
{
    internal WeekYears(WeekPattern pattern, YearEnd yearEnd, YearNaming naming, int? week53Period)
    {
        Pattern = pattern;
        YearEnd = yearEnd;
        Naming = yearEnd.Month == 12 ? YearNaming.End : naming;
        Week53Period = week53Period ?? pattern.Weeks.Length;
    }

    internal WeekPattern Pattern { get; }

    internal YearEnd YearEnd { get; }

    internal override YearNaming Naming { get; }

    internal int Week53Period { get; }

    internal override int PeriodCount => Pattern.Weeks.Length;

    internal override int? PeriodsPerQuarter => Pattern.PeriodsPerQuarter;

    internal override LocalDate StartOf(int year, int number)
    {
        if (number > PeriodCount)
        {
            return StartOf(year + 1, 1);
        }

        int weeks = Pattern.WeeksBefore[number - 1];
        if (number > Week53Period && WeeksIn(year) == 53)
        {
            weeks++;
        }

        return EndOf(year - 1).PlusDays(1 + (7 * weeks));
    }

    internal override int? WeeksIn(int year) => Period.DaysBetween(EndOf(year - 1), EndOf(year)) / 7;

    public override string ToString() =>
        $"{Pattern} weeks to the {YearEnd.Rule} {YearEnd.Weekday} of month {YearEnd.Month}, "
        + $"week 53 in period {Week53Period}, years named by {Naming}";

    private LocalDate EndOf(int year) => YearEnd.DateIn(Naming == YearNaming.Start ? year + 1 : year);
}
