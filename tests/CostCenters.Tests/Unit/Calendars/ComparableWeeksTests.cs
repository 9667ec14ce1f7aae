using CostCenters.Calendars;
using NodaTime;

namespace CostCenters.Tests.Unit.Calendars;

public class ComparableWeeksTests
{
    /// <summary>2023 has 53 weeks, from 2023-01-29 through 2024-02-03.</summary>
    private static readonly FiscalCalendar Retail = FiscalCalendar.Weeks(
        WeekPattern.FourFiveFour,
        new YearEnd(1, IsoDayOfWeek.Saturday, YearEndRule.Nearest),
        YearNaming.Start,
        week53Period: null).WithAdjustmentPeriods(1);

    [Theory]
    [InlineData(2023, 1, 30, "2023-P12")] // The first week of a year of 53 is compared with its last.
    [InlineData(2023, 2, 4, "2023-P12")]
    [InlineData(2023, 2, 5, "2024-P01")]
    [InlineData(2023, 3, 4, "2024-P01")]
    [InlineData(2023, 3, 5, "2024-P02")]
    [InlineData(2022, 1, 30, "2023-P01")]
    [InlineData(2149, 1, 1, "2149-P11")] // The last day that has a year after: 2149-12-31.
    public void TryGetPeriod_ADay_IsComparedFiftyTwoWeeksLater(int year, int month, int day, string expected)
    {
        Assert.True(ComparableWeeks.TryGetPeriod(
            Retail, new LocalDate(year, month, day), null, out FiscalPeriod period));
        Assert.Equal(expected, period.ToString());
    }

    [Fact]
    public void TryGetPeriod_AfterTheEndOfTheCalendar_IsFalse()
    {
        Assert.True(ComparableWeeks.TryGetPeriod(Retail, new(2149, 1, 1), null, out _));
        Assert.False(ComparableWeeks.TryGetPeriod(Retail, new(2149, 1, 2), null, out FiscalPeriod period));
        Assert.Equal(default, period);
        Assert.False(ComparableWeeks.TryGetPeriod(Retail, FiscalCalendar.LastDate, 1, out _));
    }

    [Fact]
    public void TryGetPeriod_AdjustmentPeriod_IsThatOfTheYearAfter()
    {
        Assert.True(ComparableWeeks.TryGetPeriod(Retail, new(2023, 1, 30), 1, out FiscalPeriod period));
        Assert.Equal("2024-P13", period.ToString());
        Assert.Throws<ArgumentOutOfRangeException>(() =>
            ComparableWeeks.TryGetPeriod(Retail, new(2023, 1, 30), 2, out _));
        Assert.Throws<ArgumentOutOfRangeException>(() =>
            ComparableWeeks.TryGetPeriod(Retail, new(2023, 1, 30), 0, out _));
    }

    [Fact]
    public void TryGetPeriod_CalendarOfMonths_IsRefused()
    {
        var error = Assert.Throws<ArgumentException>("calendar", () =>
            ComparableWeeks.TryGetPeriod(Company.Calendar, new(2023, 1, 30), null, out _));

        Assert.StartsWith("Comparable weeks need a calendar of weeks", error.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentNullException>("calendar", () =>
            ComparableWeeks.TryGetPeriod(null!, new(2023, 1, 30), null, out _));
    }
}
