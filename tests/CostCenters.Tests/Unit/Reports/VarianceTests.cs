using System.Globalization;
using CostCenters.Explanations;
using CostCenters.Reports;

namespace CostCenters.Tests.Unit.Reports;

public class VarianceTests
{
    [Theory] // The differences need 29 digits and more, which a decimal does not hold.
    [InlineData("1000000000000000000000000001", "0", "budget")]
    [InlineData("0", "-1000000000000000000000000001", "actual")]
    [InlineData("79228162514264337593543950335", "-79228162514264337593543950335", "budget")]
    [InlineData("100000000000000000000", "0.0000000001", "actual")]
    public void Constructor_DifferenceThatWouldLoseDigits_IsRefused(string budget, string actual, string refused)
    {
        var (planned, posted) = (
            decimal.Parse(budget, CultureInfo.InvariantCulture), decimal.Parse(actual, CultureInfo.InvariantCulture));

        Assert.Equal(
            refused,
            Assert.Throws<ArgumentOutOfRangeException>(() => new Variance(planned, posted, Measure.Cost)).ParamName);
    }

    [Fact]
    public void Constructor_LargestCounts_AreExact()
    {
        var variance = new Variance(long.MinValue, long.MaxValue, Measure.Revenue);

        Assert.Equal(18_446_744_073_709_551_615m, variance.Difference);
        Assert.Equal(
            0.000_000_000_001m,
            new Variance(9_223_372.036854775806m, 9_223_372.036854775807m, Measure.Cost).Difference);
    }

    private const string Most = "92233720368547758.07";

    [Theory]
    [InlineData("100", "120", Measure.Cost, "20", Outcome.Unfavorable, "20.00")]
    [InlineData("100", "120", Measure.Revenue, "20", Outcome.Favorable, "20.00")]
    [InlineData("100", "80", Measure.Cost, "-20", Outcome.Favorable, "-20.00")]
    [InlineData("100", "80", Measure.Margin, "-20", Outcome.Unfavorable, "-20.00")]
    [InlineData("100", "100.00", Measure.Cost, "0", Outcome.Neutral, "0.00")]
    [InlineData("-100", "-80", Measure.Cost, "20", Outcome.Unfavorable, "20.00")]
    [InlineData("-100", "50", Measure.Margin, "150", Outcome.Favorable, "150.00")]
    [InlineData("0", "50", Measure.Cost, "50", Outcome.Unfavorable, null)]
    [InlineData("0.00", "0", Measure.Revenue, "0", Outcome.Neutral, null)]
    [InlineData(null, "50", Measure.Cost, "50", Outcome.Unfavorable, null)]
    [InlineData(null, "0", Measure.Revenue, "0", Outcome.Neutral, null)]
    [InlineData(
        "0.01", Most, Measure.Cost, "92233720368547758.06", Outcome.Unfavorable, "922337203685477580600")]
    [InlineData(
        Most, "-" + Most, Measure.Revenue, "-184467440737095516.14", Outcome.Unfavorable, "-200.00")]
    public void Create_BudgetAndActual_GivesDifferenceOutcomeAndPercent(
        string? budget, string actual, Measure measure, string difference, Outcome outcome, string? percent)
    {
        var variance = new Variance(budget is null ? null : Number(budget), Number(actual), measure);

        Assert.Equal(Number(difference), variance.Difference);
        Assert.Equal(outcome, variance.Outcome);
        Assert.Equal(measure == Measure.Cost ? -Number(difference) : Number(difference), variance.ProfitEffect);
        Assert.Equal(
            percent is null ? null : Number(percent), variance.Percent(2, MidpointRounding.AwayFromZero));
        Assert.Equal(budget is null, variance.Budget is null);
    }

    [Theory] // 1 of 800 is 0.125 %, half of a hundredth of a percent.
    [InlineData("8.00", "8.01", "0.13")]
    [InlineData("8.00", "7.99", "-0.13")]
    [InlineData("-8.00", "-8.01", "-0.13")]
    [InlineData("80000000000000.00", "80000000000000.01", "0.00")]
    [InlineData("30", "40", "33.33")]
    [InlineData("30", "20", "-33.33")]
    [InlineData("60", "100", "66.67")]
    public void Percent_TwoDigits_RoundsHalfAwayFromZero(string budget, string actual, string percent) =>
        Assert.Equal(
            Number(percent),
            new Variance(Number(budget), Number(actual), Measure.Cost).Percent(2, MidpointRounding.AwayFromZero));

    [Fact]
    public void Percent_AnotherRule_RoundsByIt()
    {
        var variance = new Variance(8m, 8.01m, Measure.Cost);

        Assert.Equal(0.12m, variance.Percent(2, MidpointRounding.ToEven));
        Assert.Equal(0.125m, variance.Percent(6, MidpointRounding.AwayFromZero));
        Assert.Throws<ArgumentOutOfRangeException>(() => variance.Percent(-1, MidpointRounding.ToEven));
        Assert.Throws<ArgumentOutOfRangeException>(() => variance.Percent(7, MidpointRounding.ToEven));
    }

    [Fact]
    public void Default_IsACostWithoutBudgetAndActual()
    {
        Assert.Null(default(Variance).Budget);
        Assert.Equal((0m, Outcome.Neutral), (default(Variance).Difference, default(Variance).Outcome));
        Assert.Equal(Measure.Cost, default(Variance).Measure);
        Assert.Null(default(Variance).Percent(2, MidpointRounding.AwayFromZero));
    }

    private static decimal Number(string text) =>
        decimal.Parse(text, NumberStyles.Number, CultureInfo.InvariantCulture);
}
