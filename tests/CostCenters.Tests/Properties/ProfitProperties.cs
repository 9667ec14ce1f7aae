using CostCenters.Allocations;
using CostCenters.Monetary;
using CostCenters.Profitability.Ripples;
using CostCenters.Profitability.Segments;
using CostCenters.Profitability.TransferPrices;
using CostCenters.Profitability.ValueChains;
using CostCenters.Structure;
using FsCheck.Xunit;

namespace CostCenters.Tests.Properties;

[Laws(Arbitrary = [typeof(ProfitGenerators), typeof(AllocationGenerators)])]
public class ProfitProperties
{
    [Property]
    public void Segments_AndCommon_MakeTheCompany(SegmentCase c)
    {
        SegmentStatement statement = c.Statement();

        Assert.Equal(Fraction.Of(c.ProfitOf(Enumerable.Range(0, 6))), statement.Company.Profit);
        for (int row = 0; row < statement.Rows.Length; row++)
        {
            SegmentRow whole = statement.Rows[row];
            SegmentRow[] parts =
            [
                .. statement.Rows.Skip(row + 1).TakeWhile(part => part.Depth > whole.Depth)
                    .Where(part => part.Depth == whole.Depth + 1),
            ];
            Assert.All(Enum.GetValues<SegmentLine>(), line =>
            {
                Assert.True(parts.Length == 0
                    || whole.Margins[line] == Fraction.Sum(parts.Select(part => part.Margins[line])));
                Assert.True(whole.Parts.IsEmpty || whole.Margins[line] == Fraction.Sum(
                    whole.Parts.Where(part => part.Line == line).Select(part => part.Amount)));
            });
        }
    }

    [Property] // The oracle: revenue less cost of the centers, added up by hand.
    public void Segments_EachOne_HasWhatItsCentersHave(SegmentCase c)
    {
        SegmentStatement statement = c.Statement();
        foreach (int segment in Enumerable.Range(0, 6).Where(segment => c.Parents[segment] > -2))
        {
            Assert.Equal(Fraction.Of(c.ProfitOf(c.Below(segment))), statement[$"S{segment}"].Margins.Profit);
        }
    }

    [Property]
    public void Segments_OneTakenAway_LeavesTheCompanyAsItWas(SegmentCase c) =>
        Assert.Equal(c.Statement().Company, c.Statement(without: 0).Company);

    [Property]
    public void Transfers_AtOtherPrices_LeaveTheCompanyAsItWas(TransferCase c)
    {
        TransferStatement before = c.Statement(dual: false, more: 0);
        foreach (TransferStatement after in new[] { c.Statement(dual: true, 0), c.Statement(dual: false, 7) })
        {
            Assert.Equal(Fraction.Of(c.Own.Sum(cents => (decimal)cents) / 100m), after.CompanyProfit);
            Assert.Equal(
                after.CompanyProfit, Fraction.Sum(after.Rows.Select(row => row.Profit)) + after.Elimination);
            Assert.Equal(Fraction.Zero, after.AnalyzeChange(before).Amount);
        }

        Assert.Equal(Fraction.Zero, before.Elimination);
    }

    [Property] // The oracle of the shares: the consumption matrix, final center by final center.
    public void ValueChain_SharesOfEachCost_MakeOne(AllocationCase c)
    {
        AllocationRun run = AllocationRun.Create(c.Network, AllocationMethod.Reciprocal);
        CenterCode[] finals = [.. c.Network.Centers.Skip(c.Senders)];
        ValueCarrier[] carriers =
        [
            .. finals.Skip(c.Seed % 2).Select((final, index) => ValueCarrier.Of($"{final}", [final], index + 1m)),
        ];
        ValueChain chain = ValueChain.Create(run, carriers);

        Assert.All(
            chain.Rows, row => Assert.Equal(Fraction.One, Fraction.Sum(row.Shares.Append(row.CommonShare))));
        var matrix = ConsumptionMatrix.Create(run);
        Fraction near = c.Senders <= 6 ? Fraction.Zero : Fraction.Of(0.000_000_000_000_001m);
        Assert.All(chain.Rows, row => Assert.All(carriers.Zip(row.Shares), pair => Assert.True(
            (matrix.Full(row.Center, pair.First.Centers[0]) - pair.Second).Abs() <= near)));
    }

    [Property]
    public void ValueChain_AttributedRevenue_IsCountedOnce(AllocationCase c)
    {
        AllocationRun run = AllocationRun.Create(
            (c with { Cents = Array.ConvertAll(c.Cents, cents => Math.Abs(cents) + 1) }).Network,
            AllocationMethod.Reciprocal);
        ValueCarrier[] carriers =
        [
            .. c.Network.Centers.Skip(c.Senders).Select((final, index) =>
                ValueCarrier.Of($"{final}", [final], index + 1m)),
        ];

        Assert.Equal(
            Fraction.Sum(carriers.Select(carrier => carrier.Revenue)),
            Fraction.Sum(ValueChain.Create(run, carriers).Rows.Select(row => row.AttributedRevenue)));
    }

    [Property]
    public void Ripple_OfEveryFigure_IsThatOfTheDefinition(RippleCaseOf c)
    {
        Ripple ripple = Ripple.Create(c.Model(), c.Changes(0, 1));
        foreach (RippleRow row in ripple.Rows.Where(row => row.Figure.Kind != RippleFigureKind.Service))
        {
            int figure = Enumerable.Range(0, 8).First(number => RippleCaseOf.FigureOf(number) == row.Figure);
            Assert.Equal(
                Enumerable.Range(0, RippleCaseOf.PeriodCount).Select(period => c.Oracle(figure, period)),
                row.Effects.Select(effect => effect.Expected));
        }

        Assert.Equal(c.OracleProfit(), ripple.ProfitEffect(RippleCase.Expected));
    }

    [Property]
    public void Ripple_OfNothing_IsNothing(RippleCaseOf c)
    {
        Ripple ripple = Ripple.Create(
            c.Model(spare: 0.5m), (c with { Cuts = [(0, 1), (0, 1)] }).Changes(0, 1));

        Assert.All(ripple.Rows.SelectMany(row => row.Effects), effect => Assert.Equal(
            (Fraction.Zero, Fraction.Zero, Fraction.Zero, Fraction.Zero),
            (effect.FirstOrder, effect.Low, effect.Expected, effect.High)));
        Assert.All(ripple.Totals, total => Assert.True(total.ProfitEffect.IsZero && total.Saving.IsZero));
    }

    [Property]
    public void Ripple_OfTwoCuts_AddsUpWhereNoLimitIsReached(RippleCaseOf c)
    {
        RippleModel model = c.Model();
        Ripple both = Ripple.Create(model, c.Changes(0, 1));
        Ripple[] each = [Ripple.Create(model, c.Changes(0)), Ripple.Create(model, c.Changes(1))];

        Assert.All(Enum.GetValues<RippleCase>(), which => Assert.Equal(
            both.ProfitEffect(which), Fraction.Sum(each.Select(one => one.ProfitEffect(which)))));
        for (int row = 0; row < both.Rows.Length; row++)
        {
            Assert.Equal(
                both.Rows[row].Effects.Select(effect => effect.Expected),
                each[0].Rows[row].Effects.Zip(each[1].Rows[row].Effects)
                    .Select(pair => pair.First.Expected + pair.Second.Expected));
        }
    }

    [Property]
    public void Ripple_WithElasticitiesOfZero_IsThePlainSaving(RippleCaseOf c)
    {
        Ripple ripple = Ripple.Create(c.Model(withoutEffects: true), c.Changes(0, 1));

        Assert.All(
            Enum.GetValues<RippleCase>(), which => Assert.Equal(c.PlainSaving(), ripple.ProfitEffect(which)));
    }

    [Property] // A center that is taken away and put back leaves everything as it was, at its limit as well.
    public void Ripple_OfACenterRemovedAndAddedAgain_IsNothing(RippleCaseOf c)
    {
        var center = new CenterCode("s0");
        RippleModel model = c.Model(spare: 0.5m);
        Ripple ripple = Ripple.Create(
            model,
            [
                RippleChange.Percent(center, -100m, model.Periods[0]),
                RippleChange.Percent(center, 100m, model.Periods[0]),
            ]);

        Assert.All(ripple.Rows.SelectMany(row => row.Effects), effect => Assert.True(effect.High.IsZero));
        Assert.True(ripple.ProfitEffect(RippleCase.High).IsZero);
    }

    [Property]
    public void Ripple_Relief_IsThePlainSaving(RippleCaseOf c)
    {
        Ripple ripple = Ripple.Create(c.Model(), c.Changes(0, 1));

        Assert.Equal(
            c.PlainSaving(),
            Fraction.Sum(new[] { "s0", "s1", "s2", "a", "b" }.SelectMany(center =>
                ripple.ReliefOf(new(center)).Total)));
    }

    [Property]
    public void Ripple_Assumptions_DecideAndBreakEvenWhereTheySay(RippleCaseOf c)
    {
        RippleCaseOf few = c with { Links = [.. c.Links.Take(5)] };
        Ripple ripple = Ripple.Create(few.Model(), few.Changes(0, 1));
        for (int number = 0; number < few.Links.Length; number++)
        {
            RippleAssumption assumption = ripple.Assumptions[number];
            Assert.Equal(
                few.OracleProfit() - few.OracleProfit((number, Fraction.Zero)), assumption.ProfitEffect);
            Assert.True(assumption.BreakEven is not Fraction even || few.OracleProfit((number, even)).IsZero);
        }
    }
}
