using CostCenters.Forecasts;
using CostCenters.Monetary;

namespace CostCenters.Tests.Unit.Forecasts;

public class RunRateTests
{
    [Fact] // 700 in 3 months are 2,800 in 12.
    public void Projected_RateSoFar_RunsOn()
    {
        var forecast = new RunRate(700, 3, 12);

        Assert.Equal(Fraction.Of(700) / Fraction.Of(3), forecast.RatePerPeriod);
        Assert.Equal((Fraction.Of(2_800), Fraction.Of(2_100)), (forecast.Projected, forecast.ToCome));
    }

    [Fact] // 100 in a week are 433 in a month of 4.33 weeks.
    public void Projected_BrokenPeriods_IsExact() =>
        Assert.Equal(Fraction.Of(433), new RunRate(100, 1, 4.33m).Projected);

    [Fact]
    public void Projected_WholeTimeElapsed_IsTheAmount() =>
        Assert.Equal(Fraction.Of(-5), new RunRate(-5, 7, 7).Projected);

    [Theory]
    [InlineData(0, 1, "periodsElapsed")]
    [InlineData(-1, 1, "periodsElapsed")]
    [InlineData(2, 1, "periodsTotal")]
    public void Constructor_Periods_AreRefusedByName(decimal elapsed, decimal total, string name) => Assert.Equal(
        name, Assert.Throws<ArgumentOutOfRangeException>(() => new RunRate(1, elapsed, total)).ParamName);
}
