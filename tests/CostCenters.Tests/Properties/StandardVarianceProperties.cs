using CostCenters.Explanations;
using CostCenters.Monetary;
using CostCenters.Variances.Standard;
using CostCenters.Variances.Standard.MixAndYield;
using CostCenters.Variances.Standard.Overhead;
using CostCenters.Variances.Standard.PriceAndQuantity;
using CostCenters.Variances.Standard.Sales;
using FsCheck.Xunit;

namespace CostCenters.Tests.Properties;

[Laws(Arbitrary = [typeof(StandardVarianceGenerators)])]
public class StandardVarianceProperties
{
    private static readonly VarianceUnits Units = new(Currency.Eur, "unit");

    [Property]
    public void Material_EveryTreatment_AddsUpToTheSameTotal(PricedPair c) =>
        AssertEqual(
            c.Actual.Cost - c.Standard.Cost,
            [.. Enum.GetValues<JointVariance>().Select(joint => Material(c.Standard, c.Actual, joint))]);

    [Property]
    public void Material_Swapped_NegatesTheTotalAndFlipsTheOutcome(PricedPair c) =>
        AssertSwapped(
            Material(c.Standard, c.Actual, JointVariance.InPrice),
            Material(c.Actual, c.Standard, JointVariance.InPrice));

    [Property] // Swapped, the joint term changes sides: what was in the price is in the quantity.
    public void Material_Swapped_MirrorsTheOtherTreatment(PricedPair c) =>
        Assert.Equal(
            -Material(c.Standard, c.Actual, JointVariance.InPrice)["material-price"].Amount,
            Material(c.Actual, c.Standard, JointVariance.InQuantity)["material-price"].Amount);

    [Property]
    public void Material_AtPurchase_HasTheTotalAtUse(PricedPair c, int used)
    {
        VarianceNode tree = MaterialVariances.AnalyzeAtPurchase(c.Standard, c.Actual, used % 1_000_000_000, Units);
        AssertExact(tree);
        Fraction quantity = Fraction.Of(used % 1_000_000_000);
        Assert.Equal((quantity * c.Actual.Price!.Value) - c.Standard.Cost, tree.Amount);
    }

    [Property]
    public void Material_RoundedPrice_KeepsTheTotal(PricedPair c) =>
        AssertEqual(
            c.Actual.Cost - c.Standard.Cost,
            [.. Enum.GetValues<JointVariance>().Select(joint => Material(
                c.Standard, c.Actual.WithRoundedPrice(1, MidpointRounding.AwayFromZero), joint))]);

    [Property]
    public void Planning_EitherApproach_AddsUpToTheSameTotal(PricedPair c, PricedPair other) =>
        AssertEqual(
            c.Actual.Cost - c.Standard.Cost,
            [.. Enum.GetValues<PlanningApproach>().Select(approach => PlanningVariances.Analyze(
                c.Standard, other.Standard, c.Actual, approach, Units))]);

    [Property]
    public void Overhead_EverySet_AddsUpToTheSameTotal(OverheadCase c)
    {
        var actual = ActualOverhead.Divided(c.VariableCost, c.FixedCost);
        AssertEqual(
            actual.Total - (c.Rates.TotalRate * c.Hours.Standard),
            [.. Enum.GetValues<OverheadSet>().Select(set => OverheadVariances.Analyze(
                c.Rates, c.Hours, actual, set, Units))]);
    }

    [Property]
    public void FixedOverhead_WholeOrSplitVolume_HasTheSameTotal(OverheadCase c) =>
        AssertEqual(
            Fraction.Of(c.FixedCost) - (c.Rates.Fixed.Rate * c.Hours.Standard),
            [.. Enum.GetValues<FixedVolumeSplit>().Select(split => FixedOverheadVariances.Analyze(
                c.Rates.Fixed, c.Hours, c.FixedCost, split, Units))]);

    [Property]
    public void Mix_EitherMethod_AgreesInMixAndYield(MixCase c)
    {
        VarianceNode individual = Mix(MixMethod.IndividualPrice);
        VarianceNode average = Mix(MixMethod.WeightedAverage);

        AssertExact(individual);
        AssertExact(average);
        Assert.All(
            ["input-cost", "price", "usage", "mix", "yield"],
            key => Assert.Equal(individual[key].Amount, average[key].Amount));
        Assert.Equal(
            individual["mix"].Amount, MixYieldVariances.AnalyzeMix(c.Items, MixMethod.IndividualPrice, Units).Amount);

        VarianceNode Mix(MixMethod method) => MixYieldVariances.Analyze(c.Items, c.StandardTotal, method, Units);
    }

    [Property]
    public void SalesVolume_EveryVariant_AddsUpToTheSameTotal(MixCase c) =>
        AssertEqual(
            Fraction.Sum(c.Products.Select(item => (item.ActualUnits - item.BudgetUnits) * item.UnitValue)),
            [
                .. from method in Enum.GetValues<MixMethod>()
                   select SalesVariances.AnalyzeVolume(c.Products, SalesValuation.Profit, method, Units),
                .. from method in Enum.GetValues<MixMethod>()
                   from order in Enum.GetValues<MarketOrder>()
                   select SalesVariances.AnalyzeVolume(
                       c.Products, SalesValuation.Profit, method, c.Market, order, Units),
            ]);

    [Property]
    public void SalesVolume_Swapped_NegatesTheTotalAndFlipsTheOutcome(MixCase c)
    {
        if (c.Items.All(item => item.ActualQuantity.IsZero))
        {
            return; // Swapped, nothing would have been budgeted.
        }

        SalesItem[] swapped =
        [
            .. c.Products.Select(item => new SalesItem(
                item.Name, Exact(item.ActualUnits), Exact(item.BudgetUnits), Exact(item.UnitValue))),
        ];
        AssertSwapped(Volume(c.Products), Volume(swapped));

        static decimal Exact(Fraction value) => value.RoundTo(8, MidpointRounding.ToEven);

        static VarianceNode Volume(SalesItem[] items) => SalesVariances.AnalyzeVolume(
            items, SalesValuation.Contribution, MixMethod.IndividualPrice, Units);
    }

    [Property]
    public void Yield_EitherMethod_IsTheSame(uint input, uint output, PricedPair c)
    {
        decimal perOutput = (input % 1_000) + 0.25m;
        decimal cost = c.Standard.Price!.Value.RoundTo(8, MidpointRounding.ToEven);

        Assert.Equal(Yield(YieldMethod.Input), Yield(YieldMethod.Output));

        Fraction Yield(YieldMethod method) => YieldVariances.Analyze(
            input % 1_000_000_000, output % 1_000_000_000, perOutput, cost, method, Units).Amount;
    }

    private static VarianceNode Material(PricedQuantity standard, PricedQuantity actual, JointVariance joint) =>
        MaterialVariances.AnalyzeAtUse(standard, actual, joint, Units);

    private static void AssertEqual(Fraction total, VarianceNode[] trees)
    {
        Assert.All(trees, AssertExact);
        Assert.All(trees, tree => Assert.Equal(total, tree.Amount));
    }

    private static void AssertExact(VarianceNode tree) =>
        Assert.All(tree.Walk().Where(node => node.Children.Length > 0), node =>
            Assert.Equal(node.Amount, Fraction.Sum(node.Children.Select(child => child.Amount))));

    private static void AssertSwapped(VarianceNode tree, VarianceNode swapped)
    {
        Assert.Equal(-tree.Amount, swapped.Amount);
        Assert.Equal(
            tree.Outcome switch
            {
                Outcome.Favorable => Outcome.Unfavorable,
                Outcome.Unfavorable => Outcome.Favorable,
                _ => Outcome.Neutral,
            },
            swapped.Outcome);
    }
}
