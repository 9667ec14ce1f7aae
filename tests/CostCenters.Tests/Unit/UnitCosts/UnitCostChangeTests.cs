using CostCenters.Explanations;
using CostCenters.KeyFigures;
using CostCenters.Monetary;
using CostCenters.UnitCosts;

namespace CostCenters.Tests.Unit.UnitCosts;

public class UnitCostChangeTests
{
    private static readonly UnitCostCase Base = new(1_000,
    [
        UnitCostGroup.OfRates("phone", 60, "minutes", 10, 0.5m),
        UnitCostGroup.OfRates("email", 40, "minutes", 4, 0.5m),
    ]);

    [Fact] // 1,000/100 + 0.6 x 5 + 0.4 x 2 = 13.80 becomes 1,100/125 + 0.4 x 7.20 + 0.6 x 1.60 = 12.64.
    public void Explain_TwoChannels_GivesFiveParts()
    {
        var actual = new UnitCostCase(1_100,
        [
            UnitCostGroup.OfRates("phone", 50, "minutes", 12, 0.6m),
            UnitCostGroup.OfTotals("email", 75, "minutes", 300, 120),
        ]);

        var split = UnitCostChange.Explain(Base, actual, NewGroups.AtBaseAverage, Currency.Eur, "contact").Split!;

        Assert.Equal(VarianceBasis.Cost, split.Basis);
        Assert.Equal(Of(-1.16m), split.Amount);
        Assert.Equal(
            [("volume", Of(-2)), ("spending", Of(0.8m)), ("mix", Of(-0.6m)), ("efficiency", Of(0.4m)),
                ("price", Of(0.24m))],
            split.Children.Select(part => (part.Name, part.Amount)));
        Assert.Equal(Of(-0.24m), split["price:email"].Amount);
    }

    [Fact] // Each channel costs a tenth less, and a contact costs 1.80 more.
    public void Explain_EveryGroupFallsAndTheTotalRises_ShowsTheMix()
    {
        var before = new UnitCostCase(
            0, [UnitCostGroup.OfCost("phone", 20, 200), UnitCostGroup.OfCost("chat", 80, 160)]);
        var after = new UnitCostCase(
            0, [UnitCostGroup.OfCost("phone", 50, 450), UnitCostGroup.OfCost("chat", 50, 90)]);

        var split = UnitCostChange.Explain(before, after, NewGroups.AtBaseAverage, Currency.Eur, "contact").Split!;

        Assert.Equal((Of(1.8m), Of(2.4m), Of(-0.6m)), (split.Amount, split["mix"].Amount, split["price"].Amount));
        Assert.All(split["price"].Children, part => Assert.Equal(Outcome.Favorable, part.Outcome));
        Assert.All(split["mix"].Children, part => Assert.Equal(Outcome.Unfavorable, part.Outcome));
    }

    [Fact] // The new channel stands for 10 minutes at 0.50 on average, takes 4 minutes and pays 1.00 for each.
    public void Explain_NewChannel_TakesTheAverageOfTheBase()
    {
        var before = new UnitCostCase(0, [UnitCostGroup.OfRates("phone", 100, "minutes", 10, 0.5m)]);
        var after = new UnitCostCase(0,
        [
            UnitCostGroup.OfRates("phone", 50, "minutes", 10, 0.5m),
            UnitCostGroup.OfRates("chat", 50, "minutes", 4, 1),
        ]);

        var split = UnitCostChange.Explain(before, after, NewGroups.AtBaseAverage, Currency.Eur, "contact").Split!;

        Assert.Equal((Of(-0.5m), Of(0)), (split.Amount, split["mix"].Amount));
        Assert.Equal((Of(-1.5m), Of(1)), (split["efficiency:chat"].Amount, split["price:chat"].Amount));
    }

    [Fact] // 0.6 x 5 + 0.4 x 2 = 3.80 becomes 5.00: all of the difference is mix.
    public void Explain_VanishedChannel_IsMixAlone()
    {
        var after = new UnitCostCase(1_000, [UnitCostGroup.OfRates("phone", 100, "minutes", 10, 0.5m)]);

        var split = UnitCostChange.Explain(Base, after, NewGroups.AtBaseAverage, Currency.Eur, "contact").Split!;

        Assert.Equal((Of(1.2m), Of(1.2m)), (split.Amount, split["mix"].Amount));
    }

    [Fact] // Credits of 60 on 40 mails: -1.50 a mail instead of 2.00, all of it price.
    public void Explain_CreditsThatOutweighTheCost_ArePrice()
    {
        var before = new UnitCostCase(0, [UnitCostGroup.OfCost("email", 40, 80)]);
        var after = new UnitCostCase(0, [UnitCostGroup.OfCost("email", 40, -60)]);

        var split = UnitCostChange.Explain(before, after, NewGroups.AtBaseAverage, Currency.Eur, "contact").Split!;

        Assert.Equal((Of(-3.5m), Of(-3.5m)), (split.Amount, split["price"].Amount));
    }

    public static TheoryData<NewGroups, string> Rules => new()
    {
        { NewGroups.AtBaseAverage, "mix 0.32 (0, 0.32, 0), efficiency -0.64 (0, 0, -0.64), price -0.24 (0, 0, -0.24)" },
        { NewGroups.PartsOfMix, "mix -0.56 (0, 0.32, -0.88), efficiency 0 (0, 0, 0), price 0 (0, 0, 0)" },
    };

    [Theory] // Issue 11, point 21: 6.40 becomes 5.84 with a new channel, and no rate of a known one has changed.
    [MemberData(nameof(Rules))]
    public void Explain_NewGroup_CountsByTheRuleOfTheCaller(NewGroups rule, string expected)
    {
        var before = new UnitCostCase(0,
        [
            UnitCostGroup.OfRates("phone", 100, "minutes", 10, 0.8m),
            UnitCostGroup.OfRates("mail", 100, "minutes", 6, 0.8m),
        ]);
        var after = new UnitCostCase(0,
        [
            UnitCostGroup.OfRates("phone", 100, "minutes", 10, 0.8m),
            UnitCostGroup.OfRates("mail", 60, "minutes", 6, 0.8m),
            UnitCostGroup.OfRates("chat", 40, "minutes", 4, 0.5m),
        ]);
        var change = UnitCostChange.Explain(before, after, rule, Currency.Eur, "contact");

        Assert.Equal((Of(6.4m), Of(5.84m)), (change.Baseline.Value, change.Actual.Value));
        Assert.Equal(Of(-0.56m), change.Split!.Amount);
        Assert.Equal(expected, string.Join(", ", change.Split.Children.Skip(2).Select(part =>
            $"{part.Name} {part.Amount} ({string.Join(", ", part.Children.Select(group => group.Amount))})")));
        Assert.Equal("EUR per minutes", change.Split["price:chat"].Inputs[2].Unit.ToString());
    }

    [Theory]
    [InlineData(NewGroups.AtBaseAverage)]
    [InlineData(NewGroups.PartsOfMix)]
    public void Explain_VanishedGroup_IsANodeOfTheMix(NewGroups rule)
    {
        var after = new UnitCostCase(1_000, [UnitCostGroup.OfRates("phone", 100, "minutes", 10, 0.5m)]);
        var split = UnitCostChange.Explain(Base, after, rule, Currency.Eur, "contact").Split!;

        Assert.Equal((Of(0.48m), Of(0.72m)), (split["mix:phone"].Amount, split["mix:email"].Amount));
        Assert.Equal((Of(0), Of(0)), (split["efficiency"].Amount, split["price"].Amount));
    }

    [Fact]
    public void Explain_NoRuleForNewGroups_IsRefused() => Assert.Throws<ArgumentOutOfRangeException>(
        () => UnitCostChange.Explain(Base, Base, (NewGroups)7, Currency.Eur, "contact"));

    [Fact]
    public void Explain_NoUnits_GivesAReason()
    {
        var none = new UnitCostCase(1_000, [UnitCostGroup.OfTotals("phone", 0, "minutes", 0, 0)]);

        Assert.Null(Explain(Base, none).Split);
        Assert.Equal(FigureGap.ZeroDivisor, Explain(none, Base).Gap);
        Assert.Equal(FigureGap.None, Explain(Base, Base).Gap);

        static UnitCostChange Explain(UnitCostCase before, UnitCostCase after) =>
            UnitCostChange.Explain(before, after, NewGroups.AtBaseAverage, Currency.Eur, "contact");
    }

    [Fact]
    public void Explain_InputInAnotherUnit_IsRefused() =>
        Assert.Throws<ArgumentException>(() => UnitCostChange.Explain(
            Base,
            new UnitCostCase(0, [UnitCostGroup.OfRates("phone", 1, "hours", 1, 1)]),
            NewGroups.AtBaseAverage, Currency.Eur, "contact"));

    [Fact]
    public void Group_OutsideItsDomain_IsRefused()
    {
        Assert.Throws<ArgumentException>(() => UnitCostGroup.OfCost("phone", 0, 1));
        Assert.Throws<ArgumentException>(() => UnitCostGroup.OfTotals("phone", 1, "minutes", 0, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => UnitCostGroup.OfCost("phone", -1, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => UnitCostGroup.OfRates("phone", 1, "minutes", -1, 1));
        Assert.Throws<ArgumentException>(() =>
            new UnitCostCase(0, [UnitCostGroup.OfCost("a", 1, 1), UnitCostGroup.OfCost("a", 1, 1)]));
    }

    private static Fraction Of(decimal value) => Fraction.Of(value);
}
