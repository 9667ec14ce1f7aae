using CostCenters.Explanations;
using CostCenters.Monetary;
using CostCenters.Variances.Standard;
using CostCenters.Variances.Standard.MixAndYield;

namespace CostCenters.Tests.Unit.Variances.Standard;

public class MixYieldVariancesTests
{
    // 60 kg of A at 2 and 40 kg of B at 7 are allowed: on average 4 a kg. 60 and 60 kg were used: 120 in standard mix
    // are 72 and 48.
    private static readonly MixItem[] Recipe = [new("A", 60, 2, 60), new("B", 40, 7, 60)];

    [Fact]
    public void Of_IndividualPrices_WeighsEachItemAtItsOwnPrice()
    {
        VarianceNode usage = Of(MixMethod.IndividualPrice);

        Assert.Equal("usage 140: mix 60, yield 80", usage.Parts());
        Assert.Equal("mix 60: A -24, B 84", usage["mix"].Parts());
        Assert.Equal("yield 80: A 24, B 56", usage["yield"].Parts());
        Assert.Equal(4m, usage["mix"].Input("average standard price"));
    }

    [Fact]
    public void Of_WeightedAverage_HasOtherItemsAndTheSameTotals()
    {
        VarianceNode usage = Of(MixMethod.WeightedAverage);

        Assert.Equal("usage 140: mix 60, yield 80", usage.Parts());
        Assert.Equal("mix 60: A 0, B 60", usage["mix"].Parts());
        Assert.Equal("yield 80: A 0, B 80", usage["yield"].Parts());
    }

    [Fact]
    public void Mix_WithoutOutput_AsksForProportionsOnly() =>
        Assert.Equal(
            "mix 60: A -24, B 84",
            MixYieldVariances.AnalyzeMix(
                [new MixItem("A", 3, 2, 60), new MixItem("B", 2, 7, 60)], MixMethod.IndividualPrice,
                VarianceText.Kilograms).Parts());

    [Fact]
    public void Of_ActualCosts_AddsThePrice()
    {
        VarianceNode cost = MixYieldVariances.Analyze(
            [
                new MixItem("A", 60, 2, PricedQuantity.AtPrice(60, 3)),
                new MixItem("B", 40, 7, PricedQuantity.ForCost(60, 400)),
            ],
            100,
            MixMethod.IndividualPrice,
            VarianceText.Kilograms);

        Assert.Equal("input cost 180: price 40, usage 140", cost.Parts());
        Assert.Equal("price 40: A 60, B -20", cost["price"].Parts());
    }

    [Fact]
    public void Of_OutsideItsDomain_Throws()
    {
        AssertRefused("items");
        AssertRefused("items", new MixItem("A", 0, 1, 1));
        AssertRefused("items", new MixItem("A", 1, 1, 1), new MixItem("A", 1, 1, 1));
        AssertRefused("items", new MixItem("A", 1, 1, 1), new MixItem("B", 1, 1, PricedQuantity.AtPrice(1, 1)));
        Assert.Throws<ArgumentOutOfRangeException>("standardWeight", () => new MixItem("A", -1, 1, 1));
        Assert.Throws<ArgumentOutOfRangeException>("standardTotal", () =>
            MixYieldVariances.Analyze(Recipe, -1, MixMethod.IndividualPrice, VarianceText.Kilograms));
        Assert.Throws<ArgumentOutOfRangeException>("method", () => Of((MixMethod)2));
    }

    [Theory] // 4 of input for an output of 10: 100 should have given 25, of 24 made 1 is lost.
    [InlineData(YieldMethod.Input)]
    [InlineData(YieldMethod.Output)]
    public void Yield_EitherMethod_IsTheSame(YieldMethod method) =>
        Assert.Equal(Fraction.Of(10), YieldVariances.Analyze(100, 24, 4, 10, method, VarianceText.Kilograms).Amount);

    [Fact]
    public void Yield_OutsideItsDomain_Throws()
    {
        Assert.Throws<ArgumentOutOfRangeException>("inputPerOutput", () =>
            YieldVariances.Analyze(1, 1, 0, 1, YieldMethod.Input, VarianceText.Kilograms));
        Assert.Throws<ArgumentOutOfRangeException>("actualOutput", () =>
            YieldVariances.Analyze(1, -1, 1, 1, YieldMethod.Input, VarianceText.Kilograms));
    }

    private static VarianceNode Of(MixMethod method) =>
        MixYieldVariances.Analyze(Recipe, 100, method, VarianceText.Kilograms);

    private static void AssertRefused(string name, params MixItem[] items) =>
        Assert.Throws<ArgumentException>(name, () =>
            MixYieldVariances.Analyze(items, 1, MixMethod.IndividualPrice, VarianceText.Kilograms));
}
