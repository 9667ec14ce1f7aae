using System.Collections.Immutable;
using CostCenters.Allocations;
using CostCenters.Calendars;
using CostCenters.Monetary;
using CostCenters.Profitability.Ripples;
using CostCenters.Structure;
using CostCenters.Tests.Unit.Allocations;

namespace CostCenters.Tests.Unit.Profitability.Ripples;

public class RippleTests
{
    private static readonly CenterCode Support = new("support");
    private static readonly CenterCode Distribution = new("distribution");
    private static readonly CenterCode Bikes = new("bikes");
    private static readonly CenterCode Scooters = new("scooters");
    private static readonly RippleFigure Capacity = RippleFigure.Capacity(Support);
    private static readonly RippleFigure Response = RippleFigure.Measure(Support, new("response time"));
    private static readonly RippleFigure Revenue = RippleFigure.Revenue(Bikes);
    private static readonly RippleFigure Cost = RippleFigure.Cost(Bikes);

    private static readonly FiscalPeriod[] Periods = [.. Enumerable.Range(1, 4).Select(Company.Period)];

    private static readonly AllocationSender Serving = Networks.Sender(
        "support", ("bikes", 48m), ("scooters", 32m), ("distribution", 20m));

    private static readonly AllocationRun Run = AllocationRun.Create(
        Networks.Of(
            Networks.Costs(("support", 1_000m), ("distribution", 500m), ("bikes", 6_000m), ("scooters", 1_000m)),
            Serving,
            Networks.Sender("distribution", ("bikes", 1m), ("scooters", 1m))),
        AllocationMethod.Reciprocal);

    private static readonly RippleBase[] Bases =
    [
        Base(RippleFigure.Cost(Support), 1_000m), Base(RippleFigure.Cost(Distribution), 500m), Base(Cost, 6_000m),
        Base(Revenue, 10_000m), Base(Response, 8m),
    ];

    private static readonly RippleDependency[] Dependencies =
    [
        new(Capacity, Response, new Elasticity(-1m, -1.5m, -2m), 0),
        new(Response, Revenue, new Elasticity(0m, -0.05m, -0.1m), 1),
        new(Revenue, Cost, Elasticity.Of(0.5m), 0),
    ];

    private static readonly RippleModel Model = RippleModel.Create(Run, Periods, Bases, [], Dependencies);

    private static readonly RippleChange Cut = RippleChange.Percent(Support, -20m, Periods[1]);

    [Fact] // 20 % less capacity makes 30 % more time, and that 1.5 % less revenue a period later.
    public void Create_Cut_MovesFiguresAfterTheirLag()
    {
        var ripple = Ripple.Create(Model, [Cut]);

        Assert.Equal([0m, 0.3m, 0.3m, 0.3m], Expected(ripple, Response));
        Assert.Equal([0m, 0m, -0.015m, -0.015m], Expected(ripple, Revenue));
        Assert.Equal(Fraction.Of(2.4m), ripple[Response].Effects[1].Amount(RippleCase.Expected));
        Assert.Equal(Fraction.Of(-45m), ripple[Cost].Effects[2].Amount(RippleCase.Expected));
    }

    [Fact] // What follows the capacity alone is of first order; revenue follows time.
    public void Create_FirstOrder_IsOneDependencyFar()
    {
        var ripple = Ripple.Create(Model, [Cut]);

        Assert.Equal(Fraction.Of(0.3m), ripple[Response].Effects[2].FirstOrder);
        Assert.Equal(Fraction.Of(2.4m), ripple[Response].Effects[2].FirstOrderAmount);
        Assert.Equal(Fraction.Zero, ripple[Revenue].Effects[2].FirstOrder);
        Assert.Equal(Fraction.Of(-0.2m), ripple[Capacity].Effects[2].FirstOrder);
    }

    [Fact] // Three times 200 saved; twice 150 of revenue and 45 of cost; at the strongest 400 and 120.
    public void ProfitEffect_OfThreeCases_IsTheOneByHand()
    {
        var ripple = Ripple.Create(Model, [Cut]);

        Assert.Equal(Fraction.Of(600m), ripple.ProfitEffect(RippleCase.Low));
        Assert.Equal(Fraction.Of(600m - 300m + 90m), ripple.ProfitEffect(RippleCase.Expected));
        Assert.Equal(Fraction.Of(600m - 800m + 240m), ripple.ProfitEffect(RippleCase.High));
        RippleTotal third = ripple.Totals.Single(total =>
            total.Case == RippleCase.Expected && total.Period == Periods[2]);
        Assert.Equal(
            (Fraction.Of(200m), Fraction.Of(-150m), Fraction.Of(-45m)),
            (third.Saving, third.RevenueEffect, third.CostEffect));
    }

    [Fact] // 600 + e x 0.3 x 2 x (10,000 - 0.5 x 6,000) is 0 at -1/7; without it 600 are left.
    public void Assumptions_EachOne_TellsWhatItDecidesAndWhereItBreaksEven()
    {
        RippleAssumption revenue = Ripple.Create(Model, [Cut]).Assumptions[1];

        Assert.Equal(Dependencies[1], revenue.Dependency);
        Assert.Equal(Fraction.Of(390m - 600m), revenue.ProfitEffect);
        Assert.Equal("-1/7", revenue.BreakEven.ToString());
    }

    [Fact] // 20 % of 1,000 are saved in three periods. Each of 1,000 dependencies takes 20 % of 0.01 of 10,000 in each.
    public void Assumptions_OfManyDependencies_AnswerSoon()
    {
        ElementCode[] elements = [.. Enumerable.Range(0, 1_000).Select(index => new ElementCode($"sales {index}"))];
        var model = RippleModel.Create(
            Run,
            Periods,
            [.. Bases, .. elements.Select(element => Base(RippleFigure.Revenue(Bikes, element), 10_000m))],
            [],
            elements.Select(element => new RippleDependency(
                Capacity, RippleFigure.Revenue(Bikes, element), Elasticity.Of(0.01m), 0)));
        var ripple = Ripple.Create(model, [Cut]);
        ImmutableArray<RippleAssumption> assumptions = [];

        Allocated.AtMost(50_000_000, () => assumptions = ripple.Assumptions);

        Assert.All(assumptions, assumption => Assert.Equal(Fraction.Of(-60m), assumption.ProfitEffect));
        Assert.Equal(Fraction.Of(600m - 60_000m), ripple.ProfitEffect(RippleCase.Expected));
    }

    [Fact] // Scooters and distribution use support, and nobody says what the cut does to them.
    public void NotStated_UsersWithoutADependency_AreNamed() => Assert.Equal(
        [Distribution, Scooters], Ripple.Create(Model, [Cut]).NotStated.AsEnumerable());

    [Fact] // The cut is one of all cost of support: what becomes of its salaries and what follows them, nobody says.
    public void NotStated_UsersThatFollowAnElementOfTheCut_AreNamed()
    {
        var salaries = RippleFigure.Cost(Support, new ElementCode("salaries"));
        var model = RippleModel.Create(
            Run,
            Periods,
            [.. Bases, Base(salaries, 600m)],
            [],
            [new RippleDependency(salaries, Revenue, Elasticity.Of(0.1m), 0)]);

        var ripple = Ripple.Create(model, [Cut]);

        Assert.Equal([0m, 0m, 0m, 0m], Expected(ripple, Revenue));
        Assert.Equal([Distribution, Bikes, Scooters], ripple.NotStated.AsEnumerable());
    }

    [Fact] // Bikes use 48 % of support, and half of the 20 % that distribution uses.
    public void ReliefOf_Bikes_IsWhatStaysWithThem()
    {
        RippleRelief relief = Ripple.Create(Model, [Cut]).ReliefOf(Bikes);

        Assert.Equal(Fraction.Of(96m), relief.Direct[1]);
        Assert.Equal(Fraction.Of(116m), relief.Total[1]);
        Assert.Equal((Bikes, Fraction.Zero), (relief.Center, relief.Total[0]));
    }

    [Theory]
    [InlineData("amount")]
    [InlineData("units")]
    public void Create_OtherWaysToTellTheCut_AreTheSameCut(string way)
    {
        var limited = RippleModel.Create(
            Run, Periods, Bases, [ServiceLimit.FromSender(Serving, 1_000m, ServingRule.ProRata)], Dependencies);
        RippleChange change = way == "amount"
            ? RippleChange.Amount(Support, -200m, Periods[1])
            : RippleChange.Units(Support, -200m, costPerUnit: 1m, Periods[1]);

        Assert.Equal(
            Ripple.Create(Model, [Cut]).Totals.AsEnumerable(),
            Ripple.Create(limited, [change]).Totals);
    }

    [Theory] // 100 are asked for and 90 can be served; with 20 less, 70.
    [InlineData(ServingRule.InOrder, "0", "-0.3125", "-0.5")]
    [InlineData(ServingRule.ProRata, "-0.2", "-0.2", "-0.2")]
    public void Limit_WhenItIsReached_ServesByItsRule(
        ServingRule rule, string bikes, string scooters, string distribution)
    {
        var model = RippleModel.Create(
            Run, Periods, Bases, [ServiceLimit.FromSender(Serving, 90m, rule)], Dependencies);
        var ripple = Ripple.Create(model, [RippleChange.Units(Support, -20m, costPerUnit: 12m, Periods[0])]);

        Assert.Equal(
            [bikes, scooters, distribution],
            new[] { Bikes, Scooters, Distribution }.Select(receiver =>
                ripple[RippleFigure.Service(Support, receiver)].Effects[0].Expected.ToString()));
        Assert.Equal(Fraction.Of(240m), ripple.Totals[0].Saving);
    }

    [Fact] // Time follows revenue and revenue time: 0.5 x 1.9 weakens, 0.5 x 2 does not.
    public void Create_CircleThatDoesNotWeaken_IsRefused()
    {
        RippleModel weak = Circle(1.9m, 1);
        Assert.Equal(4, weak.Periods.Length);

        string refusal = Assert.Throws<ArgumentException>(() => Circle(2m, 1)).Message;
        Assert.Contains("ever more strongly", refusal, StringComparison.Ordinal);
        Assert.Contains("'revenue of bikes'", refusal, StringComparison.Ordinal);
        Assert.Contains(
            "give one of the dependencies a lag",
            Assert.Throws<ArgumentException>(() => Circle(1m, 0)).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Limit_CapacityBelowZero_IsRefused() => Assert.Contains(
        "The capacity of 'support' is below 0",
        Assert.Throws<ArgumentOutOfRangeException>(() =>
            new ServiceLimit(Support, -1m, [], ServingRule.InOrder)).Message,
        StringComparison.Ordinal);

    [Fact]
    public void Create_MoreThanAll_IsRefused() => Assert.Contains(
        "'support' a capacity below 0 in 2026-P02",
        Assert.Throws<ArgumentException>(() => Ripple.Create(
            Model, [RippleChange.Amount(Support, -600m, Periods[0]), RippleChange.Amount(Support, -600m, Periods[1])]))
            .Message,
        StringComparison.Ordinal);

    [Theory]
    [InlineData(0, "'support' has no limit with a capacity above 0")]
    [InlineData(100, "'support' a cost below 0 in 2026-P01")]
    public void Create_UnitsThatDoNotFit_AreRefused(int capacity, string refusal) => Assert.Contains(
        refusal,
        Assert.Throws<ArgumentException>(() => Ripple.Create(
            RippleModel.Create(
                Run, Periods, Bases, [new ServiceLimit(Support, capacity, [], ServingRule.InOrder)], []),
            [RippleChange.Units(Support, -10m, costPerUnit: 101m, Periods[0])])).Message,
        StringComparison.Ordinal);

    [Fact]
    public void Create_AmountOfACenterThatCostsNothing_IsRefused() => Assert.Contains(
        "'support' costs nothing",
        Assert.Throws<ArgumentException>(() => Ripple.Create(
            RippleModel.Create(Run, Periods, [Base(RippleFigure.Cost(Support), 0m)], [], []),
            [RippleChange.Amount(Support, -10m, Periods[0])])).Message,
        StringComparison.Ordinal);

    [Fact]
    public void Create_RevenueWithoutABase_IsRefused() => Assert.Contains(
        "The revenue of bikes has no base",
        Assert.Throws<ArgumentException>(() => RippleModel.Create(Run, Periods, [], [], Dependencies)).Message,
        StringComparison.Ordinal);

    [Fact]
    public void Create_ServiceWithoutALimit_IsRefused() => Assert.Contains(
        "The service of support for bikes is in no limit of 'support'",
        Assert.Throws<ArgumentException>(() => RippleModel.Create(
            Run, Periods, Bases, [], [new(RippleFigure.Service(Support, Bikes), Response, Elasticity.Of(1m), 0)]))
            .Message,
        StringComparison.Ordinal);

    [Fact]
    public void Elasticity_FromStrongToWeak_IsRefused()
    {
        Assert.Throws<ArgumentException>(() => new Elasticity(-2m, -1m, 0m));
        Assert.Throws<ArgumentException>(() => new Elasticity(-1m, 1m, 2m));
    }

    private static RippleModel Circle(decimal back, int lag) => RippleModel.Create(
        Run,
        Periods,
        Bases,
        [],
        [new(Response, Revenue, Elasticity.Of(-0.5m), lag), new(Revenue, Response, Elasticity.Of(back), lag)]);

    private static decimal[] Expected(Ripple ripple, RippleFigure figure) =>
        [.. ripple[figure].Effects.Select(effect => effect.Expected.RoundTo(8, MidpointRounding.ToEven))];

    private static RippleBase Base(RippleFigure figure, decimal value) =>
        new(figure, Enumerable.Repeat(value, Periods.Length));
}
