using CostCenters.Monetary;
using CostCenters.Variances.Standard;

namespace CostCenters.Tests.Unit.Variances.Standard;

public class InputRebuildTests
{
    [Fact] // 210 hours for 4,410 with a rate variance of 210: (4,410 - 210) ÷ 210 = 20.
    public void Standard_RateVariance_GivesTheRate() =>
        Assert.Equal(
            PricedQuantity.AtPrice(200, 20),
            InputRebuild.Standard(PricedQuantity.ForCost(210, 4410), 210, 200));

    [Theory] // 10 hours above, or below, 200 are 5 % of them.
    [InlineData(200, "0.05")]
    [InlineData(-200, "-0.05")]
    public void StandardOfExcess_ShareOfTheStandard_GivesTheQuantity(int variance, string share) =>
        Assert.Equal(
            PricedQuantity.AtPrice(200, 20),
            InputRebuild.StandardOfExcess(
                variance, 20, decimal.Parse(share, System.Globalization.CultureInfo.InvariantCulture)));

    [Fact] // 200 hours + 200 ÷ 20 = 210; 4,000 + 210 + 200 = 4,410.
    public void Actual_BothVariances_GiveQuantityAndCost() =>
        Assert.Equal(
            PricedQuantity.ForCost(210, 4410), InputRebuild.Actual(PricedQuantity.AtPrice(200, 20), 210, 200));

    [Fact] // 6 hours for 10 in all.
    public void Actual_PriceThatDoesNotEnd_StaysExact()
    {
        PricedQuantity actual = InputRebuild.Actual(PricedQuantity.AtPrice(5, 2), -2, 2);

        Assert.Equal(Fraction.Of(5) / Fraction.Of(3), actual.Price);
        Assert.Equal(Fraction.Of(4), actual.OutputAt(1.5m));
    }

    [Fact]
    public void Rebuild_NotDetermined_Throws()
    {
        Assert.Throws<ArgumentException>("actual", () => InputRebuild.Standard(PricedQuantity.ForCost(0, 1), 1, 1));
        Assert.Throws<ArgumentException>("standard", () => InputRebuild.Actual(PricedQuantity.AtPrice(1, 0), 1, 1));
        Assert.Throws<ArgumentOutOfRangeException>("standardPrice", () => InputRebuild.StandardOfExcess(1, 0, 1));
        Assert.Throws<ArgumentOutOfRangeException>("excessShare", () => InputRebuild.StandardOfExcess(1, 1, 0));
    }
}
