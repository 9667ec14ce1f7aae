using System.Collections.Immutable;
using NodaTime;

namespace CostCenters.Calendars;

/// <summary>The fiscal years and periods of a company.</summary>
/// <remarks>
/// <para>Every day from <see cref="FirstDate"/> through <see cref="LastDate"/> lies in exactly one regular period of
/// one year. The first and the last fiscal year may reach beyond these days; they exist all the same, and
/// <see cref="IsWholeYearSupported"/> tells them apart.</para>
/// <para>Adjustment periods follow the last regular period of their year. No day falls into them: a posting has to
/// name one.</para>
/// <para>Periods are numbered through without a gap, adjustment periods included, so that cubes and ledgers can
/// keep them in arrays: ordinal 0 is the first period of <see cref="FirstYear"/>.</para>
/// <para>Two calendars are equal when they lay out the same periods. Immutable; safe for all threads.</para>
/// </remarks>
public sealed class FiscalCalendar : IEquatable<FiscalCalendar>
{
    /// <summary>The most adjustment periods of a year: 15, which is what a ledger has room for.</summary>
    public const int MaxAdjustmentPeriods = 15;

    private readonly YearRule rule;
    private readonly int slotsPerYear;
    private readonly Lazy<ushort[]> ordinalsByDay;

    private FiscalCalendar(YearRule rule, int adjustmentPeriodCount)
    {
        this.rule = rule;
        AdjustmentPeriodCount = adjustmentPeriodCount;
        slotsPerYear = rule.PeriodCount + adjustmentPeriodCount;
        FirstYear = YearHolding(rule, FirstDate);
        LastYear = YearHolding(rule, LastDate);
        ordinalsByDay = new Lazy<ushort[]>(NumberDays);
    }

    /// <summary>The first day that has a period: 1 January 1900.</summary>
    public static LocalDate FirstDate { get; } = new(1900, 1, 1);

    /// <summary>The last day that has a period: 31 December 2149.</summary>
    public static LocalDate LastDate { get; } = new(2149, 12, 31);

    /// <summary>The number of days from <see cref="FirstDate"/> through <see cref="LastDate"/>.</summary>
    public static int DayCount { get; } = DayNumber(LastDate) + 1;

    /// <summary>The number of regular periods in a year: 12 for months, 1 to 52 for weeks.</summary>
    public int PeriodCount => rule.PeriodCount;

    /// <summary>The number of regular periods in a quarter, or null where the periods make no four quarters: 3 for
    /// months, and for weeks that make quarters of thirteen as the pattern says.</summary>
    public int? PeriodsPerQuarter => rule.PeriodsPerQuarter;

    /// <summary>The month in which a year of months starts, or null for years of weeks.</summary>
    public int? FirstMonth => (rule as MonthYears)?.FirstMonth;

    /// <summary>How weeks fall into periods, or null for years of months.</summary>
    public WeekPattern? WeekPattern => (rule as WeekYears)?.Pattern;

    /// <summary>The day on which every year of weeks ends, or null for years of months.</summary>
    public YearEnd? YearEnd => (rule as WeekYears)?.YearEnd;

    /// <summary>The period that takes week 53, or null for years of months.</summary>
    public int? Week53Period => (rule as WeekYears)?.Week53Period;

    /// <summary>Which calendar year names a year.</summary>
    public YearNaming YearNaming => rule.Naming;

    /// <summary>The number of adjustment periods in a year.</summary>
    public int AdjustmentPeriodCount { get; }

    /// <summary>The name of the year that holds <see cref="FirstDate"/>.</summary>
    public int FirstYear { get; }

    /// <summary>The name of the year that holds <see cref="LastDate"/>.</summary>
    public int LastYear { get; }

    /// <summary>The number of periods from the first through the last, adjustment periods included.</summary>
    public int OrdinalCount => (LastYear - FirstYear + 1) * slotsPerYear;

    /// <summary>Years of twelve calendar months.</summary>
    /// <param name="firstMonth">The month in which a year starts, 1 to 12.</param>
    /// <param name="naming">Which calendar year names a year; without effect if it starts in January.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is none of its possible values.</exception>
    public static FiscalCalendar Months(int firstMonth, YearNaming naming)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(firstMonth, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(firstMonth, 12);
        return new FiscalCalendar(new MonthYears(firstMonth, Require(naming)), adjustmentPeriodCount: 0);
    }

    /// <summary>Years of 52 or 53 whole weeks.</summary>
    /// <remarks>
    /// The retail federation of the US and Disney put week 53 into the last period, Apple at the end of the first
    /// quarter.
    /// </remarks>
    /// <param name="pattern">How the weeks fall into periods.</param>
    /// <param name="yearEnd">The day on which every year ends.</param>
    /// <param name="naming">
    /// Which calendar year names a year; without effect if the year end is tied to December.
    /// </param>
    /// <param name="week53Period">
    /// The number of the period that takes week 53 in years that have it, or <see langword="null"/> for the last.
    /// </param>
    /// <exception cref="ArgumentNullException"><paramref name="pattern"/> or <paramref name="yearEnd"/> is null.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">Another argument is none of its possible values.</exception>
    public static FiscalCalendar Weeks(WeekPattern pattern, YearEnd yearEnd, YearNaming naming, int? week53Period)
    {
        ArgumentNullException.ThrowIfNull(pattern);
        ArgumentNullException.ThrowIfNull(yearEnd);
        int periodCount = pattern.Weeks.Length;
        if (week53Period < 1 || week53Period > periodCount)
        {
            throw new ArgumentOutOfRangeException(
                nameof(week53Period), week53Period, $"The pattern has the periods 1 to {periodCount}.");
        }

        return new FiscalCalendar(
            new WeekYears(pattern, yearEnd, Require(naming), week53Period), adjustmentPeriodCount: 0);
    }

    /// <summary>The same calendar with so many adjustment periods after the last period of each year.</summary>
    /// <param name="count">0 to <see cref="MaxAdjustmentPeriods"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is outside its bounds.</exception>
    public FiscalCalendar WithAdjustmentPeriods(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, MaxAdjustmentPeriods);
        return new FiscalCalendar(rule, count);
    }

    /// <summary>Lays out a year.</summary>
    /// <param name="year">The name of the year, <see cref="FirstYear"/> to <see cref="LastYear"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="year"/> is outside its bounds.</exception>
    public FiscalYear GetYear(int year)
    {
        RequireYear(year);
        ImmutableArray<DateRange> dates =
            [.. Enumerable.Range(1, PeriodCount).Select(number => DatesOf(year, number))];
        return new FiscalYear(year, dates, rule.WeeksIn(year), AdjustmentPeriodCount);
    }

    /// <summary>Lays out a year of 53 weeks as one of 52, to be compared with years of 52.</summary>
    /// <remarks>
    /// The first week is left out and the others move up, as the US retail federation restates its calendar: period 1
    /// starts a week late, and the last day stays. The restated year differs from the one in the books.
    /// </remarks>
    /// <param name="year">The name of a year with 53 weeks.</param>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="year"/> is outside <see cref="FirstYear"/> to <see cref="LastYear"/>.
    /// </exception>
    /// <exception cref="ArgumentException"><paramref name="year"/> does not have 53 weeks.</exception>
    public FiscalYear GetYearWithoutFirstWeek(int year)
    {
        RequireYear(year);
        return rule is WeekYears weekYears && weekYears.WeeksIn(year) == 53
            ? FiscalYear.FromWeeks(year, rule.StartOf(year, 1).PlusWeeks(1), weekYears.Pattern.Weeks)
            : throw new ArgumentException($"Year {year} does not have 53 weeks.", nameof(year));
    }

    /// <summary>
    /// Tells whether all days of a year lie from <see cref="FirstDate"/> through <see cref="LastDate"/>.
    /// </summary>
    /// <param name="year">The name of a year; any number.</param>
    public bool IsWholeYearSupported(int year) =>
        year >= FirstYear
        && year <= LastYear
        && rule.StartOf(year, 1) >= FirstDate
        && rule.StartOf(year, PeriodCount + 1) <= LastDate.PlusDays(1);

    /// <summary>The name of the year that holds a day.</summary>
    /// <param name="date">A day from <see cref="FirstDate"/> through <see cref="LastDate"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="date"/> is outside its bounds.</exception>
    public int YearOf(LocalDate date) => PeriodOf(date).Year;

    /// <summary>The regular period that holds a day; never an adjustment period.</summary>
    /// <param name="date">A day from <see cref="FirstDate"/> through <see cref="LastDate"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="date"/> is outside its bounds.</exception>
    public FiscalPeriod PeriodOf(LocalDate date) => PeriodAt(OrdinalOf(date));

    /// <summary>The days of a period; an adjustment period has its year's last day.</summary>
    /// <param name="period">A period of this calendar.</param>
    /// <exception cref="ArgumentOutOfRangeException">The calendar has no such period.</exception>
    public DateRange DatesOf(FiscalPeriod period)
    {
        Require(period);
        if (!IsAdjustment(period))
        {
            return DatesOf(period.Year, period.Number);
        }

        var last = DatesOf(period.Year, PeriodCount).Last;
        return new DateRange(last, last);
    }

    /// <summary>Tells whether the calendar has a period, regular or adjustment.</summary>
    /// <param name="period">The period to look for.</param>
    public bool Contains(FiscalPeriod period) =>
        period.IsValue && period.Year >= FirstYear && period.Year <= LastYear && period.Number <= slotsPerYear;

    /// <summary>Tells whether a period comes after the regular ones of its year.</summary>
    /// <param name="period">A period of this calendar.</param>
    /// <exception cref="ArgumentOutOfRangeException">The calendar has no such period.</exception>
    public bool IsAdjustment(FiscalPeriod period)
    {
        Require(period);
        return period.Number > PeriodCount;
    }

    /// <summary>The quarter, 1 to 4, or <see langword="null"/> where the periods make no quarters.</summary>
    /// <param name="period">A period of this calendar; an adjustment period belongs to the fourth quarter.</param>
    /// <exception cref="ArgumentOutOfRangeException">The calendar has no such period.</exception>
    public int? QuarterOf(FiscalPeriod period)
    {
        Require(period);
        return (Math.Min(period.Number, PeriodCount) - 1) / rule.PeriodsPerQuarter + 1;
    }

    /// <summary>The periods of a range in order, adjustment periods included.</summary>
    /// <param name="range">A range whose both ends are periods of this calendar.</param>
    /// <exception cref="ArgumentOutOfRangeException">The calendar lacks an end of the range.</exception>
    public ImmutableArray<FiscalPeriod> Enumerate(FiscalPeriodRange range)
    {
        int from = OrdinalOf(range.From);
        int count = OrdinalOf(range.Through) - from + 1;
        return [.. Enumerable.Range(from, count).Select(PeriodAt)];
    }

    /// <summary>The place of a period in the consecutive numbering of all periods, from 0.</summary>
    /// <param name="period">A period of this calendar.</param>
    /// <exception cref="ArgumentOutOfRangeException">The calendar has no such period.</exception>
    public int OrdinalOf(FiscalPeriod period)
    {
        Require(period);
        return ((period.Year - FirstYear) * slotsPerYear) + period.Number - 1;
    }

    /// <summary>The place of the regular period that holds a day in the consecutive numbering of all periods.</summary>
    /// <param name="date">A day from <see cref="FirstDate"/> through <see cref="LastDate"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="date"/> is outside its bounds.</exception>
    public int OrdinalOf(LocalDate date)
    {
        int day = DayNumber(date);
        return day >= 0 && day < DayCount && date.Calendar == CalendarSystem.Iso
            ? OrdinalOfDay(day)
            : throw new ArgumentOutOfRangeException(
                nameof(date),
                IsoDate.Text(date),
                $"Days from {new DateRange(FirstDate, LastDate)} of the ISO calendar have a period.");
    }

    /// <summary>The period at a place in the consecutive numbering of all periods.</summary>
    /// <param name="ordinal">0 to less than <see cref="OrdinalCount"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="ordinal"/> is outside its bounds.</exception>
    public FiscalPeriod PeriodAt(int ordinal)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(ordinal);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(ordinal, OrdinalCount);
        var (year, slot) = Math.DivRem(ordinal, slotsPerYear);
        return new FiscalPeriod(FirstYear + year, slot + 1);
    }

    /// <inheritdoc/>
    public bool Equals(FiscalCalendar? other) =>
        other is not null && AdjustmentPeriodCount == other.AdjustmentPeriodCount && rule.Equals(other.rule);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as FiscalCalendar);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(rule, AdjustmentPeriodCount);

    /// <summary>The rule in words, for logs and debuggers.</summary>
    public override string ToString() => $"{rule}, {AdjustmentPeriodCount} adjustment periods";

    /// <summary>The ordinal of the regular period that holds a day.</summary>
    /// <param name="day">The number of the day, 0 to less than <see cref="DayCount"/>.</param>
    /// <exception cref="IndexOutOfRangeException"><paramref name="day"/> is outside its bounds.</exception>
    public int OrdinalOfDay(int day) => ordinalsByDay.Value[day];

    /// <summary>The whole table behind <see cref="OrdinalOfDay"/>, for loops over many days.</summary>
    internal ReadOnlySpan<ushort> OrdinalsByDay => ordinalsByDay.Value;

    /// <summary>The number of a day: the days since <see cref="FirstDate"/>, which is 0; earlier days are negative.
    /// </summary>
    /// <param name="date">A day of the ISO calendar from year 1 on.</param>
    public static int DayNumber(LocalDate date)
    {
        // Years start in March here, so that a leap day ends its year.
        const int FirstDateFromMarchOfYear0 = 693_901;
        int month = date.Month > 2 ? date.Month - 3 : date.Month + 9;
        int year = date.Month > 2 ? date.Year : date.Year - 1;
        int leapDays = (year / 4) - (year / 100) + (year / 400);
        int daysBeforeMonth = ((153 * month) + 2) / 5;
        return (365 * year) + leapDays + daysBeforeMonth + date.Day - 1 - FirstDateFromMarchOfYear0;
    }

    private static int YearHolding(YearRule rule, LocalDate date)
    {
        int year = date.Year + 1;
        while (rule.StartOf(year, 1) > date)
        {
            year--;
        }

        return year;
    }

    private static YearNaming Require(YearNaming naming) => naming is YearNaming.Start or YearNaming.End
        ? naming
        : throw new ArgumentOutOfRangeException(nameof(naming), naming, "Not a way to name a year.");

    private void Require(FiscalPeriod period)
    {
        if (!Contains(period))
        {
            throw new ArgumentOutOfRangeException(
                nameof(period),
                period,
                $"The calendar has the periods 1 to {slotsPerYear} of the years {FirstYear} to {LastYear}.");
        }
    }

    private void RequireYear(int year)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(year, FirstYear);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(year, LastYear);
    }

    private DateRange DatesOf(int year, int number) =>
        new(rule.StartOf(year, number), rule.StartOf(year, number + 1).PlusDays(-1));

    private ushort[] NumberDays()
    {
        ushort[] ordinals = new ushort[DayCount];
        int from = 0;
        for (int year = FirstYear; year <= LastYear; year++)
        {
            for (int number = 1; number <= PeriodCount; number++)
            {
                // Periods wholly before the first day have no days in the table, and so have those after the last.
                int until = Math.Clamp(DayNumber(rule.StartOf(year, number + 1)), from, DayCount);
                ordinals.AsSpan(from..until).Fill((ushort)OrdinalOf(new FiscalPeriod(year, number)));
                from = until;
            }
        }

        return ordinals;
    }
}
