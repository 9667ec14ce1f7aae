using CostCenters.Explanations;
using CostCenters.Monetary;
using CostCenters.Variances.Standard;
using CostCenters.Variances.Standard.MixAndYield;
using CostCenters.Variances.Standard.Sales;

namespace CostCenters.Tests.Unit.Variances.Standard;

public class SalesVariancesTests
{
    // Budget 300 at a contribution of 10 and 100 at 2: 400 units at 8 on average. Sold 330 and 170, which would be 375
    // and 125 in the budgeted mix. The market grew from 4,000 to 6,250, our share fell from 10 to 8 percent.
    private static readonly SalesItem[] Products = [new("tea", 300, 330, 10), new("mugs", 100, 170, 2)];

    [Theory]
    [InlineData(SalesValuation.Contribution, "average budget contribution")]
    [InlineData(SalesValuation.Profit, "average standard profit")]
    [InlineData(SalesValuation.Price, "average budget price")]
    public void Volume_IndividualPrices_IsMixAndQuantity(SalesValuation valuation, string average)
    {
        VarianceNode volume =
            SalesVariances.AnalyzeVolume(Products, valuation, MixMethod.IndividualPrice, VarianceText.Pieces);

        Assert.Equal("sales volume 440: sales mix -360, sales quantity 800", volume.Parts());
        Assert.Equal("sales mix -360: tea -450, mugs 90", volume["sales-mix"].Parts());
        Assert.Equal("sales quantity 800: tea 750, mugs 50", volume["sales-quantity"].Parts());
        Assert.Equal(8m, volume["sales-mix"].Input(average));
        Assert.Equal(Outcome.Favorable, volume.Outcome);
        Assert.Equal(Outcome.Unfavorable, volume["sales-mix"].Outcome);
    }

    [Fact] // Tea fell from 75 to 66 percent: 330 x -0.09 x 10; mugs rose from 25 to 34: 170 x 0.09 x 2.
    public void MixAtOwnUnits_IsByProductAndNoPartOfTheVolume()
    {
        var items = SalesVariances.MixAtOwnUnits(Products, SalesValuation.Contribution, VarianceText.Pieces);

        Assert.Equal(["tea", "mugs"], items.Select(item => item.Name));
        Assert.Equal([Fraction.Of(-297), Fraction.Of(30.6m)], items.Select(item => item.Amount));
        Assert.All(items, item => Assert.Empty(item.Children));
        Assert.All(
            SalesVariances.MixAtOwnUnits([new("tea", 1, 0, 10)], SalesValuation.Price, VarianceText.Pieces),
            item => Assert.True(item.Amount.IsZero));
    }

    [Fact]
    public void Volume_WeightedAverage_HasOtherItemsAndTheSameTotals()
    {
        VarianceNode volume = SalesVariances.AnalyzeVolume(
            Products, SalesValuation.Contribution, MixMethod.WeightedAverage, VarianceText.Pieces);

        Assert.Equal("sales mix -360: tea 60, mugs -420", volume["sales-mix"].Parts());
        Assert.Equal("sales quantity 800: tea 240, mugs 560", volume["sales-quantity"].Parts());
    }

    [Theory]
    [InlineData(MarketOrder.ShareAtActualSize, "sales quantity 800: market share -1000, market size 1800")]
    [InlineData(MarketOrder.ShareAtBudgetSize, "sales quantity 800: market share -640, market size 1440")]
    public void Volume_ByMarket_SplitsTheQuantity(MarketOrder order, string expected)
    {
        var market = new Market(4000, 6250);

        VarianceNode volume = SalesVariances.AnalyzeVolume(
            Products, SalesValuation.Contribution, MixMethod.IndividualPrice, market, order, VarianceText.Pieces);
        VarianceNode single = MarketVariances.Analyze(market, 400, 500, 8, order, VarianceText.Pieces);

        Assert.Equal("sales volume 440: sales mix -360, sales quantity 800", volume.Parts());
        Assert.Equal(expected, volume["sales-quantity"].Parts());
        Assert.Equal(expected, single.Parts());
        Assert.Equal((0.1m, 0.08m), (single["market-share"].Input("budget share"),
            single["market-share"].Input("actual share")));
    }

    [Fact] // 330 sold for 4,000 instead of 330 × 12 = 3,960.
    public void Price_RevenueAboveBudgetPrice_IsFavorable()
    {
        VarianceNode price = SalesVariances.AnalyzePrice(12, PricedQuantity.ForCost(330, 4000), VarianceText.Pieces);

        Assert.Equal(Fraction.Of(40), price.ProfitEffect);
        Assert.Equal(Outcome.Favorable, price.Outcome);
    }

    [Fact]
    public void Volume_OutsideItsDomain_Throws()
    {
        AssertRefused();
        AssertRefused(new SalesItem("tea", 0, 1, 1));
        AssertRefused(new SalesItem("tea", 1, 1, 1), new SalesItem("tea", 1, 1, 1));
        Assert.Throws<ArgumentOutOfRangeException>("budgetUnits", () => new SalesItem("tea", -1, 1, 1));
        Assert.Throws<ArgumentOutOfRangeException>("budgetSize", () => new Market(0, 1));
        Assert.Throws<ArgumentOutOfRangeException>("actualSize", () => new Market(1, -1));
        Assert.Throws<ArgumentOutOfRangeException>("valuation", () => SalesVariances.AnalyzeVolume(
            Products, (SalesValuation)3, MixMethod.IndividualPrice, VarianceText.Pieces));
        Assert.Throws<ArgumentOutOfRangeException>("order", () =>
            MarketVariances.Analyze(new Market(1, 1), 1, 1, 1, (MarketOrder)2, VarianceText.Pieces));
        Assert.Throws<ArgumentException>("quantity", () => new VarianceUnits(Currency.Eur, " "));
    }

    private static void AssertRefused(params SalesItem[] products) =>
        Assert.Throws<ArgumentException>("items", () => SalesVariances.AnalyzeVolume(
            products, SalesValuation.Contribution, MixMethod.IndividualPrice, VarianceText.Pieces));
}
