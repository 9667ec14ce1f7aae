using CostCenters.Explanations;
using CostCenters.Variances.Standard;
using CostCenters.Variances.Standard.PriceAndQuantity;

namespace CostCenters.Tests.Unit.Variances.Standard;

public class PlanningVariancesTests
{
    // Set: 100 kg at 10. Should have been: 110 kg at 12. Was: 120 kg for 1,380 (11.50 each).
    private static readonly PricedQuantity Original = PricedQuantity.AtPrice(100, 10);
    private static readonly PricedQuantity Revised = PricedQuantity.AtPrice(110, 12);
    private static readonly PricedQuantity Actual = PricedQuantity.ForCost(120, 1380);

    [Fact]
    public void Of_TraditionalSplit_AddsBackByLine()
    {
        VarianceNode tree = Of(PlanningApproach.TraditionalSplit);
        VarianceNode traditional =
            MaterialVariances.AnalyzeAtUse(Original, Actual, JointVariance.InPrice, VarianceText.Kilograms);

        Assert.Equal("input cost 380: price 180, quantity 200", tree.Parts());
        Assert.Equal("price 180: planning price 240, operational price -60", tree["price"].Parts());
        Assert.Equal("quantity 200: planning quantity 100, operational quantity 100", tree["quantity"].Parts());
        Assert.Equal(traditional["material-price"].Amount, tree["price"].Amount);
        Assert.Equal(traditional["material-quantity"].Amount, tree["quantity"].Amount);
    }

    [Fact]
    public void Of_RevisedStandards_MeasuresOperationsAtTheRevisedStandard()
    {
        VarianceNode tree = Of(PlanningApproach.RevisedStandards);

        Assert.Equal("input cost 380: planning 320, operational 60", tree.Parts());
        Assert.Equal("planning 320: planning price 220, planning quantity 100", tree["planning"].Parts());
        Assert.Equal("operational 60: operational price -60, operational quantity 120", tree["operational"].Parts());
    }

    [Fact]
    public void Of_OutsideItsDomain_Throws()
    {
        Assert.Throws<ArgumentOutOfRangeException>("approach", () => Of((PlanningApproach)2));
        Assert.Throws<ArgumentException>("revised", () => PlanningVariances.Analyze(
            Original, default, Actual, PlanningApproach.TraditionalSplit, VarianceText.Kilograms));
    }

    private static VarianceNode Of(PlanningApproach approach) =>
        PlanningVariances.Analyze(Original, Revised, Actual, approach, VarianceText.Kilograms);
}
