using CostCenters.Explanations;
using CostCenters.Monetary;
using CostCenters.Profitability;
using CostCenters.Variances.Standard;
using CostCenters.Variances.Standard.MixAndYield;
using CostCenters.Variances.Standard.Overhead;
using CostCenters.Variances.Standard.PriceAndQuantity;
using CostCenters.Variances.Standard.Sales;
using FsCheck.Xunit;

namespace CostCenters.Tests.Properties;

/// <summary>
/// Swapping plan and actual negates the total and flips the outcome. What a method measures at the plan's or at the
/// actual's figures is measured at the other's then, so parts change places; where they do, the law says how.
/// </summary>
[Laws(Arbitrary = [typeof(SwapGenerators)])]
public class SwapProperties
{
    private static readonly VarianceUnits Units = new(Currency.Eur, "h");

    [Property]
    public void Labor_Swapped_NegatesAndFlips(Sides c)
    {
        foreach (var joint in Enum.GetValues<JointVariance>())
        {
            AssertSwapped(Labor(c, joint), Labor(c.Swap(), joint));
        }

        // The joint term changes sides: what was in the rate is in the efficiency.
        var (tree, mirror) = (Labor(c, JointVariance.InPrice), Labor(c.Swap(), JointVariance.InQuantity));
        Assert.Equal(-tree["labor-rate"].Amount, mirror["labor-rate"].Amount);
        Assert.Equal(-tree["labor-efficiency"].Amount, mirror["labor-efficiency"].Amount);

        static VarianceNode Labor(Sides sides, JointVariance joint) => LaborVariances.Analyze(
            sides.Standard.Priced, sides.Actual.Priced, sides.Actual.Quantity, joint, Units);
    }

    [Property] // A standard knows no idle hours, so that only the total swaps, however many hours were idle.
    public void Labor_WithIdleHours_Swapped_NegatesTheTotal(Sides c, byte idle)
    {
        AssertSwapped(Labor(c), Labor(c.Swap()));

        VarianceNode Labor(Sides sides) => LaborVariances.Analyze(
            sides.Standard.Priced,
            sides.Actual.Priced,
            decimal.Round(sides.Actual.Quantity * idle / byte.MaxValue, 2, MidpointRounding.ToZero),
            JointVariance.InPrice,
            Units);
    }

    [Property]
    public void VariableOverhead_Swapped_NegatesAndFlips(Sides c) => AssertSwapped(
        VariableOverheadVariances.Analyze(c.Standard.Priced, c.Actual.Priced, Units),
        VariableOverheadVariances.Analyze(c.Actual.Priced, c.Standard.Priced, Units));

    [Property]
    public void Overhead_EverySet_Swapped_NegatesAndFlips(OverheadSides c)
    {
        foreach (var set in Enum.GetValues<OverheadSet>())
        {
            AssertSwapped(Overhead(c, set), Overhead(c.Swap(), set));
        }

        // The budget stays between what was absorbed and what was spent: spending and volume change places.
        var (tree, mirror) = (
            Overhead(c, OverheadSet.FourWithFixedSpending), Overhead(c.Swap(), OverheadSet.FourWithFixedSpending));
        Assert.Equal(-tree["fixed-overhead-spending"].Amount, mirror["overhead-volume"].Amount);
        Assert.Equal(-tree["overhead-volume"].Amount, mirror["fixed-overhead-spending"].Amount);
        Assert.Equal(-tree["variable-overhead-efficiency"].Amount, mirror["variable-overhead-efficiency"].Amount);

        static VarianceNode Overhead(OverheadSides sides, OverheadSet set) =>
            OverheadVariances.Analyze(sides.Standard, sides.Hours, sides.Actual, set, Units);
    }

    [Property]
    public void FixedOverhead_EitherSplit_Swapped_NegatesAndFlips(OverheadSides c)
    {
        foreach (var split in Enum.GetValues<FixedVolumeSplit>())
        {
            var (tree, mirror) = (Fixed(c), Fixed(c.Swap()));
            AssertSwapped(tree, mirror);
            Assert.Equal(-tree["fixed-overhead-spending"].Amount, mirror["fixed-overhead-volume"].Amount);

            VarianceNode Fixed(OverheadSides sides) =>
                FixedOverheadVariances.Analyze(sides.Fixed, sides.Hours, sides.Sides.Actual.Cost, split, Units);
        }
    }

    [Property]
    public void MixAndYield_EitherMethod_Swapped_NegatesAndFlips(ItemSides c)
    {
        foreach (var method in Enum.GetValues<MixMethod>())
        {
            AssertSwapped(InputCost(c), InputCost(c.Swap()));

            // At prices that do not swap, so does the usage; its parts measure at the total of the other side.
            AssertSwapped(Usage(c), Usage(c.Swap()));

            VarianceNode InputCost(ItemSides sides) =>
                MixYieldVariances.Analyze(sides.Inputs, sides.StandardTotal, method, Units);

            VarianceNode Usage(ItemSides sides) =>
                MixYieldVariances.Analyze(sides.Quantities, sides.StandardTotal, method, Units);
        }
    }

    [Property] // A mix alone is measured at the actual total: it swaps where both sides have one total.
    public void Mix_OfOneTotal_Swapped_NegatesAndFlips(ItemSides c)
    {
        var reordered = new ItemSides([.. c.Items.Zip(c.Items.Reverse(), (item, other) => new Sides(
            item.Standard, item.Actual with { Quantity = other.Standard.Quantity }))]);
        foreach (var method in Enum.GetValues<MixMethod>())
        {
            var (tree, mirror) = (Mix(reordered), Mix(reordered.Swap()));
            AssertSwapped(tree, mirror);
            if (method == MixMethod.IndividualPrice)
            {
                Assert.Equal(
                    tree.Children.Select(item => -item.Amount), mirror.Children.Select(item => item.Amount));
            }

            VarianceNode Mix(ItemSides sides) => MixYieldVariances.AnalyzeMix(sides.Quantities, method, Units);
        }
    }

    [Property]
    public void Yield_EitherMethod_Swapped_NegatesAndFlips(ushort expected, ushort made, Sides c)
    {
        const decimal PerOutput = 1.25m;
        foreach (var method in Enum.GetValues<YieldMethod>())
        {
            // Used for the output expected of it, against the output that was made, and the other way round.
            AssertSwapped(
                YieldVariances.Analyze(expected * PerOutput, made, PerOutput, c.Standard.Price, method, Units),
                YieldVariances.Analyze(made * PerOutput, expected, PerOutput, c.Standard.Price, method, Units));
        }
    }

    [Property]
    public void Market_EitherOrder_Swapped_NegatesAndFlips(Market market, Sides c)
    {
        foreach (var order in Enum.GetValues<MarketOrder>())
        {
            AssertSwapped(Quantity(market, c, order), Quantity(Swapped(market), c.Swap(), order));
        }

        // Share at the actual size is, seen from the other side, share at the budgeted size.
        var tree = Quantity(market, c, MarketOrder.ShareAtActualSize);
        var mirror = Quantity(Swapped(market), c.Swap(), MarketOrder.ShareAtBudgetSize);
        Assert.Equal(-tree["market-share"].Amount, mirror["market-share"].Amount);
        Assert.Equal(-tree["market-size"].Amount, mirror["market-size"].Amount);

        static VarianceNode Quantity(Market market, Sides sides, MarketOrder order) => MarketVariances.Analyze(
            market, sides.Standard.Quantity, sides.Actual.Quantity, averageValue: -3.5m, order, Units);
    }

    [Property]
    public void SalesVolume_ByMarket_Swapped_NegatesAndFlips(ItemSides c, Market market)
    {
        foreach (var method in Enum.GetValues<MixMethod>())
        {
            AssertSwapped(Volume(c, market), Volume(c.Swap(), Swapped(market)));

            VarianceNode Volume(ItemSides sides, Market size) => SalesVariances.AnalyzeVolume(
                sides.Products, SalesValuation.Profit, method, size, MarketOrder.ShareAtActualSize, Units);
        }
    }

    [Property]
    public void SalesPrice_Swapped_NegatesAndFlips(Sides c)
    {
        var sold = c.Standard.Quantity;

        AssertSwapped(
            SalesVariances.AnalyzePrice(c.Standard.Price, PricedQuantity.AtPrice(sold, c.Actual.Price), Units),
            SalesVariances.AnalyzePrice(c.Actual.Price, PricedQuantity.AtPrice(sold, c.Standard.Price), Units));
    }

    [Property]
    public void Planning_EitherApproach_Swapped_NegatesAndFlips(Sides c, Sides revised)
    {
        foreach (var approach in Enum.GetValues<PlanningApproach>())
        {
            AssertSwapped(Planning(c), Planning(c.Swap()));

            VarianceNode Planning(Sides sides) => PlanningVariances.Analyze(
                sides.Standard.Priced, revised.Actual.Priced, sides.Actual.Priced, approach, Units);
        }
    }

    [Property] // The revised standard stays in the middle: planning and operations change places.
    public void Planning_AgainstRevisedStandards_Swapped_ExchangesPlanningAndOperations(Sides c, Sides revised)
    {
        var (tree, mirror) = (Planning(c), Planning(c.Swap()));

        Assert.Equal(-tree["planning"].Amount, mirror["operational"].Amount);
        Assert.Equal(-tree["operational"].Amount, mirror["planning"].Amount);

        VarianceNode Planning(Sides sides) => PlanningVariances.Analyze(
            sides.Standard.Priced,
            revised.Actual.Priced,
            sides.Actual.Priced,
            PlanningApproach.RevisedStandards,
            Units);
    }

    [Property]
    public void Statement_EitherMethod_Swapped_NegatesAndFlips(ProductSides c)
    {
        foreach (var method in Enum.GetValues<CostingMethod>())
        {
            var (statement, mirror) = (
                OperatingStatement.Create(c.Operations, method),
                OperatingStatement.Create(c.Swap().Operations, method));

            AssertSwapped(statement.Variances, mirror.Variances);
            Assert.Equal(statement.BudgetedProfit, mirror.ActualProfit);
            Assert.Equal(statement.ActualProfit, mirror.BudgetedProfit);
        }
    }

    internal static void AssertSwapped(VarianceNode tree, VarianceNode swapped)
    {
        AssertAddsUp(tree);
        AssertAddsUp(swapped);
        AssertExplained(tree);
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

    // A figure without a unit is a pure number, and the only ones are shares of a market.
    private static void AssertExplained(VarianceNode tree)
    {
        Assert.All(tree.Walk(), node => Assert.NotEmpty(node.Formula));
        Assert.All(
            tree.Walk().SelectMany(node => node.Inputs),
            input => Assert.Equal(input.Unit == InputUnit.Number, input.Name is "budget share" or "actual share"));
    }

    internal static void AssertAddsUp(VarianceNode tree) => Assert.All(
        tree.Walk().Where(node => !node.Children.IsEmpty),
        node => Assert.Equal(Fraction.Sum(node.Children.Select(child => child.Amount)), node.Amount));

    private static Market Swapped(Market market) => new(
        market.ActualSize.RoundTo(8, MidpointRounding.ToEven), market.BudgetSize.RoundTo(8, MidpointRounding.ToEven));
}
