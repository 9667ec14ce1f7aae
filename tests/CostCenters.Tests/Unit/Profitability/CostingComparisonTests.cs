using CostCenters.Monetary;
using CostCenters.Profitability;

namespace CostCenters.Tests.Unit.Profitability;

public class CostingComparisonTests
{
    private static readonly UnitEconomics Unit = new(20m, 9m, 1m);

    [Theory] // The first year carries 6 a unit, the second 3. 50 left over, then 100 sold of 50 + 100.
    [InlineData(InventoryFlow.FirstInFirstOut, 150)] // 50 of the second year.
    [InlineData(InventoryFlow.WeightedAverage, 200)] // 50 at (300 + 300) / 150.
    public void Of_TwoYears_MovesFixedOverheadByTheFlow(InventoryFlow flow, int closing)
    {
        var incomes = CostingComparison.Create(
            Unit,
            0m,
            0m,
            [new ProductionPeriod(100m, 50m, 600m, 40m), new ProductionPeriod(100m, 100m, 300m, 40m)],
            flow);

        Assert.Equal(Fraction.Of(6m), incomes[0].FixedOverheadPerUnit);
        Assert.Equal(Fraction.Of(50m), incomes[0].ClosingUnits);
        Assert.Equal(Fraction.Of(-140m), incomes[0].MarginalIncome); // 50 x 10 - 640.
        Assert.Equal(Fraction.Of(160m), incomes[0].AbsorptionIncome);
        Assert.Equal(Fraction.Of(660m), incomes[1].MarginalIncome); // 100 x 10 - 340.
        Assert.Equal(Fraction.Of(closing - 300), incomes[1].Difference);
        Assert.Equal(Fraction.Of(50m), incomes[1].ClosingUnits);
    }

    [Fact]
    public void Of_YearWithoutProduction_HasNoRateAndCarriesNothingIn()
    {
        var income = Assert.Single(CostingComparison.Create(
            Unit, 10m, 2m, [new ProductionPeriod(0m, 4m, 100m, 0m)], InventoryFlow.FirstInFirstOut));

        Assert.Null(income.FixedOverheadPerUnit);
        Assert.Equal(Fraction.Of(-60m), income.MarginalIncome);
        Assert.Equal(Fraction.Of(-68m), income.AbsorptionIncome);
        Assert.Equal(Fraction.Of(12m), income.ClosingFixedOverhead);
    }

    [Fact]
    public void Of_MoreSoldThanThere_IsRefused()
    {
        var error = Assert.Throws<ArgumentException>(() => CostingComparison.Create(
            Unit, 1m, 0m, [new ProductionPeriod(5m, 7m, 1m, 0m)], InventoryFlow.FirstInFirstOut));

        Assert.Contains("Period 1 sells 7 units, but has 6", error.Message, StringComparison.Ordinal);
    }
}
