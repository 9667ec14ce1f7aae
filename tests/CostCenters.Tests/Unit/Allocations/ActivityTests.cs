using CostCenters.Allocations;
using CostCenters.Allocations.Activities;
using CostCenters.Monetary;

namespace CostCenters.Tests.Unit.Allocations;

public class ActivityTests
{
    [Fact] // 700 for 1,000 minutes: 0.70 a minute; 600 were used.
    public void AtCapacity_LeavesWhatWasNotUsedApart()
    {
        var pool = ActivityPool.AtCapacity("desk", 700m, 1_000m, [new("order", 50m, 8m), new("complaint", 5m, 40m)]);

        Assert.Equal(Fraction.Of(0.7m), pool.Rate);
        Assert.Equal(Fraction.Of(5.6m), pool.UnitRate(pool.Uses[0]));
        Assert.Equal(Fraction.Of(140m), pool.CostOf(pool.Uses[1]));
        Assert.Equal(
            (Fraction.Of(1_000m), Fraction.Of(600m), Fraction.Of(400m)),
            (pool.Capacity, pool.Used, pool.UnusedCapacity));
        Assert.Equal((Fraction.Of(420m), Fraction.Of(280m)), (pool.AssignedCost, pool.UnusedCost));
        Assert.Equal(Fraction.Of(0.6m), pool.Utilization);
    }

    [Fact] // More was done than the capacity holds: what is unused is below 0.
    public void AtCapacity_Overused_IsSaidBySign() =>
        Assert.Equal(Fraction.Of(-50m), ActivityPool.AtCapacity("desk", 100m, 10m, [new("order", 15m, 1m)]).UnusedCost);

    [Fact] // A third each, exactly.
    public void OfUse_SpreadsTheWholeCost()
    {
        var pool = ActivityPool.OfUse("desk", 100m, [new("a", 1m, 1m), new("b", 1m, 1m), new("c", 1m, 1m)]);

        Assert.Equal(Fraction.Of(100m) / Fraction.Of(3m), pool.CostOf(pool.Uses[2]));
        Assert.Equal(Fraction.Zero, pool.UnusedCost);
    }

    [Fact]
    public void Create_SeveralPools_AddsUpByObjectAndKeepsUnusedCostApart()
    {
        var costing = ActivityBasedCosting.Create(
        [
            ActivityPool.AtCapacity("desk", 700m, 1_000m, [new("a", 50m, 8m), new("b", 5m, 40m)]),
            ActivityPool.OfUse("setup", 100m, [new("b", 1m, 1m), new("c", 3m, 1m)]),
        ]);

        Assert.Equal("a b c", string.Join(' ', costing.Objects));
        Assert.Equal(
            [Fraction.Of(280m), Fraction.Of(165m), Fraction.Of(75m)], costing.Objects.Select(name => costing[name]));
        Assert.Equal((Fraction.Of(520m), Fraction.Of(280m)), (costing.AssignedCost, costing.UnusedCost));
        Assert.Throws<KeyNotFoundException>(() => costing["none"]);
    }

    [Fact]
    public void Create_BadInput_IsRefused()
    {
        Assert.Throws<ArgumentException>(() => new ActivityUse(" ", 1m, 1m));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ActivityUse("a", -1m, 1m));
        Assert.Throws<ArgumentOutOfRangeException>(() => ActivityPool.AtCapacity("a", 1m, 0m, []));
        Assert.Throws<ArgumentException>(() => ActivityPool.OfUse("a", 1m, [new("b", 0m, 1m)]));
        Assert.Throws<ArgumentException>(() => ActivityPool.OfUse("a", 1m, [null!]));
        Assert.Throws<ArgumentException>(() => ActivityBasedCosting.Create([null!]));
    }

    /// <summary>Fixed cost 900 for 300 hours kept ready, 2 an hour of use.</summary>
    private static DualRate Hours => DualRate.OfFixedCost(
        900m, 2m, [new(new("A"), 100m, 150m), new(new("B"), 200m, 50m)]);

    [Fact]
    public void DualRate_ChargesCapacityAndUse()
    {
        Assert.Equal((Fraction.Of(3m), Fraction.Of(2m)), (Hours.FixedRate, Hours.VariableRate));
        Assert.Equal(
            [(Fraction.Of(300m), Fraction.Of(300m)), (Fraction.Of(600m), Fraction.Of(100m))],
            Hours.Charges.Select(charge => (charge.Fixed, charge.Variable)));
        Assert.Equal(Fraction.Of(1_300m), Hours.Charged);
        Assert.Equal(Fraction.Of(-50m), Hours.OverRecovery(1_350m));
    }

    [Fact] // The service cost 1,350 and charged 1,300.
    public void DualRate_AsASender_LeavesItsUnderRecoveryAsARest()
    {
        AllocationRun run = AllocationRun.Create(
            Networks.Of(
                Networks.Costs(("IT", 1_350m), ("A", 0m), ("B", 0m)),
                Hours.ToSender(new("IT"), new DecimalScale(2), MidpointRounding.AwayFromZero)),
            AllocationMethod.Reciprocal);

        Assert.Equal("IT>A 600, IT>B 700", Networks.ChargesOf(run));
        Assert.Equal(50m, Assert.Single(run.Findings).Amount);
    }

    [Fact]
    public void DualRate_BadInput_IsRefused()
    {
        Assert.Throws<ArgumentException>(() => DualRate.OfFixedCost(1m, 1m, [new(new("A"), 0m, 1m)]));
        Assert.Throws<ArgumentOutOfRangeException>(() => DualRate.AtPrices(-1m, 1m, []));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ServiceUser(new("A"), -1m, 1m));
        Assert.Throws<ArgumentOutOfRangeException>(
            () => Hours.ToSender(new("IT"), new DecimalScale(2), (MidpointRounding)9));
    }
}
