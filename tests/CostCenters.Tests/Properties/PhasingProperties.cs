using CostCenters.Budgets;
using CostCenters.Calendars;
using CostCenters.Monetary;
using FsCheck.Xunit;
using NodaTime;

namespace CostCenters.Tests.Properties;

/// <summary>Amounts over any days, of a calendar of months and of one of weeks.</summary>
[Laws]
public class PhasingProperties
{
    private static readonly FiscalCalendar[] Calendars =
    [
        FiscalCalendar.Months(7, YearNaming.End).WithAdjustmentPeriods(2),
        FiscalCalendar.Weeks(
            WeekPattern.FourFiveFour,
            new YearEnd(1, IsoDayOfWeek.Saturday, YearEndRule.Nearest),
            YearNaming.Start,
            week53Period: null),
    ];

    private static readonly Phasing[] Rules =
    [
        Phasing.Even(RemainderRule.LargestRemainder), Phasing.Even(RemainderRule.LastReceiver),
        Phasing.ByDays(RemainderRule.LargestRemainder), Phasing.ByDays(RemainderRule.LastReceiver),
    ];

    [Property]
    public void Spread_OverAnyDays_SumsToTheAmount(long total, byte rule, short start, ushort length, bool ofWeeks)
    {
        FiscalCalendar calendar = Calendars[ofWeeks ? 1 : 0];
        LocalDate first = new LocalDate(2026, 1, 1).PlusDays(start % 10_000);
        var days = new DateRange(first, first.PlusDays(length % 2_000));

        var shares = Rules[rule % Rules.Length].Spread(total, calendar, days);

        Assert.Equal(total, shares.Aggregate(Int128.Zero, (sum, share) => sum + share.Share));
        Assert.Equal(
            Enumerable.Range(0, days.Days).Select(day => calendar.PeriodOf(first.PlusDays(day))).Distinct(),
            shares.Select(share => share.Period));
    }

    [Property] // Days of a span, weighed one by one.
    public void Spread_ByDays_IsWithinAUnitOfTheDaysInTheSpan(int total, short start, ushort length, bool ofWeeks)
    {
        FiscalCalendar calendar = Calendars[ofWeeks ? 1 : 0];
        LocalDate first = new LocalDate(2026, 1, 1).PlusDays(start % 10_000);
        var days = new DateRange(first, first.PlusDays(length % 2_000));
        var counted = Enumerable.Range(0, days.Days).GroupBy(day => calendar.PeriodOf(first.PlusDays(day)))
            .ToDictionary(period => period.Key, period => (decimal)period.Count());

        Assert.All(
            Rules[2].Spread(total, calendar, days),
            each => Assert.InRange(each.Share - (total * counted[each.Period] / days.Days), -1m, 1m));
    }

    [Property]
    public void Spread_OverAYear_IsThatOfTheYear(long total, byte rule, byte year, bool ofWeeks)
    {
        FiscalCalendar calendar = Calendars[ofWeeks ? 1 : 0];
        FiscalYear whole = calendar.GetYear(2000 + (year % 100));
        var expected = whole.Periods.Zip(Rules[rule % Rules.Length].Spread(total, whole));

        Assert.Equal(expected, Rules[rule % Rules.Length].Spread(
            total, calendar, new FiscalPeriodRange(whole.Periods[0], whole.Periods[^1])));
        Assert.Equal(expected, Rules[rule % Rules.Length].Spread(
            total, calendar, new DateRange(whole.First, whole.Last)));
    }
}
