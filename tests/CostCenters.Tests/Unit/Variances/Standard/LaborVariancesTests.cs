using CostCenters.Variances.Standard;

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
            LaborVariances.Of(Allowed, Paid, worked, JointVariance.InPrice, VarianceText.Hours).Parts());

    [Fact] // 15 minutes planned and 17 used at 5 a minute.
    public void Of_MoreMinutesThanPlanned_IsEfficiency() =>
        Assert.Equal(
            "labor 10: labor rate 0, labor idle time 0, labor efficiency 10",
            LaborVariances.Of(
                PricedQuantity.AtPrice(15, 5), PricedQuantity.AtPrice(17, 5), 17, JointVariance.InPrice,
                VarianceText.Hours).Parts());

    [Fact]
    public void Of_JointApart_HasFourParts() =>
        Assert.Equal(
            "labor 410: labor rate 200, labor idle time 200, labor efficiency 0, labor joint 10",
            LaborVariances.Of(Allowed, Paid, 200, JointVariance.Separate, VarianceText.Hours).Parts());

    [Theory]
    [InlineData(211)] // More hours than were paid.
    [InlineData(-1)]
    public void Of_ImpossibleHours_Throws(int worked) =>
        Assert.Throws<ArgumentOutOfRangeException>("hoursWorked", () =>
            LaborVariances.Of(Allowed, Paid, worked, JointVariance.InPrice, VarianceText.Hours));
}
