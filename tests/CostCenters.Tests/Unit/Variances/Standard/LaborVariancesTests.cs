using CostCenters.Explanations;
using CostCenters.Variances.Standard;
using CostCenters.Variances.Standard.PriceAndQuantity;

namespace CostCenters.Tests.Unit.Variances.Standard;

public class LaborVariancesTests
{
    // 100 pieces at 2 hours and 20 an hour are allowed 4,000; 210 hours at 21 were paid, 10 of them idle.
    private static readonly PricedQuantity Allowed = PricedQuantity.ForOutput(100, 2, 20);
    private static readonly PricedQuantity Paid = PricedQuantity.ForCost(210, 4410);

    [Theory]
    [InlineData(200, "labor 410: labor rate 210, labor idle time 200, labor efficiency 0")]
    [InlineData(210, "labor 410: labor rate 210, labor idle time 0, labor efficiency 200")]
    [InlineData(190, "labor 410: labor rate 210, labor idle time 400, labor efficiency -200")]
    public void Of_HoursWorked_DivideIdleTimeFromEfficiency(int worked, string expected) =>
        Assert.Equal(
            expected,
            LaborVariances.Analyze(Allowed, Paid, worked, JointVariance.InPrice, VarianceText.Hours).Parts());

    [Fact] // 15 minutes planned and 17 used at 5 a minute.
    public void Of_MoreMinutesThanPlanned_IsEfficiency() =>
        Assert.Equal(
            "labor 10: labor rate 0, labor idle time 0, labor efficiency 10",
            LaborVariances.Analyze(
                PricedQuantity.AtPrice(15, 5), PricedQuantity.AtPrice(17, 5), 17, JointVariance.InPrice,
                VarianceText.Hours).Parts());

    [Fact]
    public void Of_JointApart_HasFourParts() =>
        Assert.Equal(
            "labor 410: labor rate 200, labor idle time 200, labor efficiency 0, labor joint 10",
            LaborVariances.Analyze(Allowed, Paid, 200, JointVariance.Separate, VarianceText.Hours).Parts());

    [Fact] // 1,500 units at 6.4 hours of work; pay 6.30, a tenth of the hours paid idle, so 7.00 for an hour of work.
    public void Of_IdleTimeThatTheStandardExpects_CountsTheExcessAlone() =>
        Assert.Equal(
            "labor 3650: labor rate 2180, labor idle time 490, labor efficiency 980",
            LaborVariances.Analyze(
                PricedQuantity.ForOutput(1_500, 6.4m, 6.30m),
                PricedQuantity.ForCost(10_900, 70_850),
                9_740,
                0.1m,
                JointVariance.InPrice,
                VarianceText.Hours).Parts());

    [Fact]
    public void Of_IdleTimeThatTheStandardExpects_ComparesRatesOfPay()
    {
        VarianceNode rate = LaborVariances.Analyze(
            PricedQuantity.ForOutput(1_500, 6.4m, 6.30m),
            PricedQuantity.ForCost(10_900, 70_850),
            9_740,
            0.1m,
            JointVariance.InPrice,
            VarianceText.Hours)[LaborVariances.LaborRateKey];

        Assert.Equal(6.50m, rate.Input("actual rate"));
        Assert.Equal(6.30m, rate.Input("standard rate"));
        Assert.Equal(10_900m, rate.Input("actual hours"));
    }

    [Fact] // 10 for 3 hours of work at 3.33, so 100/9 with the idle ones; the rate part of 3 hours is 11 - 9.99.
    public void Of_RoundedStandardRateAndIdleTime_KeepsTheRest() =>
        Assert.Equal(
            "labor -1/9: labor rate 1.01, labor idle time 0, labor efficiency -1.11, labor rounding -1/90",
            LaborVariances.Analyze(
                PricedQuantity.ForCost(3, 10).WithRoundedPrice(2, MidpointRounding.ToEven),
                PricedQuantity.ForCost(3, 11),
                2.7m,
                0.1m,
                JointVariance.InPrice,
                VarianceText.Hours).Parts());

    [Fact] // 9 of 10 hours paid were expected to be work; all ten were, which saves one hour at 20 / 0.9.
    public void Of_LessIdleTimeThanExpected_IsFavorable() =>
        Assert.Equal(
            "labor 0: labor rate 0, labor idle time -200/9, labor efficiency 200/9",
            LaborVariances.Analyze(
                PricedQuantity.AtPrice(9, 20), PricedQuantity.AtPrice(10, 20), 10, 0.1m, JointVariance.InPrice,
                VarianceText.Hours).Parts());

    [Theory]
    [InlineData(1)]
    [InlineData(-0.1)]
    public void Of_ImpossibleIdleTime_Throws(decimal idle) =>
        Assert.Throws<ArgumentOutOfRangeException>("expectedIdle", () =>
            LaborVariances.Analyze(Allowed, Paid, 200, idle, JointVariance.InPrice, VarianceText.Hours));

    [Theory]
    [InlineData(211)] // More hours than were paid.
    [InlineData(-1)]
    public void Of_ImpossibleHours_Throws(int worked) =>
        Assert.Throws<ArgumentOutOfRangeException>("hoursWorked", () =>
            LaborVariances.Analyze(Allowed, Paid, worked, JointVariance.InPrice, VarianceText.Hours));
}
