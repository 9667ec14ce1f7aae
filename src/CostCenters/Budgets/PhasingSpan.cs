using System.Collections.Immutable;
using CostCenters.Calendars;
using NodaTime;

namespace CostCenters.Budgets;

/// <summary>The regular periods that an amount spreads over, and how many days of each count.</summary>
internal sealed record PhasingSpan(
    string Name, ImmutableArray<FiscalPeriod> Periods, ImmutableArray<int> Days, string Parameter)
{
    public static PhasingSpan Of(FiscalYear year, string parameter) => new(
        $"Year {year.Name}",
        year.Periods,
        [.. year.Periods.Select(period => year.DatesOf(period).Days)],
        parameter);

    public static PhasingSpan Of(FiscalCalendar calendar, FiscalPeriodRange range, string parameter)
    {
        ImmutableArray<FiscalPeriod> periods =
            [.. calendar.Enumerate(range).Where(period => !calendar.IsAdjustment(period))];
        return periods.IsEmpty
            ? throw new ArgumentException($"The span {range} has no regular period.", parameter)
            : new(
                $"The span {range}", periods, [.. periods.Select(period => calendar.DatesOf(period).Days)], parameter);
    }

    public static PhasingSpan Of(FiscalCalendar calendar, DateRange days, string parameter)
    {
        PhasingSpan whole = Of(
            calendar, new FiscalPeriodRange(calendar.PeriodOf(days.First), calendar.PeriodOf(days.Last)), parameter);
        return whole with { Name = $"The span {days}", Days = [.. whole.Periods.Select(DaysIn)] };

        int DaysIn(FiscalPeriod period)
        {
            DateRange own = calendar.DatesOf(period);
            return new DateRange(LocalDate.Max(own.First, days.First), LocalDate.Min(own.Last, days.Last)).Days;
        }
    }

    public void RequirePeriods(int count)
    {
        if (count != Periods.Length)
        {
            throw new ArgumentException(
                $"{Name} has {Periods.Length} regular periods, but the phasing is for {count}.", Parameter);
        }
    }
}
