using CostCenters.CostBehavior;
using CostCenters.Monetary;

namespace CostCenters.Tests.Unit.CostBehavior;

public class BreakEvenTests
{
    // A lamp sells at 50 and costs 30, with 12,000 a month fixed: 20 a lamp, 40 %.
    private static readonly CostVolumeProfit Lamp = new(50, 30, 12_000);

    [Fact]
    public void BreakEven_Product_CoversItsFixedCost()
    {
        Assert.Equal(Fraction.Of(20), Lamp.Contribution);
        Assert.Equal(Fraction.Of(0.4m), Lamp.ContributionRatio);
        Assert.Equal(Fraction.Of(600), Lamp.BreakEvenUnits);
        Assert.Equal(Fraction.Of(30_000), Lamp.BreakEvenSales);
        Assert.True(Lamp.At(600).Profit.IsZero);
    }

    [Fact]
    public void UnitsFor_Target_EarnsIt()
    {
        Assert.Equal(Fraction.Of(1_000), Lamp.UnitsFor(8_000m));
        Assert.Equal(Fraction.Zero, Lamp.UnitsFor(-12_000m));
        Assert.Null(Lamp.UnitsFor(-12_000.01m)); // No volume loses more than the fixed cost.
    }

    [Fact] // 6,000 after 25 % tax are 8,000 before it.
    public void UnitsFor_TargetAfterTax_EarnsItBeforeTax() => Assert.Equal(
        Fraction.Of(1_000), Lamp.UnitsForAfterTax(6_000, 0.25m));

    [Fact]
    public void AtSales_IsTheVolumeOfThoseSales()
    {
        Assert.Equal(Lamp.At(800), Lamp.AtSales(40_000));
        Assert.Null(new CostVolumeProfit(0, 1, 1).AtSales(1));
    }

    [Theory] // 10,000 of sales are 200 lamps; 10,000 of profit are 500.
    [InlineData(SafetyMeasure.Sales, 800)]
    [InlineData(SafetyMeasure.Profit, 1_100)]
    public void UnitsForMargin_EachMeaning_IsItsOwn(SafetyMeasure measure, decimal units) =>
        Assert.Equal(Fraction.Of(units), Lamp.UnitsForMargin(10_000, measure));

    [Fact]
    public void BreakEven_NoContribution_IsNull()
    {
        foreach (var product in new[] { new CostVolumeProfit(30, 30, 5), new(20, 30, 5), new(0, 0, 5), new(0, 1, 0) })
        {
            Assert.Null(product.BreakEvenUnits);
            Assert.Null(product.BreakEvenSales);
            Assert.Null(product.UnitsForMargin(1, SafetyMeasure.Sales));
            Assert.Null(product.UnitsForMargin(1, SafetyMeasure.Profit));
            Assert.Null(product.At(10).BreakEvenSales);
            Assert.Null(product.At(10).MarginOfSafety);
            Assert.Null(product.At(10).MarginOfSafetyRatio);
        }

        Assert.Null(new CostVolumeProfit(0, 1, 0).ContributionRatio);
    }

    [Fact] // At 1,000 lamps: sales 50,000, contribution 20,000, profit 8,000.
    public void At_Volume_GivesMarginOfSafetyAndLeverage()
    {
        var month = Lamp.At(1_000);

        Assert.Equal((Fraction.Of(50_000), Fraction.Of(42_000)), (month.Sales, month.TotalCost));
        Assert.Equal((Fraction.Of(20_000), Fraction.Of(8_000)), (month.Contribution, month.Profit));
        Assert.Equal(Fraction.Of(0.16m), month.ProfitRatio);
        Assert.Equal(Fraction.Of(20_000), month.MarginOfSafety);
        Assert.Equal(Fraction.Of(0.4m), month.MarginOfSafetyRatio);
        Assert.Equal(Fraction.Of(2.5m), month.OperatingLeverage);
        Assert.Equal(Fraction.Of(0.25m), month.ProfitChangeTo(month.WithSalesChange(0.1m)));
        Assert.Equal(month.BreakEvenSales, new CostStructure(50_000, 30_000, 12_000).BreakEvenSales);
    }

    [Fact]
    public void Ratios_OverZero_AreNull()
    {
        var nothing = new CostStructure(0, 0, 0);
        var breakEven = Lamp.At(600);

        Assert.Equal((null, null), (nothing.ContributionRatio, nothing.ProfitRatio));
        Assert.Equal((null, null), (nothing.OperatingLeverage, nothing.MarginOfSafetyRatio));
        Assert.Null(breakEven.OperatingLeverage);
        Assert.Null(breakEven.ProfitChangeTo(Lamp.At(700)));
    }

    [Fact] // A loss of 2,000 turns into a profit of 1,000: 150 % of the loss, upwards.
    public void ProfitChangeTo_FromALoss_IsPositiveWhenProfitRises() => Assert.Equal(
        Fraction.Of(1.5m), Lamp.At(500).ProfitChangeTo(Lamp.At(650)));

    [Fact] // Half the fixed cost, and 10 % more on 30,000 of variable cost.
    public void WithCostChange_BothCosts_ChangeBySharesOfThemselves()
    {
        var changed = Lamp.At(1_000).WithCostChange(0.1m, -0.5m);

        Assert.Equal((Fraction.Of(33_000), Fraction.Of(6_000)), (changed.VariableCost, changed.FixedCost));
        Assert.Equal(Fraction.Of(11_000), changed.Profit);
    }

    [Fact] // A machine lifts the fixed cost by 6,000 and saves 7.50 a lamp: even at 800 lamps.
    public void IndifferenceUnits_TwoStructures_EarnTheSame()
    {
        var machine = new CostVolumeProfit(50, 22.5m, 18_000);

        Assert.Equal(Fraction.Of(800), Lamp.IndifferenceUnits(machine));
        Assert.Equal(Fraction.Of(800), machine.IndifferenceUnits(Lamp));
        Assert.Equal(Lamp.At(800).Profit, machine.At(800).Profit);
        Assert.Null(Lamp.IndifferenceUnits(new CostVolumeProfit(60, 40, 1)));
        Assert.Null(Lamp.IndifferenceUnits(new CostVolumeProfit(50, 20, 1_000))); // The dearer never catches up.
    }

    [Fact] // Two chairs and one table: 2 × 15 + 40 = 70 of contribution, 2 × 40 + 120 = 200 of sales.
    public void SalesMix_TwoProducts_BreaksEvenInCompositeUnits()
    {
        var mix = new SalesMix([new("chair", 40, 25, 2), new("table", 120, 80, 1)], 14_000);

        Assert.Equal((Fraction.Of(70), Fraction.Of(200)), (mix.CompositeContribution, mix.CompositeSales));
        Assert.Equal(Fraction.Of(0.35m), mix.ContributionRatio);
        Assert.Equal(Fraction.Of(200), mix.BreakEven!.CompositeUnits);
        Assert.Equal([Fraction.Of(400), Fraction.Of(200)], mix.BreakEven.Products.Select(part => part.Units));
        Assert.Equal([Fraction.Of(16_000), Fraction.Of(24_000)], mix.BreakEven.Products.Select(part => part.Sales));
        Assert.Equal(Fraction.Of(40_000), mix.BreakEven.Sales);
        Assert.Equal(Fraction.Of(300), mix.VolumeFor(7_000)!.CompositeUnits);
        Assert.Equal(Fraction.Of(300), mix.VolumeForAfterTax(5_600, 0.2m)!.CompositeUnits); // 7,000 before tax.
        Assert.Null(mix.VolumeFor(-14_001));
        Assert.Null(new SalesMix([new("gift", 0, 1, 1)], 10).BreakEven);
        Assert.Null(new SalesMix([new("gift", 0, 1, 1)], 10).VolumeForAfterTax(10, 0));
    }

    [Fact]
    public void Arguments_OutsideTheDomain_AreRefusedByName()
    {
        Refuses<ArgumentOutOfRangeException>("price", () => new CostVolumeProfit(-1, 0, 0));
        Refuses<ArgumentOutOfRangeException>("variableCost", () => new CostVolumeProfit(0, -1, 0));
        Refuses<ArgumentOutOfRangeException>("fixedCost", () => new CostVolumeProfit(0, 0, -1));
        Refuses<ArgumentOutOfRangeException>("units", () => Lamp.At(-1));
        Refuses<ArgumentOutOfRangeException>("margin", () => Lamp.UnitsForMargin(-1, SafetyMeasure.Sales));
        Refuses<ArgumentOutOfRangeException>("measure", () => Lamp.UnitsForMargin(1, (SafetyMeasure)2));
        Refuses<ArgumentOutOfRangeException>("taxRate", () => CostVolumeProfit.ProfitBeforeTax(1, 1));
        Refuses<ArgumentOutOfRangeException>("taxRate", () => CostVolumeProfit.ProfitBeforeTax(1, -0.1m));
        Refuses<ArgumentOutOfRangeException>("sales", () => new CostStructure(-1, 0, 0));
        Refuses<ArgumentOutOfRangeException>("salesChange", () => Lamp.At(1).WithSalesChange(-1.01m));
        Refuses<ArgumentOutOfRangeException>("fixedCostChange", () => Lamp.At(1).WithCostChange(0, -2));
        Refuses<ArgumentOutOfRangeException>("mix", () => new MixProduct("a", 1, 1, 0));
        Refuses<ArgumentException>("products", () => new SalesMix([], 1));
        Refuses<ArgumentException>("products", () => new SalesMix([new("a", 1, 1, 1), new("a", 2, 1, 1)], 1));
    }

    private static void Refuses<T>(string name, Func<object?> act)
        where T : ArgumentException => Assert.Equal(name, Assert.Throws<T>(act).ParamName);
}
