using CostCenters.Calendars;
using NodaTime;

namespace CostCenters.Tests.Unit.Calendars;

public class FiscalCalendarTests
{
    private static readonly FiscalCalendar CalendarYears = FiscalCalendar.Months(1, YearNaming.End);

    [Theory]
    [InlineData(1, YearNaming.Start, "2026-12-31", "2026-P12")]
    [InlineData(1, YearNaming.End, "2026-01-01", "2026-P01")]
    [InlineData(4, YearNaming.End, "2026-03-31", "2026-P12")]
    [InlineData(4, YearNaming.End, "2026-04-01", "2027-P01")]
    [InlineData(4, YearNaming.Start, "2026-03-31", "2025-P12")]
    [InlineData(4, YearNaming.Start, "2026-04-01", "2026-P01")]
    [InlineData(12, YearNaming.End, "2025-12-01", "2026-P01")]
    [InlineData(12, YearNaming.Start, "2026-11-30", "2025-P12")]
    [InlineData(3, YearNaming.Start, "2028-02-29", "2027-P12")]
    public void PeriodOf_MonthYears_CountsFromTheFirstMonth(
        int firstMonth, YearNaming naming, string date, string period) =>
        Assert.Equal(period, FiscalCalendar.Months(firstMonth, naming).PeriodOf(Day(date)).ToString());

    [Theory] // The Saturday nearest to 31 January 2024, a Wednesday, is 3 February.
    [InlineData(YearNaming.Start, 2023)]
    [InlineData(YearNaming.End, 2024)]
    public void GetYear_TiedToJanuary_IsNamedByTheMonthOfTheYearEnd(YearNaming naming, int name)
    {
        var year = Retail(naming).GetYear(name);

        Assert.Equal(new DateRange(Day("2023-01-29"), Day("2024-02-03")), new DateRange(year.First, year.Last));
        Assert.Equal(53, year.Weeks);
    }

    [Theory] // The Saturday nearest to 31 December 2025, a Wednesday, is 3 January 2026: still the year 2025.
    [InlineData(YearNaming.Start)]
    [InlineData(YearNaming.End)]
    public void YearOf_TiedToDecember_IgnoresNamingAndTheActualLastDay(YearNaming naming)
    {
        var calendar = FiscalCalendar.Weeks(
            WeekPattern.FourFourFive, new YearEnd(12, IsoDayOfWeek.Saturday, YearEndRule.Nearest), naming, null);

        Assert.Equal(2025, calendar.YearOf(Day("2026-01-03")));
        Assert.Equal(2026, calendar.YearOf(Day("2026-01-04")));
    }

    [Fact] // 5-4-4 weeks with week 53 at the end of the first quarter, which then has 14 weeks.
    public void DatesOf_Week53InTheFirstQuarter_MovesTheLaterPeriods()
    {
        var calendar = FiscalCalendar.Weeks(
            WeekPattern.FiveFourFour,
            new YearEnd(9, IsoDayOfWeek.Saturday, YearEndRule.Last),
            YearNaming.End,
            week53Period: 3);

        Assert.Equal("2022-09-25..2022-10-29", calendar.DatesOf(new FiscalPeriod(2023, 1)).ToString());
        Assert.Equal("2022-11-27..2022-12-31", calendar.DatesOf(new FiscalPeriod(2023, 3)).ToString());
        Assert.Equal("2023-01-01..2023-02-04", calendar.DatesOf(new FiscalPeriod(2023, 4)).ToString());
        Assert.Equal("2023-09-03..2023-09-30", calendar.DatesOf(new FiscalPeriod(2023, 12)).ToString());
        Assert.Equal("2023-12-03..2023-12-30", calendar.DatesOf(new FiscalPeriod(2024, 3)).ToString());
    }

    [Theory]
    [InlineData("4-4-5", "4,4,5,4,4,5,4,4,5,4,4,6")]
    [InlineData("4-5-4", "4,5,4,4,5,4,4,5,4,4,5,5")]
    [InlineData("5-4-4", "5,4,4,5,4,4,5,4,4,5,4,5")]
    [InlineData("13x4", "4,4,4,4,4,4,4,4,4,4,4,4,5")]
    [InlineData("4-5-4-4-4-5-4-4-5-4-4-5", "4,5,4,4,4,5,4,4,5,4,4,6")]
    [InlineData("6-6-6-6-6-6-6-6-4", "6,6,6,6,6,6,6,6,5")]
    public void GetYear_Of53Weeks_GivesTheLastPeriodOneMoreByDefault(string pattern, string weeks)
    {
        var year = Retail(YearNaming.Start, Pattern(pattern)).GetYear(2023);

        Assert.Equal(weeks, string.Join(',', year.Periods.Select(period => year.DatesOf(period).Days / 7)));
    }

    [Fact]
    public void GetYearWithoutFirstWeek_Of53Weeks_StartsAWeekLaterInPlainWeeks()
    {
        var calendar = FiscalCalendar.Weeks(
            WeekPattern.FourFiveFour,
            new YearEnd(1, IsoDayOfWeek.Saturday, YearEndRule.Nearest),
            YearNaming.Start,
            week53Period: 1);

        var restated = calendar.GetYearWithoutFirstWeek(2023);

        Assert.Equal("2023 (2023-02-05..2024-02-03)", restated.ToString());
        Assert.Equal(52, restated.Weeks);
        Assert.Equal(28, restated.DatesOf(restated.Periods[0]).Days);
        Assert.Throws<ArgumentException>(() => calendar.GetYearWithoutFirstWeek(2024));
        Assert.Throws<ArgumentException>(() => CalendarYears.GetYearWithoutFirstWeek(2024));
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(3, 1)]
    [InlineData(4, 2)]
    [InlineData(12, 4)]
    [InlineData(13, 4)]
    public void QuarterOf_TwelvePeriods_CountsInThrees(int number, int quarter) =>
        Assert.Equal(
            quarter, CalendarYears.WithAdjustmentPeriods(1).QuarterOf(new FiscalPeriod(2026, number)));

    [Fact]
    public void QuarterOf_ThirteenPeriods_IsNull() => Assert.Null(
        Retail(YearNaming.Start, WeekPattern.ThirteenFours).QuarterOf(new FiscalPeriod(2026, 1)));

    [Fact]
    public void WithAdjustmentPeriods_Two_FollowTheLastPeriodAndTakeNoDay()
    {
        var calendar = CalendarYears.WithAdjustmentPeriods(2);
        var adjustment = new FiscalPeriod(2026, 14);

        Assert.True(calendar.IsAdjustment(adjustment));
        Assert.False(calendar.IsAdjustment(new FiscalPeriod(2026, 12)));
        Assert.True(calendar.Contains(adjustment));
        Assert.False(calendar.Contains(new FiscalPeriod(2026, 15)));
        Assert.Equal("2026-12-31..2026-12-31", calendar.DatesOf(adjustment).ToString());
        Assert.Equal(calendar.DatesOf(adjustment), calendar.GetYear(2026).DatesOf(adjustment));
        Assert.Equal("2026-P12", calendar.PeriodOf(Day("2026-12-31")).ToString());
        Assert.Equal("2027-P01", calendar.PeriodOf(Day("2027-01-01")).ToString());
        Assert.Equal(12, calendar.GetYear(2026).Periods.Length);
        Assert.Equal(["2026-P13", "2026-P14"], calendar.GetYear(2026).AdjustmentPeriods.Select(p => p.ToString()));
    }

    [Fact]
    public void Enumerate_AcrossTheYearEnd_IncludesAdjustmentPeriods()
    {
        var range = new FiscalPeriodRange(new FiscalPeriod(2026, 12), new FiscalPeriod(2027, 1));

        Assert.Equal(
            ["2026-P12", "2026-P13", "2027-P01"],
            CalendarYears.WithAdjustmentPeriods(1).Enumerate(range).Select(period => period.ToString()));
        Assert.Equal(2, CalendarYears.Enumerate(range).Length);
    }

    [Fact]
    public void PeriodOf_OutsideTheSupportedDays_Throws()
    {
        Assert.Equal("1900-P01", CalendarYears.PeriodOf(FiscalCalendar.FirstDate).ToString());
        Assert.Equal("2149-P12", CalendarYears.PeriodOf(FiscalCalendar.LastDate).ToString());
        Assert.Throws<ArgumentOutOfRangeException>(() => CalendarYears.PeriodOf(Day("1899-12-31")));
        Assert.Throws<ArgumentOutOfRangeException>(() => CalendarYears.PeriodOf(Day("2150-01-01")));
        Assert.Throws<ArgumentOutOfRangeException>(() => CalendarYears.PeriodOf(LocalDate.MinIsoValue));
        Assert.Throws<ArgumentOutOfRangeException>(() => CalendarYears.PeriodOf(LocalDate.MaxIsoValue));
        Assert.Throws<ArgumentOutOfRangeException>(
            () => CalendarYears.PeriodOf(new LocalDate(2026, 1, 1, CalendarSystem.Julian)));
    }

    [Fact]
    public void OrdinalOf_EveryDay_IsThatOfThePeriodThatHoldsIt()
    {
        var calendar = Retail(YearNaming.Start).WithAdjustmentPeriods(1);
        for (var date = FiscalCalendar.FirstDate; date <= FiscalCalendar.LastDate; date = date.PlusDays(1))
        {
            var period = calendar.PeriodAt(calendar.OrdinalOf(date));

            Assert.True(calendar.DatesOf(period).Contains(date), $"Not in {period}.");
        }
    }

    [Fact]
    public void IsWholeYearSupported_EdgeYears_AreNotWhole()
    {
        var april = FiscalCalendar.Months(4, YearNaming.End);

        Assert.Equal((1900, 2150), (april.FirstYear, april.LastYear));
        Assert.Equal("1900-P10", april.PeriodOf(FiscalCalendar.FirstDate).ToString());
        Assert.Equal(Day("1899-04-01"), april.GetYear(1900).First);
        Assert.False(april.IsWholeYearSupported(1900));
        Assert.True(april.IsWholeYearSupported(1901));
        Assert.True(april.IsWholeYearSupported(2149));
        Assert.False(april.IsWholeYearSupported(2150));
        Assert.Equal((1900, 2149), (CalendarYears.FirstYear, CalendarYears.LastYear));
        Assert.True(CalendarYears.IsWholeYearSupported(1900));
        Assert.True(CalendarYears.IsWholeYearSupported(2149));
        Assert.False(CalendarYears.IsWholeYearSupported(2150));
        Assert.False(CalendarYears.IsWholeYearSupported(int.MinValue));
        Assert.False(CalendarYears.IsWholeYearSupported(int.MaxValue));
    }

    [Theory]
    [InlineData(1899, 1)]
    [InlineData(2150, 1)]
    [InlineData(2026, 13)]
    public void Members_PeriodOfNoSuchYearOrNumber_Throw(int year, int number)
    {
        var period = new FiscalPeriod(year, number);

        Assert.False(CalendarYears.Contains(period));
        Assert.Throws<ArgumentOutOfRangeException>(() => CalendarYears.DatesOf(period));
        Assert.Throws<ArgumentOutOfRangeException>(() => CalendarYears.QuarterOf(period));
        Assert.Throws<ArgumentOutOfRangeException>(() => CalendarYears.IsAdjustment(period));
        Assert.Throws<ArgumentOutOfRangeException>(() => CalendarYears.OrdinalOf(period));
        Assert.Throws<ArgumentOutOfRangeException>(() => CalendarYears.GetYear(2026).DatesOf(period));
    }

    [Fact]
    public void Contains_Default_IsFalse() => Assert.False(CalendarYears.Contains(default));

    [Fact]
    public void GetYear_OutsideTheYears_Throws()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => CalendarYears.GetYear(1899));
        Assert.Throws<ArgumentOutOfRangeException>(() => CalendarYears.GetYear(int.MaxValue));
        Assert.Throws<ArgumentOutOfRangeException>(() => CalendarYears.PeriodAt(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => CalendarYears.PeriodAt(CalendarYears.OrdinalCount));
    }

    [Fact]
    public void Factories_ValuesOutsideTheirBounds_Throw()
    {
        var yearEnd = new YearEnd(1, IsoDayOfWeek.Saturday, YearEndRule.Last);

        Assert.Throws<ArgumentOutOfRangeException>(() => FiscalCalendar.Months(0, YearNaming.End));
        Assert.Throws<ArgumentOutOfRangeException>(() => FiscalCalendar.Months(13, YearNaming.End));
        Assert.Throws<ArgumentOutOfRangeException>(() => FiscalCalendar.Months(1, (YearNaming)2));
        Assert.Throws<ArgumentNullException>(() => FiscalCalendar.Weeks(null!, yearEnd, YearNaming.End, null));
        Assert.Throws<ArgumentException>(() => WeekPattern.Of([4, 4, 5]));
        Assert.Throws<ArgumentException>(() => WeekPattern.Of([0, 52]));
        Assert.Throws<ArgumentException>(() => WeekPattern.Of([]));
        Assert.Throws<ArgumentOutOfRangeException>(
            () => FiscalCalendar.Weeks(WeekPattern.FourFourFive, yearEnd, YearNaming.End, 13));
        Assert.Throws<ArgumentOutOfRangeException>(
            () => FiscalCalendar.Weeks(WeekPattern.FourFourFive, yearEnd, YearNaming.End, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => CalendarYears.WithAdjustmentPeriods(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => CalendarYears.WithAdjustmentPeriods(16));
        Assert.Throws<ArgumentOutOfRangeException>(() => new YearEnd(0, IsoDayOfWeek.Friday, YearEndRule.Last));
        Assert.Throws<ArgumentOutOfRangeException>(() => new YearEnd(1, IsoDayOfWeek.None, YearEndRule.Last));
        Assert.Throws<ArgumentOutOfRangeException>(() => new YearEnd(1, IsoDayOfWeek.Friday, (YearEndRule)2));
    }

    [Fact]
    public void Equals_ChoiceWithoutEffect_IsEqual()
    {
        var december = new YearEnd(12, IsoDayOfWeek.Friday, YearEndRule.Last);
        var left = FiscalCalendar.Weeks(WeekPattern.FourFourFive, december, YearNaming.Start, null);
        var right = FiscalCalendar.Weeks(
            WeekPattern.FourFourFive, new YearEnd(12, IsoDayOfWeek.Friday, YearEndRule.Last), YearNaming.End, 12);

        Assert.Equal(left, right);
        Assert.Equal(left.GetHashCode(), right.GetHashCode());
        Assert.Equal(FiscalCalendar.Months(1, YearNaming.Start), CalendarYears);
    }

    [Fact]
    public void Equals_ChoiceWithEffect_IsNotEqual()
    {
        Assert.NotEqual(FiscalCalendar.Months(4, YearNaming.Start), FiscalCalendar.Months(4, YearNaming.End));
        Assert.NotEqual(FiscalCalendar.Months(4, YearNaming.Start), FiscalCalendar.Months(5, YearNaming.Start));
        Assert.NotEqual(CalendarYears, CalendarYears.WithAdjustmentPeriods(1));
        Assert.NotEqual(Retail(YearNaming.Start), Retail(YearNaming.End));
        Assert.NotEqual(Retail(YearNaming.Start), Retail(YearNaming.Start, WeekPattern.FourFourFive));
        Assert.False(CalendarYears.Equals(null));
    }

    [Fact]
    public void FromWeeks_OutsideTheBounds_Throws()
    {
        var first = Day("2026-01-04");

        Assert.Throws<ArgumentException>(() => FiscalYear.FromWeeks(2026, first, []));
        Assert.Throws<ArgumentOutOfRangeException>(() => FiscalYear.FromWeeks(2026, first, [4, 0]));
        Assert.Throws<ArgumentOutOfRangeException>(() => FiscalYear.FromWeeks(0, first, [4]));
        Assert.Throws<ArgumentOutOfRangeException>(
            () => FiscalYear.FromWeeks(2026, first, [4]).DatesOf(new FiscalPeriod(2026, 2)));
    }

    [Theory] // A year that begins 4-5-4 and goes on 4-4-5 still has quarters of thirteen weeks; one of sixes has none.
    [InlineData("4-5-4-4-4-5-4-4-5-4-4-5", 6, 2)]
    [InlineData("13-13-13-13", 3, 3)]
    [InlineData("6-6-6-6-6-6-6-6-4", 3, null)]
    [InlineData("12-14-13-13", 1, null)]
    public void QuarterOf_AnyPattern_IsThereWhereQuartersHaveThirteenWeeks(string pattern, int number, int? quarter) =>
        Assert.Equal(
            quarter, Retail(YearNaming.Start, Pattern(pattern)).QuarterOf(new FiscalPeriod(2026, number)));

    private static WeekPattern Pattern(string text) => (WeekPattern)
        System.ComponentModel.TypeDescriptor.GetConverter(typeof(WeekPattern)).ConvertFromInvariantString(text)!;

    private static LocalDate Day(string text) => NodaTime.Text.LocalDatePattern.Iso.Parse(text).Value;

    private static FiscalCalendar Retail(YearNaming naming, WeekPattern? pattern = null) =>
        FiscalCalendar.Weeks(
            pattern ?? WeekPattern.FourFiveFour,
            new YearEnd(1, IsoDayOfWeek.Saturday, YearEndRule.Nearest),
            naming,
            week53Period: null);
}
