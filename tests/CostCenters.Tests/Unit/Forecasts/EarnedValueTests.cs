using CostCenters.Explanations;
using CostCenters.Forecasts;
using CostCenters.Monetary;

namespace CostCenters.Tests.Unit.Forecasts;

public class EarnedValueTests
{
    // A road of 900: 300 done for 360, 400 were planned. CPI 5/6, SPI 3/4.
    private static readonly EarnedValue Road = new(900, 300, 360, 400);

    [Fact]
    public void Status_Road_ComparesDoneWithSpentAndPlanned()
    {
        Assert.Equal((Fraction.Of(-60), Fraction.Of(-100)), (Road.CostVariance, Road.ScheduleVariance!.Value));
        Assert.Equal(Ratio(5, 6), Road.CostPerformance);
        Assert.Equal(Ratio(3, 4), Road.SchedulePerformance);
        Assert.Equal(Ratio(1, 3), Road.Progress);
        Assert.Equal(Ratio(10, 9), Road.ToCompleteWithinBudget); // 600 of work for 540 of money.
    }

    [Theory] // 600 of work left: at 6/5 it costs 720, as budgeted 600, at 8/5 it costs 960.
    [InlineData(EstimateMethod.Typical, 720)]
    [InlineData(EstimateMethod.Atypical, 600)]
    [InlineData(EstimateMethod.CostAndSchedule, 960)]
    public void Estimates_EachMethod_SeesTheRestItsWay(EstimateMethod method, decimal rest)
    {
        Assert.Equal(Fraction.Of(rest), Road.EstimateToComplete(method));
        Assert.Equal(Fraction.Of(360 + rest), Road.EstimateAtCompletion(method));
        Assert.Equal(Fraction.Of(540 - rest), Road.VarianceAtCompletion(method));
        Assert.Equal(Fraction.Of(600) / Fraction.Of(rest), Road.ToCompleteWithinEstimate(method));
    }

    [Fact] // BAC / CPI = AC + (BAC - EV) / CPI.
    public void EstimateAtCompletion_Typical_IsBudgetOverPerformance() => Assert.Equal(
        Road.BudgetAtCompletion / Road.CostPerformance, Road.EstimateAtCompletion(EstimateMethod.Typical));

    [Fact] // 60 too much so far, 120 more to come.
    public void AtCompletion_Typical_SplitsIntoToDateAndToCome()
    {
        var tree = Road.AtCompletion(EstimateMethod.Typical, Currency.Eur)!;

        Assert.Equal((Fraction.Of(180), Outcome.Unfavorable), (tree.Amount, tree.Outcome));
        Assert.Equal((Fraction.Of(60), Fraction.Of(120)), (tree["to-date"].Amount, tree["to-come"].Amount));
        Assert.Equal(Road.VarianceAtCompletion(EstimateMethod.Typical), tree.ProfitEffect);
        Assert.All(tree.Inputs, input => Assert.Equal("EUR", input.Unit.ToString()));
    }

    [Fact]
    public void Status_WithoutSchedule_HasNoneOfItsFigures()
    {
        var project = new EarnedValue(900, 300, 360, planned: null);

        Assert.Equal((null, null), (project.ScheduleVariance, project.SchedulePerformance));
        Assert.Null(project.EstimateAtCompletion(EstimateMethod.CostAndSchedule));
        Assert.Null(project.AtCompletion(EstimateMethod.CostAndSchedule, Currency.Eur));
        Assert.NotNull(project.EstimateAtCompletion(EstimateMethod.Typical));
    }

    [Fact]
    public void Status_BeforeTheStart_HasNoRatios()
    {
        var project = new EarnedValue(900, 0, 0, 0);

        Assert.Equal((null, null), (project.CostPerformance, project.SchedulePerformance));
        Assert.Null(project.EstimateAtCompletion(EstimateMethod.Typical));
        Assert.Null(project.ToCompleteWithinEstimate(EstimateMethod.Typical));
        Assert.Equal(Fraction.Of(900), project.EstimateAtCompletion(EstimateMethod.Atypical));
        Assert.Null(new EarnedValue(900, 0, 50, 100).EstimateAtCompletion(EstimateMethod.Typical));
    }

    [Fact]
    public void ToComplete_NothingLeft_IsNull()
    {
        Assert.Null(new EarnedValue(900, 800, 900, null).ToCompleteWithinBudget);
        Assert.Equal(Ratio(-2, 1), new EarnedValue(900, 800, 950, null).ToCompleteWithinBudget); // 100 for -50.
        Assert.Null(new EarnedValue(900, 900, 850, null).ToCompleteWithinEstimate(EstimateMethod.Typical));
        Assert.Equal(Fraction.Zero, new EarnedValue(900, 900, 850, null).ToCompleteWithinBudget);
        Assert.Null(new EarnedValue(0, 0, 0, null).Progress);
    }

    [Fact]
    public void OfProgress_Shares_EqualsTheirAmounts()
    {
        var project = EarnedValue.OfProgress(900, 0.4m, 360, 0.5m);

        Assert.Equal(new EarnedValue(900, 360, 360, 450), project);
        Assert.Null(EarnedValue.OfProgress(900, 0.4m, 360, null).Planned);
    }

    [Fact] // 120 of 100 are earned for 90: the performance is 4/3, and 20 too much are done, worth 15.
    public void Findings_MoreEarnedAndPlannedThanTheBudgetHolds_AreToldAndComputed()
    {
        var grown = new EarnedValue(100, 120, 90, 110);

        Assert.Equal("EarnedAboveBudget, PlannedAboveBudget", string.Join(", ", grown.Findings));
        Assert.Equal(Ratio(4, 3), grown.CostPerformance);
        Assert.Equal(Ratio(6, 5), grown.Progress);
        Assert.Equal(Fraction.Of(75), grown.EstimateAtCompletion(EstimateMethod.Typical));
        Assert.Equal(Fraction.Of(70), grown.EstimateAtCompletion(EstimateMethod.Atypical));
        Assert.Equal(2, EarnedValue.OfProgress(100, 1.2m, 90, 1.1m).Findings.Length);
        Assert.Empty(new EarnedValue(100, 100, 90, 100).Findings);
    }

    [Fact]
    public void Arguments_OutsideTheDomain_AreRefusedByName()
    {
        Refuses("budgetAtCompletion", () => new EarnedValue(-1, 0, 0, null));
        Refuses("earned", () => new EarnedValue(1, -1, 0, null));
        Refuses("actualCost", () => new EarnedValue(1, 1, -1, null));
        Refuses("planned", () => new EarnedValue(1, 1, 1, -1));
        Refuses("progress", () => EarnedValue.OfProgress(1, -0.1m, 1, null));
        Refuses("plannedProgress", () => EarnedValue.OfProgress(1, 1, 1, -0.1m));
        Refuses("method", () => Road.EstimateAtCompletion((EstimateMethod)7));
    }

    private static Fraction Ratio(int part, int whole) => Fraction.Of(part) / Fraction.Of(whole);

    private static void Refuses(string name, Func<object?> act) =>
        Assert.Equal(name, Assert.Throws<ArgumentOutOfRangeException>(act).ParamName);
}
