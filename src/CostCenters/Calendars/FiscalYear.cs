using System.Collections.Immutable;
using NodaTime;

namespace CostCenters.Calendars;

/// <summary>One fiscal year, laid out in periods.</summary>
/// <remarks>
/// <para>The regular periods tile the year: each day lies in exactly one. Adjustment periods follow the last one and
/// have the year's last day as their only date.</para>
/// <para><see cref="FiscalCalendar.GetYear"/> gives the years of a calendar, <see cref="FromWeeks"/> any other.</para>
/// </remarks>
public sealed class FiscalYear
{
    private readonly ImmutableArray<DateRange> dates;

    internal FiscalYear(int name, ImmutableArray<DateRange> dates, int? weeks, int adjustmentPeriodCount)
    {
        this.dates = dates;
        Name = name;
        Weeks = weeks;
        Periods = [.. Enumerable.Range(1, dates.Length).Select(number => new FiscalPeriod(name, number))];
        AdjustmentPeriods =
        [
            .. Enumerable.Range(dates.Length + 1, adjustmentPeriodCount)
                .Select(number => new FiscalPeriod(name, number)),
        ];
    }

    /// <summary>The name of the year, such as 2026.</summary>
    public int Name { get; }

    /// <summary>The first day.</summary>
    public LocalDate First => dates[0].First;

    /// <summary>The last day, which belongs to the year.</summary>
    public LocalDate Last => dates[^1].Last;

    /// <summary>The number of weeks, or <see langword="null"/> if the year is one of months.</summary>
    public int? Weeks { get; }

    /// <summary>The regular periods in order.</summary>
    public ImmutableArray<FiscalPeriod> Periods { get; }

    /// <summary>The adjustment periods in order; often none.</summary>
    public ImmutableArray<FiscalPeriod> AdjustmentPeriods { get; }

    /// <summary>Lays out a year of whole weeks from an explicit first day.</summary>
    /// <remarks>
    /// For years that follow no rule: transition years, and years restated for a comparison. Such a year has no
    /// adjustment periods, and its periods need not agree with those of a calendar that gives it the same name.
    /// </remarks>
    /// <param name="name">The name of the year, 1 to 9999.</param>
    /// <param name="first">The first day.</param>
    /// <param name="weeksPerPeriod">The weeks of each period in order: 1 to 99 periods of 1 to 53 weeks.</param>
    /// <exception cref="ArgumentException">There is no period, or there are more than 99.</exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="name"/> or the weeks of a period are outside their bounds.
    /// </exception>
    public static FiscalYear FromWeeks(int name, LocalDate first, IReadOnlyList<int> weeksPerPeriod)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(name, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(name, 9999);
        ArgumentNullException.ThrowIfNull(weeksPerPeriod);
        if (weeksPerPeriod.Count is 0 or > 99)
        {
            throw new ArgumentException(
                $"A year has 1 to 99 periods, not {weeksPerPeriod.Count}.", nameof(weeksPerPeriod));
        }

        var dates = ImmutableArray.CreateBuilder<DateRange>(weeksPerPeriod.Count);
        var start = first;
        int total = 0;
        foreach (int weeks in weeksPerPeriod)
        {
            if (weeks is < 1 or > 53)
            {
                throw new ArgumentOutOfRangeException(
                    nameof(weeksPerPeriod), weeks, $"Period {dates.Count + 1} must have 1 to 53 weeks.");
            }

            var next = start.PlusWeeks(weeks);
            dates.Add(new DateRange(start, next.PlusDays(-1)));
            start = next;
            total += weeks;
        }

        return new FiscalYear(name, dates.MoveToImmutable(), total, adjustmentPeriodCount: 0);
    }

    /// <summary>The days of a period of this year; an adjustment period has the year's last day.</summary>
    /// <param name="period">A regular or adjustment period of this year.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="period"/> is not of this year.</exception>
    public DateRange DatesOf(FiscalPeriod period)
    {
        int periodCount = dates.Length + AdjustmentPeriods.Length;
        if (!period.IsValue || period.Year != Name || period.Number > periodCount)
        {
            throw new ArgumentOutOfRangeException(
                nameof(period), period, $"Year {Name} has the periods 1 to {periodCount}.");
        }

        return period.Number <= dates.Length ? dates[period.Number - 1] : new DateRange(Last, Last);
    }

    /// <summary>Text such as <c>2026 (2026-01-01..2026-12-31)</c> in every culture.</summary>
    public override string ToString() => $"{Name:0000} ({new DateRange(First, Last)})";
}
