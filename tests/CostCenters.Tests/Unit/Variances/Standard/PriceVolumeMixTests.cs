using CostCenters.Variances.Standard;
using CostCenters.Variances.Standard.Sales;

namespace CostCenters.Tests.Unit.Variances.Standard;

public class PriceVolumeMixTests
{
    // A 100 at 10 became 120 at 9, B 50 at 20 became 50 at 22, C 40 at 5 is gone, D 30 at 8 is new.
    private static readonly ProductSales[] Products =
    [
        new("A", PricedQuantity.AtPrice(100, 10), PricedQuantity.AtPrice(120, 9)),
        new("B", PricedQuantity.AtPrice(50, 20), PricedQuantity.AtPrice(50, 22)),
        new("C", PricedQuantity.AtPrice(40, 5), null),
        new("D", null, PricedQuantity.AtPrice(30, 8)),
    ];

    [Theory]
    [InlineData(
        JointVariance.Separate,
        "revenue 220: price 0, volume 200, joint -20, new products 240, gone products -200")]
    [InlineData(
        JointVariance.InPrice, "revenue 220: price -20, volume 200, new products 240, gone products -200")]
    [InlineData(
        JointVariance.InQuantity, "revenue 220: price 0, volume 180, new products 240, gone products -200")]
    public void Analyze_NewAndGoneProducts_ArePartsOfTheirOwn(JointVariance joint, string expected) =>
        Assert.Equal(
            expected, PriceVolumeMix.Analyze(Products, VolumeDetail.Whole, joint, VarianceText.Pieces).Parts());

    [Fact] // A and B grew from 150 to 170 units, by 2/15: 13 1/3 A and 6 2/3 B more were their share of it.
    public void Analyze_QuantityAndMix_MakeTheVolume()
    {
        var tree = PriceVolumeMix.Analyze(
            Products, VolumeDetail.QuantityAndMix, JointVariance.Separate, VarianceText.Pieces);

        Assert.Equal(
            "revenue 220: price 0, quantity 800/3, mix -200/3, joint -20, new products 240, gone products -200",
            tree.Parts());
        Assert.Equal("mix -200/3: A 200/3, B -400/3", tree[PriceVolumeMix.MixKey].Parts());
        Assert.Equal("price 0: A -100, B 100", tree[PriceVolumeMix.PriceKey].Parts());
    }

    [Fact] // Budgeted, and none sold: no price came, so all of it is volume.
    public void Analyze_NothingSoldOfAProductThatStayed_IsVolume() =>
        Assert.Equal(
            "revenue -1000: price 0, volume -1000",
            PriceVolumeMix.Analyze(
                [new("A", PricedQuantity.AtPrice(100, 10), PricedQuantity.ForCost(0, 0))],
                VolumeDetail.Whole,
                JointVariance.InPrice,
                VarianceText.Pieces).Parts());

    [Fact] // Ten for three at a price rounded to 3.33: a cent is in no price.
    public void Analyze_RoundedPrice_KeepsTheRestAsAPart() =>
        Assert.Equal(
            "revenue 1: price 0.99, volume 0, rounding 0.01",
            PriceVolumeMix.Analyze(
                [
                    new(
                        "A",
                        PricedQuantity.AtPrice(3, 3),
                        PricedQuantity.ForCost(3, 10).WithRoundedPrice(2, MidpointRounding.ToEven)),
                ],
                VolumeDetail.Whole,
                JointVariance.InPrice,
                VarianceText.Pieces).Parts());

    [Fact]
    public void Analyze_NothingOnBothSides_IsNothing() =>
        Assert.Equal(
            "revenue 0: price 0, volume 0",
            PriceVolumeMix.Analyze(
                [new("A", PricedQuantity.ForCost(0, 0), PricedQuantity.ForCost(0, 0))],
                VolumeDetail.Whole,
                JointVariance.InPrice,
                VarianceText.Pieces).Parts());

    [Fact]
    public void Analyze_ImpossibleInput_IsRefused()
    {
        Assert.Throws<ArgumentException>("actual", () => new ProductSales("A", null, null));
        Assert.Throws<ArgumentException>("products", () =>
            PriceVolumeMix.Analyze(
                [Products[0], Products[0]], VolumeDetail.Whole, JointVariance.InPrice, VarianceText.Pieces));
        Assert.Throws<ArgumentException>(() => PriceVolumeMix.Analyze(
            [new("A", PricedQuantity.ForCost(0, 5), PricedQuantity.AtPrice(1, 1))],
            VolumeDetail.Whole,
            JointVariance.InPrice,
            VarianceText.Pieces));
        Assert.Throws<ArgumentException>(() => PriceVolumeMix.Analyze(
            [new("A", PricedQuantity.AtPrice(0, 5), PricedQuantity.AtPrice(1, 1))],
            VolumeDetail.QuantityAndMix,
            JointVariance.InPrice,
            VarianceText.Pieces));
    }
}
