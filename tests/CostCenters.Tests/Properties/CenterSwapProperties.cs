using CostCenters.Explanations;
using CostCenters.Monetary;
using CostCenters.Variances.CostCenterCategories;
using FsCheck.Xunit;

namespace CostCenters.Tests.Properties;

/// <summary>Swapping target and actual of a cost center negates the total and flips the outcome.</summary>
[Laws(Arbitrary = [typeof(SwapGenerators)])]
public class CenterSwapProperties
{
    [Property]
    public void Inputs_AnyCategories_Swapped_NegateAndFlip(Sides[] priced, CenterInput[] others)
    {
        foreach (var categories in (VarianceCategories[])[VarianceCategories.None, VarianceCategories.AllInput])
        {
            SwapProperties.AssertSwapped(
                CostCenterVariances.AnalyzeInputs(Currency.Eur, [.. priced.Select(Input), .. others], categories),
                CostCenterVariances.AnalyzeInputs(
                    Currency.Eur,
                    [.. priced.Select(sides => Input(sides.Swap())), .. others.Select(Swapped)],
                    categories));
        }

        static CenterInput Input(Sides sides) => CenterInput.Priced(
            "input",
            "l",
            sides.Standard.Price,
            sides.Standard.Quantity,
            sides.Actual.Quantity,
            sides.Actual.Price);
    }

    [Property] // What was not planned is, seen from the other side, what was planned and not used.
    public void Usage_OfOneSide_Swapped_StaysResourceUsage(Sides c)
    {
        var used = CenterInput.Valued("agency staff", null, c.Standard.Cost);

        SwapProperties.AssertSwapped(Usage(used), Usage(Swapped(used)));

        static VarianceNode Usage(CenterInput input) => CostCenterVariances.AnalyzeInputs(
            Currency.Eur, [input], VarianceCategories.AllInput)["resource-usage"];
    }

    [Property] // A center's balance is cost less credit: what was credited takes the place of the cost.
    public void Center_CostAndCreditSwapped_NegatesAndFlips(Sides c, Sides plan)
    {
        var planned = new ActivityPlan(Math.Max(plan.Standard.Quantity, 1m), plan.Standard.Cost, plan.Actual.Cost);

        SwapProperties.AssertSwapped(Center(c.Standard, c.Actual), Center(c.Actual, c.Standard));

        VarianceNode Center(Side cost, Side credit) => CostCenterVariances.AnalyzeCenter(
            Currency.Eur,
            [CenterInput.Valued("cost", plan.Actual.Cost, cost.Cost)],
            new ActivityOutput("h", planned, plan.Actual.Quantity, credit.Quantity, credit.Price, 0m, null, null),
            VarianceCategories.All);
    }

    [Property]
    public void Absorption_Swapped_NegatesAndFlips(Sides c)
    {
        var (absorption, mirror) = (Absorption(c), Absorption(c.Swap()));

        SwapProperties.AssertSwapped(absorption.Variance, mirror.Variance);
        Assert.Equal(-absorption.OverAbsorbed, mirror.OverAbsorbed);
        Assert.Equal(
            absorption.Direction switch
            {
                AbsorptionDirection.Over => AbsorptionDirection.Under,
                AbsorptionDirection.Under => AbsorptionDirection.Over,
                _ => AbsorptionDirection.Even,
            },
            mirror.Direction);

        static Absorption Absorption(Sides sides) => Variances.CostCenterCategories.Absorption.FromAmounts(
            Currency.Eur, sides.Standard.Cost, sides.Actual.Cost);
    }

    [Property] // The revised plan stays in the middle: production and planning change places.
    public void TargetVersions_Swapped_ExchangeProductionAndPlanning(Sides c, Sides plan, ushort activity)
    {
        var revised = new ActivityPlan(Math.Max(plan.Standard.Quantity, 1m), plan.Standard.Cost, plan.Actual.Cost);
        var (tree, mirror) = (Versions(c), Versions(c.Swap()));

        SwapProperties.AssertSwapped(tree, mirror);
        Assert.Equal(-tree["production-variance"].Amount, mirror["planning-variance"].Amount);
        Assert.Equal(-tree["planning-variance"].Amount, mirror["production-variance"].Amount);

        // A plan without variable cost has the same target at any activity.
        VarianceNode Versions(Sides sides) => TargetVersions.Analyze(
            Currency.Eur, new ActivityPlan(1m, 0m, sides.Standard.Cost), revised, activity, sides.Actual.Cost);
    }

    [Property] // Split by weights that are the shares themselves, each receiver's share and target swap.
    public void Split_Swapped_NegatesEveryReceiver(ItemSides c)
    {
        var (tree, mirror) = (Split(c), Split(c.Swap()));

        SwapProperties.AssertSwapped(tree, mirror);
        Assert.Equal(tree.Walk().Select(node => -node.Amount), mirror.Walk().Select(node => node.Amount));

        static VarianceNode Split(ItemSides sides) => ActualCostSplit.Analyze(
            Currency.Eur,
            "supervision",
            sides.Items.Sum(item => item.Actual.Quantity),
            sides.Items.Select(item => new SplitReceiver(
                "activity", item.Standard.Quantity, item.Actual.Quantity, equivalenceNumber: 1m)),
            CostSplitting.EquivalenceNumber);
    }

    private static CenterInput Swapped(CenterInput input) => CenterInput.Valued(
        input.Name, Amount(input.ActualCost), Amount(input.TargetCost));

    private static decimal? Amount(Fraction? cost) => cost?.RoundTo(8, MidpointRounding.ToEven);
}
