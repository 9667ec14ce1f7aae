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
        var incomes = CostingComparison.Of(
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
        var income = Assert.Single(CostingComparison.Of(
            Unit, 10m, 2m, [new ProductionPeriod(0m, 4m, 100m, 0m)], InventoryFlow.FirstInFirstOut));

        Assert.Null(income.FixedOverheadPerUnit);
        Assert.Equal(Fraction.Of(-60m), income.MarginalIncome);
        Assert.Equal(Fraction.Of(-68m), income.AbsorptionIncome);
        Assert.Equal(Fraction.Of(12m), income.ClosingFixedOverhead);
    }

    [Fact]
    public void Of_MoreSoldThanThere_IsRefused()
    {
        var error = Assert.Throws<ArgumentException>(() => CostingComparison.Of(
            Unit, 1m, 0m, [new ProductionPeriod(5m, 7m, 1m, 0m)], InventoryFlow.FirstInFirstOut));

        Assert.Contains("Period 1 sells 7 units, but has 6", error.Message, StringComparison.Ordinal);
    }

    [Fact] // 12 units planned at 5; volume 10 F is 2 more; 100 x 4 + 20 of 30 a unit made; 3 - 50 / 100.
    public void Rebuilt_Figures_AreWhatTheStatementWasMadeFrom()
    {
        Assert.Equal(Fraction.Of(12m), RebuiltFigures.BudgetedUnits(60m, 5m));
        Assert.Equal(Fraction.Of(14m), RebuiltFigures.UnitsSold(60m, 10m, 5m));
        Assert.Equal(Fraction.Of(14m), RebuiltFigures.UnitsMade(100m, 4m, 20m, 30m));
        Assert.Equal(Fraction.Of(2.5m), RebuiltFigures.ActualPrice(3m, 100m, 50m));
        Assert.Equal(
            Fraction.Of(8m), RebuiltFigures.FixedVolume(Currency.Eur, Fraction.Of(14m), Fraction.Of(12m), 4m).Amount);
    }

    [Fact]
    public void Rebuilt_FigureThatIsNotDetermined_IsRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => RebuiltFigures.BudgetedUnits(60m, 0m));
        Assert.Throws<ArgumentOutOfRangeException>(() => RebuiltFigures.UnitsMade(1m, 1m, 1m, 0m));
        Assert.Throws<ArgumentOutOfRangeException>(() => RebuiltFigures.ActualPrice(1m, 0m, 1m));
    }
}
