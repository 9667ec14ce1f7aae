using CostCenters.Explanations;
using CostCenters.Monetary;
using CostCenters.Profitability;

namespace CostCenters.Tests.Unit.Profitability;

public class OperatingStatementTests
{
    private static readonly StandardInput Hours = new(InputKind.Labor, "assembly", "h", 30m, 60m, 20m);

    [Fact]
    public void Card_OfTheLamp_GivesUnitFigures()
    {
        var lamp = Lamp(AbsorptionBase.UnitsMade);

        Assert.Equal(Fraction.Of(18m), lamp.VariableCostPerUnit);
        Assert.Equal(Fraction.Of(12m), lamp.FixedCostPerUnit);
        Assert.Equal(Fraction.Of(30m), lamp.CostPerUnit);
        Assert.Equal(Fraction.Of(20m), lamp.ProfitPerUnit);
        Assert.Equal(Fraction.Of(32m), lamp.ContributionPerUnit);
    }

    [Theory]
    [InlineData("sales-price", 1_000)] // 46,000 - 900 x 50.
    [InlineData("sales-volume", -2_000)] // -100 x 20.
    [InlineData("material-price", -460)] // 2,300 x 3 - 7,360.
    [InlineData("material-quantity", -300)] // (2,200 - 2,300) x 3.
    [InlineData("labor-rate", -290)] // 580 x 20 - 11,890.
    [InlineData("labor-idle-time", -400)] // -20 x 20.
    [InlineData("labor-efficiency", -200)] // (550 - 560) x 20.
    [InlineData("variable-overhead-spending", 140)] // 560 x 4 - 2,100.
    [InlineData("variable-overhead-efficiency", -40)] // (550 - 560) x 4.
    [InlineData("fixed-overhead-spending", -500)] // 12,000 - 12,500.
    [InlineData("fixed-overhead-volume", 1_200)] // (1,100 - 1,000) x 12.
    public void Of_Absorption_HasTheVariancesOfTheCourse(string key, int expected)
    {
        var statement = OperatingStatement.Create(Lamp(AbsorptionBase.UnitsMade), CostingMethod.Absorption);

        Assert.Equal(Fraction.Of(expected), statement.Variances[key].ProfitEffect);
        Assert.Equal(Fraction.Of(20_000m), statement.BudgetedProfit);
        Assert.Equal(Fraction.Of(18_150m), statement.ActualProfit);
    }

    [Fact]
    public void Of_Marginal_ValuesVolumeAtContributionAndHasNoFixedVolume()
    {
        var statement = OperatingStatement.Create(Lamp(AbsorptionBase.UnitsMade), CostingMethod.Marginal);

        Assert.Equal(Fraction.Of(-3_200m), statement.Variances["sales-volume"].Amount);
        Assert.False(statement.Variances.TryFind("fixed overhead volume", out _));
        Assert.Equal(Fraction.Of(20_000m), statement.BudgetedProfit);
        Assert.Equal(Fraction.Of(15_750m), statement.ActualProfit);
    }

    [Fact] // 24 an hour: (560 - 500) x 24 and (550 - 560) x 24.
    public void Of_FixedOverheadByHours_SplitsVolume()
    {
        var volume = OperatingStatement.Create(Lamp(AbsorptionBase.LaborHours), CostingMethod.Absorption)
            .Variances["fixed-overhead-volume"];

        Assert.Equal(Fraction.Of(1_200m), volume.Amount);
        Assert.Equal(Fraction.Of(1_440m), volume["fixed-overhead-capacity"].Amount);
        Assert.Equal(Fraction.Of(-240m), volume["fixed-overhead-efficiency"].Amount);
    }

    [Fact] // 200 lamps into inventory at 12 each; the variances differ by 1,200 of volume and 1,200 in sales volume.
    public void Reconciliation_OfTheLamp_GoesThroughInventory()
    {
        var reconciliation = new ProfitReconciliation(Lamp(AbsorptionBase.UnitsMade));

        Assert.Equal(Fraction.Of(200m), reconciliation.InventoryUnits);
        Assert.Equal(Fraction.Of(2_400m), reconciliation.InventoryEffect);
        Assert.Equal(
            reconciliation.InventoryEffect,
            reconciliation.Absorption.ActualProfit - reconciliation.Marginal.ActualProfit);
        Assert.Equal(Fraction.Of(2_400m), reconciliation.Difference.Amount);
        Assert.Equal(Fraction.Of(1_200m), reconciliation.Difference["fixed-overhead-in-sales-volume"].Amount);
    }

    [Fact]
    public void Of_KnownVariances_TurnsCostsIntoProfit()
    {
        var part = VarianceNode.Leaf("rate", "labor rate", VarianceBasis.Cost, Fraction.Of(30m), "x", []);
        var cost = VarianceNode.Sum("labor", "labor", "y", [part]);
        var profit = VarianceNode.Leaf("sales", "sales", VarianceBasis.Profit, Fraction.Of(100m), "z", []);
        var statement = OperatingStatement.Create(1_000m, [cost, profit]);

        Assert.Equal(Fraction.Of(1_070m), statement.ActualProfit);
        Assert.Equal(Fraction.Of(-30m), statement.Variances["rate"].Amount);
        Assert.Equal(Outcome.Unfavorable, statement.Variances["labor"].Outcome);
        Assert.Throws<ArgumentException>(() => OperatingStatement.Create(1m, []));
    }

    [Fact]
    public void Inputs_OutsideTheDomain_AreRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(
            () => new StandardInput(InputKind.Labor, "x", "h", 1m, 0m, 1m));
        Assert.Throws<ArgumentOutOfRangeException>(() => new InputUse(Hours, 10m, 9m, 1m));
        Assert.Throws<ArgumentException>(() => new InputUse(
            new StandardInput(InputKind.Material, "x", "kg", 1m, 1m, 1m), 10m, 11m, 1m));
        Assert.Throws<ArgumentOutOfRangeException>(
            () => FixedOverhead.OfBudget(AbsorptionBase.UnitsMade, 1m, 0m, 1m));
        Assert.Throws<ArgumentException>(() => new ProductOperations(
            Currency.Eur, 1m, 1m, 1m, 1m, 1m, [], FixedOverhead.OfRate(AbsorptionBase.LaborHours, 1m, 1m, 1m)));
        Assert.Throws<ArgumentOutOfRangeException>(
            () => OperatingStatement.Create(Lamp(AbsorptionBase.UnitsMade), (CostingMethod)5));
    }

    // 1,000 lamps planned; 1,100 made and 900 sold.
    private static ProductOperations Lamp(AbsorptionBase absorptionBase) => new(
        Currency.Eur,
        standardPrice: 50m,
        budgetedUnits: 1_000m,
        unitsSold: 900m,
        unitsMade: 1_100m,
        revenue: 46_000m,
        [
            new InputUse(new StandardInput(InputKind.Material, "sheet", "kg", 2m, 1m, 3m), 2_300m, null, 7_360m),
            new InputUse(Hours, 560m, 580m, 11_890m),
            new InputUse(new StandardInput(InputKind.VariableOverhead, "power", "h", 0.5m, 1m, 4m), 560m, null, 2_100m),
        ],
        FixedOverhead.OfBudget(
            absorptionBase, 12_000m, absorptionBase == AbsorptionBase.UnitsMade ? 1_000m : 500m, 12_500m));
}
