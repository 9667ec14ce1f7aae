using CostCenters.Calendars;
using NodaTime;

namespace CostCenters.Tests.Unit.Calendars;

/// <summary>What a calendar is made of, its bounds, and what it tells of itself.</summary>
public class CalendarChoicesTests
{
    private static readonly YearEnd January = new(1, IsoDayOfWeek.Saturday, YearEndRule.Nearest);

    private static readonly FiscalCalendar Retail =
        FiscalCalendar.Weeks(WeekPattern.FourFiveFour, January, YearNaming.Start, week53Period: 3);

    private static readonly FiscalCalendar April = FiscalCalendar.Months(4, YearNaming.End);

    [Fact]
    public void Properties_CalendarOfMonths_HaveNoWeeks()
    {
        Assert.Equal((4, YearNaming.End, 12), (April.FirstMonth, April.YearNaming, April.PeriodCount));
        Assert.Null(April.WeekPattern);
        Assert.Null(April.YearEnd);
        Assert.Null(April.Week53Period);
        Assert.Null(April.GetYear(2026).Weeks);
        Assert.Equal("months from 4, years named by End, 0 adjustment periods", April.ToString());
    }

    [Fact]
    public void Properties_CalendarOfWeeks_HaveNoFirstMonth()
    {
        FiscalCalendar calendar = Retail.WithAdjustmentPeriods(1);

        Assert.Null(calendar.FirstMonth);
        Assert.Equal((WeekPattern.FourFiveFour, January, 3), (
            calendar.WeekPattern, calendar.YearEnd, calendar.Week53Period));
        Assert.Equal((YearNaming.Start, 1), (calendar.YearNaming, calendar.AdjustmentPeriodCount));
        Assert.Equal(
            "4-5-4 weeks to the Nearest Saturday of month 1, week 53 in period 3, years named by Start, "
            + "1 adjustment periods",
            calendar.ToString());
    }

    [Theory] // Each choice has a first and a last value.
    [InlineData(1, IsoDayOfWeek.Monday, YearEndRule.Last, 1, 0)]
    [InlineData(12, IsoDayOfWeek.Sunday, YearEndRule.Nearest, 12, 15)]
    public void Choices_AtTheirBounds_AreACalendar(
        int month, IsoDayOfWeek weekday, YearEndRule rule, int week53Period, int adjustments)
    {
        var yearEnd = new YearEnd(month, weekday, rule);
        FiscalCalendar calendar = FiscalCalendar
            .Weeks(WeekPattern.FourFourFive, yearEnd, YearNaming.End, week53Period)
            .WithAdjustmentPeriods(adjustments);

        Assert.Equal((month, weekday, rule), (yearEnd.Month, yearEnd.Weekday, yearEnd.Rule));
        Assert.Equal((week53Period, 12 + adjustments), (
            calendar.Week53Period, calendar.OrdinalCount / (calendar.LastYear - calendar.FirstYear + 1)));
        Assert.Equal(month, FiscalCalendar.Months(month, YearNaming.End).FirstMonth);
    }

    [Fact]
    public void Choices_BeyondTheirBounds_AreNamed()
    {
        Assert.Throws<ArgumentOutOfRangeException>("firstMonth", () => FiscalCalendar.Months(0, YearNaming.End));
        Assert.Throws<ArgumentOutOfRangeException>("firstMonth", () => FiscalCalendar.Months(13, YearNaming.End));
        Assert.Throws<ArgumentOutOfRangeException>("naming", () => FiscalCalendar.Weeks(
            WeekPattern.FourFourFive, January, (YearNaming)2, null));
        Assert.Throws<ArgumentNullException>("pattern", () => FiscalCalendar.Weeks(
            null!, January, YearNaming.End, null));
        Assert.Throws<ArgumentNullException>("yearEnd", () => FiscalCalendar.Weeks(
            WeekPattern.FourFourFive, null!, YearNaming.End, null));
        Assert.Throws<ArgumentOutOfRangeException>(
            "month", () => new YearEnd(13, IsoDayOfWeek.Friday, YearEndRule.Last));
        Assert.Throws<ArgumentOutOfRangeException>("weekday", () => new YearEnd(1, (IsoDayOfWeek)8, YearEndRule.Last));
        Assert.Throws<ArgumentOutOfRangeException>(
            "count", () => April.WithAdjustmentPeriods(-1));
    }

    [Fact] // A whole year before the first period there is none, just as one before it.
    public void PeriodAt_NegativeNumber_Throws()
    {
        Assert.Throws<ArgumentOutOfRangeException>("ordinal", () => April.PeriodAt(-12));
        Assert.Throws<ArgumentOutOfRangeException>("ordinal", () => April.PeriodAt(-1));
        Assert.Throws<ArgumentOutOfRangeException>("year", () => Retail.GetYear(Retail.LastYear + 1));
        Assert.Throws<ArgumentOutOfRangeException>(
            "year", () => Retail.GetYearWithoutFirstWeek(Retail.FirstYear - 1));
    }

    [Theory] // 1900 and 2100 are no leap years, 2000 is one.
    [InlineData("1899-12-31")]
    [InlineData("1900-01-01")]
    [InlineData("1900-02-28")]
    [InlineData("1900-03-01")]
    [InlineData("1999-12-31")]
    [InlineData("2000-02-29")]
    [InlineData("2000-03-01")]
    [InlineData("2024-02-29")]
    [InlineData("2100-02-28")]
    [InlineData("2100-03-01")]
    [InlineData("2149-12-31")]
    public void DayNumber_AnyDay_CountsDaysFromTheFirst(string text)
    {
        LocalDate date = NodaTime.Text.LocalDatePattern.Iso.Parse(text).Value;

        Assert.Equal(Period.DaysBetween(FiscalCalendar.FirstDate, date), FiscalCalendar.DayNumber(date));
    }

    [Fact] // Of the 63 years from 1900 to 2149 that four divides, 1900 and 2100 have no leap day.
    public void DayCount_AllDays_AreThoseOf250Years() =>
        Assert.Equal((250 * 365) + 61, FiscalCalendar.DayCount);

    [Fact]
    public void Equals_OtherYearEndOrPeriodOfWeek53_IsNotEqual()
    {
        Assert.NotEqual(Retail, FiscalCalendar.Weeks(
            WeekPattern.FourFiveFour, January, YearNaming.Start, week53Period: 4));
        Assert.NotEqual(Retail, FiscalCalendar.Weeks(
            WeekPattern.FourFiveFour,
            new YearEnd(1, IsoDayOfWeek.Saturday, YearEndRule.Last),
            YearNaming.Start,
            week53Period: 3));
        Assert.False(Retail.Equals((object)"4-5-4"));
        Assert.True(Retail.Equals((object)FiscalCalendar.Weeks(
            WeekPattern.FourFiveFour, January, YearNaming.Start, week53Period: 3)));
    }
}
