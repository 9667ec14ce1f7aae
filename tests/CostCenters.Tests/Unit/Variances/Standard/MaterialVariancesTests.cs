using CostCenters.Explanations;
using CostCenters.Monetary;
using CostCenters.Variances.Standard;
using CostCenters.Variances.Standard.PriceAndQuantity;

namespace CostCenters.Tests.Unit.Variances.Standard;

public class MaterialVariancesTests
{
    // 50 chairs at 2 kg and 4 a kg are allowed 400; 110 kg at 5 cost 550.
    private static readonly PricedQuantity Allowed = PricedQuantity.ForOutput(50, 2, 4);
    private static readonly PricedQuantity Used = PricedQuantity.AtPrice(110, 5);

    [Theory]
    [InlineData(JointVariance.InPrice, "material 150: material price 110, material quantity 40")]
    [InlineData(JointVariance.InQuantity, "material 150: material price 100, material quantity 50")]
    [InlineData(JointVariance.Separate, "material 150: material price 100, material quantity 40, material joint 10")]
    public void AtUse_JointTreatment_MovesTheJointTermOnly(JointVariance joint, string expected) =>
        Assert.Equal(expected, MaterialVariances.AnalyzeAtUse(Allowed, Used, joint, VarianceText.Kilograms).Parts());

    [Fact] // A price of 2 and a quantity of 10 more than 10 × 100: the joint 20 stands alone or goes to the price.
    public void AtUse_ThreeWayAndMerged_AgreeInTotal()
    {
        PricedQuantity budget = PricedQuantity.AtPrice(100, 10);
        PricedQuantity actual = PricedQuantity.AtPrice(110, 12);

        Assert.Equal(
            "material 320: material price 200, material quantity 100, material joint 20",
            MaterialVariances.AnalyzeAtUse(budget, actual, JointVariance.Separate, VarianceText.Kilograms).Parts());
        Assert.Equal(
            "material 320: material price 220, material quantity 100",
            MaterialVariances.AnalyzeAtUse(budget, actual, JointVariance.InPrice, VarianceText.Kilograms).Parts());
    }

    [Fact] // A standard price of 10 and an issue at 11: 1 per unit.
    public void AtUse_IssueAtAnotherPrice_IsAllPrice() =>
        Assert.Equal(
            "material 1: material price 1, material quantity 0",
            MaterialVariances.AnalyzeAtUse(
                PricedQuantity.AtPrice(1, 10), PricedQuantity.AtPrice(1, 11), JointVariance.InPrice,
                VarianceText.Kilograms).Parts());

    [Fact]
    public void AtUse_Tree_ExplainsItself()
    {
        VarianceNode tree = MaterialVariances.AnalyzeAtUse(
            Allowed, Used, JointVariance.InPrice, VarianceText.Kilograms);
        VarianceNode price = tree["material-price"];

        Assert.Equal("(actual price - standard price) × actual quantity", price.Formula);
        Assert.Equal([5m, 4m, 110m], price.Inputs.Select(input => price.Input(input.Name)));
        Assert.Equal(["EUR per kg", "EUR per kg", "kg"], price.Inputs.Select(input => input.Unit.ToString()));
        Assert.Equal(Outcome.Unfavorable, tree.Outcome);
        Assert.Equal(Fraction.Of(-150), tree.ProfitEffect);
    }

    [Fact] // 120 kg bought at 5, 110 used: 10 kg lie in stock, and with them 10 of the price variance.
    public void AtPurchase_MoreBoughtThanUsed_TakesTheRestBack() =>
        Assert.Equal(
            "material 150: material price 120, material quantity 40, material price in stock -10",
            MaterialVariances.AnalyzeAtPurchase(Allowed, PricedQuantity.AtPrice(120, 5), 110, VarianceText.Kilograms)
                .Parts());

    [Fact] // 90 kg bought, 110 used: 20 kg come from stock, their price variance was recognized before.
    public void AtPurchase_LessBoughtThanUsed_AddsTheRest() =>
        Assert.Equal(
            "material 150: material price 90, material quantity 40, material price in stock 20",
            MaterialVariances.AnalyzeAtPurchase(Allowed, PricedQuantity.ForCost(90, 450), 110, VarianceText.Kilograms)
                .Parts());

    [Fact] // 100 for 30 kg is 3.33 rounded: 0.1 is left over.
    public void AtUse_RoundedPrice_KeepsTheRestAsAPart() =>
        Assert.Equal(
            "material -20: material price -20.1, material quantity 0, material rounding 0.1",
            MaterialVariances.AnalyzeAtUse(
                PricedQuantity.AtPrice(30, 4),
                PricedQuantity.ForCost(30, 100).WithRoundedPrice(2, MidpointRounding.AwayFromZero),
                JointVariance.InPrice,
                VarianceText.Kilograms).Parts());

    [Fact]
    public void AtUse_CostWithoutQuantity_IsAllPrice() =>
        Assert.Equal(
            "material -393: material price 7, material quantity -400",
            MaterialVariances.AnalyzeAtUse(
                Allowed, PricedQuantity.ForCost(0, 7), JointVariance.InPrice, VarianceText.Kilograms).Parts());

    [Fact]
    public void AtUse_CostWithoutQuantity_NeedsAPriceElsewhere()
    {
        PricedQuantity unpriced = PricedQuantity.ForCost(0, 7);

        Assert.Throws<ArgumentException>("used", () =>
            MaterialVariances.AnalyzeAtUse(Allowed, unpriced, JointVariance.Separate, VarianceText.Kilograms));
        Assert.Throws<ArgumentException>("purchased", () =>
            MaterialVariances.AnalyzeAtPurchase(Allowed, unpriced, 1, VarianceText.Kilograms));
        Assert.Throws<ArgumentException>("standard", () =>
            MaterialVariances.AnalyzeAtUse(unpriced, Used, JointVariance.InPrice, VarianceText.Kilograms));
        Assert.Throws<InvalidOperationException>(() => unpriced.WithRoundedPrice(2, MidpointRounding.ToEven));
    }

    [Fact]
    public void AtUse_UnknownTreatment_Throws() => Assert.Throws<ArgumentOutOfRangeException>(
        "joint", () => MaterialVariances.AnalyzeAtUse(Allowed, Used, (JointVariance)9, VarianceText.Kilograms));

    [Fact]
    public void PricedQuantity_OutOfBounds_Throws()
    {
        Assert.Throws<ArgumentOutOfRangeException>("quantity", () => PricedQuantity.AtPrice(1_000_000_001m, 1));
        Assert.Throws<ArgumentOutOfRangeException>("price", () => PricedQuantity.AtPrice(1, 0.000_000_001m));
        Assert.Throws<ArgumentOutOfRangeException>("output", () => PricedQuantity.ForOutput(-1, 1, 1));
        Assert.Throws<ArgumentOutOfRangeException>("quantityPerUnit", () => Used.OutputAt(0));
    }
}
