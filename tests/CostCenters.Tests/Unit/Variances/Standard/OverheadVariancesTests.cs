using CostCenters.Explanations;
using CostCenters.Monetary;
using CostCenters.Variances.Standard;
using CostCenters.Variances.Standard.Overhead;

namespace CostCenters.Tests.Unit.Variances.Standard;

public class OverheadVariancesTests
{
    // Budget 6,000 fixed over 1,000 hours (6 an hour) and 4 an hour variable. Output is worth 900 hours, 950 were
    // worked; variable 4,000 and fixed 6,300 were spent. Absorbed: 900 × 10 = 9,000. Budget: 9,600 at 900 hours, 9,800
    // at 950.
    private static readonly FixedOverheadBudget Budget = FixedOverheadBudget.OverHours(6000, 1000);
    private static readonly OverheadStandard Rates = OverheadStandard.Of(4, Budget);
    private static readonly OverheadHours Worked = OverheadHours.Of(900, 950);
    private static readonly ActualOverhead Spent = ActualOverhead.Divided(4000, 6300);

    [Theory]
    [InlineData(OverheadSet.Two, "overhead 1300: controllable 700, overhead volume 600")]
    [InlineData(
        OverheadSet.ThreeWithVariableEfficiency,
        "overhead 1300: overhead spending 500, variable overhead efficiency 200, overhead volume 600")]
    [InlineData(
        OverheadSet.ThreeWithIdleCapacity,
        "overhead 1300: overhead spending 500, idle capacity 300, overhead efficiency 500")]
    [InlineData(
        OverheadSet.FourWithFixedSpending,
        "overhead 1300: variable overhead spending 200, fixed overhead spending 300, "
            + "variable overhead efficiency 200, overhead volume 600")]
    [InlineData(
        OverheadSet.FourWithIdleCapacity,
        "overhead 1300: overhead spending 500, idle capacity 300, variable overhead efficiency 200, "
            + "fixed overhead efficiency 300")]
    public void Of_EverySet_HasTheSameTotal(OverheadSet set, string expected) =>
        Assert.Equal(expected, OverheadVariances.Analyze(Rates, Worked, Spent, set, VarianceText.Hours).Parts());

    [Fact]
    public void Of_VariableAndFixedApart_AddUpToTheTotal()
    {
        VarianceNode variable = VariableOverheadVariances.Analyze(
            PricedQuantity.AtPrice(900, 4), PricedQuantity.ForCost(950, 4000), VarianceText.Hours);
        VarianceNode whole = FixedOverheadVariances.Analyze(
            Budget, Worked, 6300, FixedVolumeSplit.CapacityAndEfficiency, VarianceText.Hours);

        Assert.Equal(
            "variable overhead 400: variable overhead spending 200, variable overhead efficiency 200",
            variable.Parts());
        Assert.Equal("fixed overhead 900: fixed overhead spending 300, fixed overhead volume 600", whole.Parts());
        Assert.Equal(
            "fixed overhead volume 600: fixed overhead capacity 300, fixed overhead efficiency 300",
            whole["fixed-overhead-volume"].Parts());
    }

    [Fact] // More hours than budgeted are favorable to capacity, slow work is not to efficiency.
    public void Volume_MoreHoursThanBudgeted_IsFavorableToCapacity()
    {
        VarianceNode volume = FixedOverheadVariances.AnalyzeVolume(
            Budget, OverheadHours.ForOutput(490, 2, 1100), FixedVolumeSplit.CapacityAndEfficiency, VarianceText.Hours);

        Assert.Equal(
            "fixed overhead volume 120: fixed overhead capacity -600, fixed overhead efficiency 720", volume.Parts());
        Assert.Equal(Outcome.Favorable, volume["fixed-overhead-capacity"].Outcome);
    }

    [Fact] // 4,000 ÷ 950 is 4.21 rounded, and 950 × 4.21 is 0.50 short.
    public void Of_RoundedActualRate_KeepsTheRestAsAPart() =>
        Assert.Equal(
            "variable overhead 400: variable overhead spending 199.5, variable overhead efficiency 200, "
                + "variable overhead rounding 0.5",
            VariableOverheadVariances.Analyze(
                PricedQuantity.AtPrice(900, 4),
                PricedQuantity.ForCost(950, 4000).WithRoundedPrice(2, MidpointRounding.AwayFromZero),
                VarianceText.Hours).Parts());

    [Fact]
    public void FixedOverheadBudget_AnyTwoFigures_GiveTheThird()
    {
        Assert.Equal(Budget, FixedOverheadBudget.ForHours(6, 1000));
        Assert.Equal(Budget, FixedOverheadBudget.AtRate(6000, 6));
        Assert.Equal(Fraction.One / Fraction.Of(3), FixedOverheadBudget.OverHours(1, 3).Rate);
    }

    [Fact]
    public void OfTotalRate_CombinedRate_LeavesTheVariableRate()
    {
        Assert.Equal(Rates, OverheadStandard.OfTotalRate(10, Budget));
        Assert.Throws<ArgumentOutOfRangeException>("totalRate", () => OverheadStandard.OfTotalRate(5.99m, Budget));
    }

    [Fact]
    public void Of_OnlyTheTotalKnown_AllowsThreeVariancesAndNotFour()
    {
        ActualOverhead total = ActualOverhead.Undivided(10_300);

        Assert.Equal(
            "overhead 1300: overhead spending 500, variable overhead efficiency 200, overhead volume 600",
            OverheadVariances.Analyze(
                Rates, Worked, total, OverheadSet.ThreeWithVariableEfficiency, VarianceText.Hours).Parts());
        Assert.Throws<ArgumentException>("actual", () => OverheadVariances.Analyze(
            Rates, Worked, total, OverheadSet.FourWithFixedSpending, VarianceText.Hours));
    }

    [Fact]
    public void Of_HoursWorkedUnknown_AllowsTwoVariancesAndNotThree()
    {
        OverheadHours unknown = OverheadHours.Of(900, actualHours: null);

        Assert.Equal(
            "overhead 1300: controllable 700, overhead volume 600",
            OverheadVariances.Analyze(Rates, unknown, Spent, OverheadSet.Two, VarianceText.Hours).Parts());
        Assert.Throws<ArgumentException>("hours", () => OverheadVariances.Analyze(
            Rates, unknown, Spent, OverheadSet.ThreeWithIdleCapacity, VarianceText.Hours));
        Assert.Throws<ArgumentException>("hours", () => FixedOverheadVariances.AnalyzeVolume(
            Budget, unknown, FixedVolumeSplit.CapacityAndEfficiency, VarianceText.Hours));
    }

    [Fact]
    public void Inputs_OutOfBounds_AreRefusedByName()
    {
        Assert.Throws<ArgumentOutOfRangeException>("denominatorHours", () => FixedOverheadBudget.OverHours(1, 0));
        Assert.Throws<ArgumentOutOfRangeException>("denominatorHours", () => FixedOverheadBudget.ForHours(1, -1));
        Assert.Throws<ArgumentOutOfRangeException>("amount", () => FixedOverheadBudget.AtRate(-1, 1));
        Assert.Throws<ArgumentOutOfRangeException>("actualHours", () => OverheadHours.Of(1, -1));
        Assert.Throws<ArgumentOutOfRangeException>("standard", () => VariableOverheadVariances.Analyze(
            PricedQuantity.AtPrice(-1, 1), PricedQuantity.AtPrice(1, 1), VarianceText.Hours));
        Assert.Throws<ArgumentOutOfRangeException>("set", () => OverheadVariances.Analyze(
            Rates, Worked, Spent, (OverheadSet)5, VarianceText.Hours));
    }
}
