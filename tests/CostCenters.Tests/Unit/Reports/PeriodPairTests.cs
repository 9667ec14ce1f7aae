using CostCenters.Calendars;
using CostCenters.Cubes;
using CostCenters.Reports;

namespace CostCenters.Tests.Unit.Reports;

public class PeriodPairTests
{
    /// <summary>2023 has 53 weeks, the last of them in P12; 2022 and 2024 have 52.</summary>
    private static readonly FiscalCalendar Retail = FiscalCalendar.Weeks(
        WeekPattern.FourFiveFour,
        new YearEnd(1, NodaTime.IsoDayOfWeek.Saturday, YearEndRule.Nearest),
        YearNaming.Start,
        week53Period: null);

    [Theory]
    [InlineData("2024-P01", "2024-P01", true)]
    [InlineData("2022-P01", "2023-P01", true)]
    [InlineData("2022-P12", "2023-P12", false)] // 28 days against 35.
    [InlineData("2023-P01", "2024-P01", false)] // As many days, but a week apart.
    [InlineData("2023-P12", "2024-P12", false)]
    [InlineData("2022-P01", "2024-P01", false)] // The year between had a week more.
    [InlineData("2022-P01", "2023-P03", true)] // Other periods of as many days are nobody's last year.
    [InlineData("2022-P01", "2023-P02", false)] // Four weeks against five.
    public void IsComparable_YearsOfWeeks_LooksAtLengthAndDistance(string budget, string actual, bool expected) =>
        Assert.Equal(expected, Pair(Retail, budget, actual).IsComparable);

    [Theory]
    [InlineData("2024-P02", "2024-P02", true)]
    [InlineData("2023-P02", "2024-P02", false)] // 28 days against 29.
    [InlineData("2023-P03", "2024-P03", true)]
    [InlineData("2024-P01", "2024-P02", false)]
    [InlineData("2023-P13", "2024-P13", true)] // Adjustment periods have no days of their own.
    [InlineData("2023-P13", "2024-P12", false)]
    [InlineData("2023-P12", "2024-P13", false)]
    public void IsComparable_YearsOfMonths_LooksAtLengthAlone(string budget, string actual, bool expected) =>
        Assert.Equal(expected, Pair(Company.Calendar, budget, actual).IsComparable);

    [Fact]
    public void Of_NamesBothPeriodsAndTheirDays()
    {
        PeriodPair pair = Pair(Retail, "2023-P01", "2024-P01");

        Assert.Equal("2023-P01 2023-01-29..2023-02-25", $"{pair.BudgetPeriod} {pair.BudgetDays}");
        Assert.Equal("2024-P01 2024-02-04..2024-03-02", $"{pair.Period} {pair.Days}");
    }

    private static PeriodPair Pair(FiscalCalendar calendar, string budget, string actual)
    {
        var space = new CubeSpace(
            Company.Space.Centers, Company.Space.Elements, calendar, Company.Space.Currency, Company.Space.Scale);
        return Assert.Single(PeriodPair.Of(
            new Comparison(Cube.Empty(space), Range(budget), Cube.Empty(space), Range(actual))));

        static FiscalPeriodRange Range(string period) => new(FiscalPeriod.Parse(period), FiscalPeriod.Parse(period));
    }
}
