using CostCenters.CostBehavior;
using CostCenters.Monetary;

namespace CostCenters.Tests.Unit.CostBehavior;

public class CostFunctionTests
{
    // Up to 1,000 units one foreman at 3,000, up to 2,000 two for 5,800, up to 2,500 three for 8,000.
    private static readonly CostStep[] Foremen = [new(1_000, 3_000), new(2_000, 5_800), new(2_500, 8_000)];

    [Fact]
    public void CostAt_FixedVariableMixed_FollowsTheLine()
    {
        Assert.Equal(Fraction.Of(500), CostFunction.Fixed(500).CostAt(0));
        Assert.Equal(Fraction.Of(500), CostFunction.Fixed(500).CostAt(1_000_000_000));
        Assert.Equal(Fraction.Of(7.5m), CostFunction.Variable(2.5m).CostAt(3));
        Assert.Equal(Fraction.Of(107.5m), CostFunction.Mixed(100, 2.5m).CostAt(3));
        Assert.Equal(Fraction.Of(-20), CostFunction.Mixed(10, -3).CostAt(10));
    }

    [Theory] // 1,000 and 4 a unit: the more units, the less of the fixed part each carries.
    [InlineData(100, 14)]
    [InlineData(250, 8)]
    [InlineData(1_000, 5)]
    public void UnitCostAt_Mixed_FallsWithActivity(decimal activity, decimal unitCost)
    {
        CostFunction cost = CostFunction.Mixed(1_000m, 4m);

        Assert.Equal(Fraction.Of(unitCost), cost.UnitCostAt(activity));
        Assert.Null(cost.UnitCostAt(0m));
    }

    [Fact]
    public void CostAt_Mixed_IsItsFixedAndItsVariablePart()
    {
        var cost = CostFunction.Mixed(100, 2.5m);

        Assert.Equal((Fraction.Of(100), Fraction.Of(10)), (cost.FixedCostAt(4), cost.VariableCostAt(4)));
        Assert.Null(cost.Range);
    }

    [Fact] // 100 for 7 units are 300/7 for 3.
    public void CostAt_Proportional_KeepsTheRateAsAFraction()
    {
        var cost = CostFunction.Proportional(100, 7);

        Assert.Equal(Fraction.Of(300) / Fraction.Of(7), cost.CostAt(3));
        Assert.Equal(Fraction.Of(100), cost.CostAt(7));
    }

    [Theory]
    [InlineData(0, 3_000)]
    [InlineData(1_000, 3_000)]
    [InlineData(1_000.00000001, 5_800)]
    [InlineData(2_000, 5_800)]
    [InlineData(2_500, 8_000)]
    public void CostAt_Step_IsTheAmountOfTheStepThatHoldsTheActivity(decimal activity, decimal cost)
    {
        foreach (OutsideRange outside in Enum.GetValues<OutsideRange>())
        {
            Assert.Equal(Fraction.Of(cost), CostFunction.StepFixed(Foremen, outside).CostAt(activity));
        }
    }

    [Fact]
    public void CostAt_BeyondTheSteps_IsAsTheRuleSays()
    {
        var refusing = CostFunction.StepFixed(Foremen, OutsideRange.Refuse);
        var keeping = CostFunction.StepFixed(Foremen, OutsideRange.KeepNearest);
        var repeating = CostFunction.StepFixed(Foremen, OutsideRange.Extrapolate);

        var error = Assert.Throws<ArgumentOutOfRangeException>(() => refusing.CostAt(2_501));
        Assert.Equal("activity", error.ParamName);
        Assert.Contains("0 through 2500", error.Message, StringComparison.Ordinal);
        Assert.Equal(Fraction.Of(8_000), keeping.CostAt(9_999));

        // The last step is 500 wide and 2,200 high.
        Assert.Equal(Fraction.Of(10_200), repeating.CostAt(2_501));
        Assert.Equal(Fraction.Of(10_200), repeating.CostAt(3_000));
        Assert.Equal(Fraction.Of(12_400), repeating.CostAt(3_000.5m));
    }

    [Theory]
    [InlineData(99, 150, 149)]
    [InlineData(100, 150, 150)]
    [InlineData(200, 250, 250)]
    [InlineData(201, 250, 251)]
    public void CostAt_OutsideTheRelevantRange_IsAsTheRuleSays(decimal activity, decimal kept, decimal extrapolated)
    {
        var range = new RelevantRange(100, 200);

        Assert.Equal(
            Fraction.Of(kept), CostFunction.Mixed(50, 1, range, OutsideRange.KeepNearest).CostAt(activity));
        Assert.Equal(
            Fraction.Of(extrapolated), CostFunction.Mixed(50, 1, range, OutsideRange.Extrapolate).CostAt(activity));
        var refusing = CostFunction.Mixed(50, 1, range, OutsideRange.Refuse);
        if (range.Contains(activity))
        {
            Assert.Equal(Fraction.Of(kept), refusing.CostAt(activity));
        }
        else
        {
            Assert.Throws<ArgumentOutOfRangeException>(() => refusing.CostAt(activity));
        }
    }

    [Fact]
    public void Arguments_OutsideTheDomain_AreRefusedByName()
    {
        Refuses<ArgumentOutOfRangeException>("activity", () => CostFunction.Fixed(1).CostAt(-1));
        Refuses<ArgumentOutOfRangeException>("activity", () => CostFunction.Proportional(1, 0));
        Refuses<ArgumentOutOfRangeException>("rate", () => CostFunction.Variable(1_000_000_001m));
        Refuses<ArgumentOutOfRangeException>("through", () => new RelevantRange(2, 1));
        Refuses<ArgumentOutOfRangeException>("from", () => new RelevantRange(-1, 1));
        Refuses<ArgumentOutOfRangeException>("through", () => new CostStep(0, 1));
        Refuses<ArgumentException>("steps", () => CostFunction.StepFixed([], OutsideRange.Refuse));
        Refuses<ArgumentException>("steps", () => CostFunction.StepFixed([default], OutsideRange.Refuse));
        Refuses<ArgumentException>("steps", () => CostFunction.StepFixed(Foremen[..1], OutsideRange.Extrapolate));
        Refuses<ArgumentException>(
            "steps", () => CostFunction.StepFixed([Foremen[1], Foremen[0]], OutsideRange.Refuse));
        Refuses<ArgumentOutOfRangeException>("outside", () => CostFunction.StepFixed(Foremen, (OutsideRange)9));
    }

    private static void Refuses<T>(string name, Func<object> act)
        where T : ArgumentException => Assert.Equal(name, Assert.Throws<T>(act).ParamName);
}
