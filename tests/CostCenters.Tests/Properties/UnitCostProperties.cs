using CostCenters.KeyFigures;
using CostCenters.Monetary;
using CostCenters.UnitCosts;
using FsCheck.Xunit;

namespace CostCenters.Tests.Properties;

[Laws(Arbitrary = [typeof(UnitCostGenerators)])]
public class UnitCostProperties
{
    [Property]
    public void Explain_AnyGroups_PartsAddUpToTheChange(UnitCostPair pair)
    {
        var change = UnitCostChange.Explain(pair.Base, pair.Actual, NewGroups.AtBaseAverage, Currency.Eur, "contact");
        if (Units(pair.Base).IsZero || Units(pair.Actual).IsZero)
        {
            Assert.Null(change.Split);
            Assert.Equal(FigureGap.ZeroDivisor, change.Gap);
            return;
        }

        Assert.Equal(Naive(pair.Actual) - Naive(pair.Base), change.Split!.Amount);
        Assert.All(change.Split.Walk().Where(node => node.Children.Length > 0), node =>
            Assert.Equal(node.Amount, Fraction.Sum(node.Children.Select(child => child.Amount))));
    }

    [Property] // The mix against the average is the mix of the formula, for groups that the base knows.
    public void Explain_KnownGroups_FollowTheFormula(UnitCostPair pair)
    {
        var both = pair.Base.Groups.Where(group => group.VariableCostPerUnit is not null).ToList();
        var change = UnitCostChange.Explain(pair.Base, pair.Actual, NewGroups.AtBaseAverage, Currency.Eur, "contact");
        if (change.Split is null || pair.Actual.Groups.Any(group => both.All(other => other.Name != group.Name)))
        {
            return;
        }

        Fraction mix = Fraction.Sum(both.Select(group => group.VariableCostPerUnit!.Value
            * (Share(pair.Actual, group.Name) - Share(pair.Base, group.Name))));
        Assert.Equal(mix, change.Split["mix"].Amount);
        Assert.Equal(
            (Fixed(pair.Base) / Units(pair.Actual)) - (Fixed(pair.Base) / Units(pair.Base)),
            change.Split["volume"].Amount);
        Assert.Equal(
            (Fixed(pair.Actual) - Fixed(pair.Base)) / Units(pair.Actual), change.Split["spending"].Amount);
    }

    [Property]
    public void Explain_NoChange_IsNothing(UnitCostPair pair)
    {
        var split = UnitCostChange.Explain(
            pair.Base, pair.Base, NewGroups.AtBaseAverage, Currency.Eur, "contact").Split;

        Assert.All(split?.Walk() ?? [], node => Assert.True(node.Amount.IsZero));
    }

    private static Fraction Units(UnitCostCase side) => side.Units.Value!.Value;

    private static Fraction Fixed(UnitCostCase side) => side.FixedCost.Value!.Value;

    private static Fraction Share(UnitCostCase side, string name) =>
        Fraction.Sum(side.Groups.Where(group => group.Name == name).Select(group => group.Units)) / Units(side);

    private static Fraction Naive(UnitCostCase side) =>
        (Fixed(side) + Fraction.Sum(side.Groups.Where(group => group.Units.Sign > 0)
            .Select(group => group.Units * group.InputPerUnit!.Value * group.InputPrice))) / Units(side);
}
