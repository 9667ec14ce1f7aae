using CostCenters.Calendars;
using NodaTime;

namespace CostCenters.Tests.Unit.Calendars;

public class FiscalYearTests
{
    private static readonly LocalDate First = new(2026, 1, 4);

    [Theory] // Names have four digits, periods two, and a period has at most the 53 weeks of a year.
    [InlineData(1, 1, 1, 1)]
    [InlineData(9999, 1, 53, 53)]
    [InlineData(2026, 99, 1, 99)]
    public void FromWeeks_AtTheBounds_IsAYear(int name, int periods, int weeks, int total)
    {
        FiscalYear year = FiscalYear.FromWeeks(name, First, [.. Enumerable.Repeat(weeks, periods)]);

        Assert.Equal((name, periods, total), (year.Name, year.Periods.Length, year.Weeks));
        Assert.Equal((First, First.PlusDays((7 * total) - 1)), (year.First, year.Last));
        Assert.Empty(year.AdjustmentPeriods);
    }

    [Theory]
    [InlineData(10_000, 1, 4, "name")]
    [InlineData(2026, 1, 54, "weeksPerPeriod")]
    [InlineData(2026, 100, 1, "weeksPerPeriod")]
    public void FromWeeks_OneBeyondTheBounds_Throws(int name, int periods, int weeks, string parameter) =>
        Assert.Equal(parameter, Assert.ThrowsAny<ArgumentException>(() => FiscalYear.FromWeeks(
            name, First, [.. Enumerable.Repeat(weeks, periods)])).ParamName);

    [Fact]
    public void FromWeeks_Nothing_Throws() =>
        Assert.Throws<ArgumentNullException>("weeksPerPeriod", () => FiscalYear.FromWeeks(2026, First, null!));

    [Fact]
    public void DatesOf_PeriodOfAnotherYearOrNone_Throws()
    {
        FiscalYear year = FiscalYear.FromWeeks(2026, First, [4, 4]);

        Assert.Throws<ArgumentOutOfRangeException>("period", () => year.DatesOf(default));
        Assert.Throws<ArgumentOutOfRangeException>("period", () => year.DatesOf(new FiscalPeriod(2025, 1)));
        Assert.Throws<ArgumentOutOfRangeException>("period", () => year.DatesOf(new FiscalPeriod(2026, 3)));
        Assert.Equal("2026-02-01..2026-02-28", year.DatesOf(new FiscalPeriod(2026, 2)).ToString());
    }
}
