using CostCenters.Allocations;
using CostCenters.Calendars;
using CostCenters.Cubes;
using CostCenters.KeyFigures;
using CostCenters.Monetary;
using CostCenters.Profitability.Ripples;
using CostCenters.Structure;
using CostCenters.Tests.Unit.Allocations;

namespace CostCenters.Tests.Unit.Profitability.Ripples;

public class RippleModelTests
{
    private static readonly FiscalPeriodRange Spring = new(Company.Period(4), Company.Period(5));
    private static readonly KeyFigureCode Time = new("time");
    private static readonly RippleFigure Response = RippleFigure.Measure(Company.South, Time);
    private static readonly RippleFigure Freight = RippleFigure.Cost(Company.North, Company.Freight);

    private static readonly Cube Amounts = Company.Cube(
        (Company.South, Company.Salaries, 4, 100m), (Company.South, Company.Freight, 4, 20m),
        (Company.South, Company.Salaries, 5, 110m), (Company.North, Company.Freight, 5, 40m),
        (Company.North, Company.Sales, 4, 900m), (Company.North, Company.Sales, 3, 7m));

    private static readonly AllocationSender Serving = Networks.Sender(
        Company.South.Value, (Company.North.Value, 3m), (Company.Head.Value, 1m));

    private static readonly AllocationRun Run = AllocationRun.Create(
        AllocationNetwork.FromCube(
            Amounts, [Company.Salaries, Company.Freight], Spring, [Serving], Networks.Refuse),
        AllocationMethod.Direct);

    private static readonly RippleDependency[] Dependencies =
    [
        new(RippleFigure.Capacity(Company.South), Response, Elasticity.Of(-1m), 0),
        new(Response, RippleFigure.Revenue(Company.North), Elasticity.Of(-0.1m), 0),
        new(RippleFigure.Revenue(Company.North), Freight, Elasticity.Of(1m), 0),
    ];

    [Fact] // The south costs 120 and 110; the north sells 900 in April and has its freight in May.
    public void FromCube_Bases_AreTheAmountsOfEachPeriod()
    {
        RippleModel model = Read(null);

        Assert.Equal([120m, 110m], BaseOf(model, RippleFigure.Cost(Company.South)));
        Assert.Equal([900m, 0m], BaseOf(model, RippleFigure.Revenue(Company.North)));
        Assert.Equal([0m, 40m], BaseOf(model, Freight));
        Assert.Same(Run, model.Run);
    }

    [Fact]
    public void FromCube_MeasureWithAGap_HasNoBase()
    {
        Assert.Null(Read(Figures(4)).BaseOf(Response));
        Assert.Equal([40m, 44m], BaseOf(Read(Figures(4, 5)), Response));
        Ripple ripple = Ripple.Create(
            Read(Figures(4)), [RippleChange.Percent(Company.South, -10m, Company.Period(4))]);
        Assert.Null(ripple[Response].Effects[0].Amount(RippleCase.Expected));
        Assert.Equal(Fraction.Of(0.1m), ripple[Response].Effects[0].Expected);
    }

    [Fact] // April saves 12, and a hundredth of 900 is lost; May saves 11 and a hundredth of 40.
    public void FromCube_Ripple_IsTheOneByHand() => Assert.Equal(
        Fraction.Of(12m - 9m + 11m + 0.4m),
        Ripple.Create(Read(null), [RippleChange.Percent(Company.South, -10m, Company.Period(4))])
            .ProfitEffect(RippleCase.Expected));

    [Fact] // What the south gives the north is what the north can put out: half of it, after a cut by half.
    public void Create_ServiceThatLimitsACapacity_GoesOn()
    {
        RippleFigure capacity = RippleFigure.Capacity(Company.North);
        RippleModel model = RippleModel.FromCube(
            Run,
            Amounts,
            null,
            Spring,
            [
                ServiceLimit.FromSender(Serving, 4m, ServingRule.ProRata),
                new ServiceLimit(Company.North, 8m, [new(Company.Head, 8m)], ServingRule.InOrder),
            ],
            [new(RippleFigure.Service(Company.South, Company.North), capacity, Elasticity.Of(1m), 0)]);

        Assert.Equal(
            Fraction.Of(-0.5m),
            Ripple.Create(model, [RippleChange.Percent(Company.South, -50m, Company.Period(4))])
                [RippleFigure.Service(Company.North, Company.Head)].Effects[0].Expected);
    }

    [Fact] // Growth by a quarter serves all that were left out: one of five.
    public void Create_GrowthOfWhatWasShort_ServesMore()
    {
        RippleModel model = RippleModel.FromCube(
            Run,
            Amounts,
            null,
            Spring,
            [new ServiceLimit(
                Company.South, 4m, [new(Company.North, 3m), new(Company.Head, 2m)], ServingRule.InOrder)],
            []);

        Assert.Equal(
            Fraction.Of(0.5m),
            Ripple.Create(model, [RippleChange.Percent(Company.South, 25m, Company.Period(4))])
                [RippleFigure.Service(Company.South, Company.Head)].Effects[0].Expected);
    }

    [Theory]
    [InlineData("two limits")]
    [InlineData("two bases")]
    [InlineData("a short base")]
    [InlineData("periods backwards")]
    public void Create_ThatDoesNotFit_IsRefused(string fault)
    {
        var limit = new ServiceLimit(Company.South, 4m, [], ServingRule.InOrder);
        RippleBase one = new(RippleFigure.Cost(Company.South), [1m, 2m]);
        FiscalPeriod[] periods = [Company.Period(4), Company.Period(5)];

        Assert.Throws<ArgumentException>(() => RippleModel.Create(
            Run,
            fault == "periods backwards" ? periods.Reverse() : periods,
            fault == "two bases" ? [one, one]
                : fault == "a short base" ? [new(RippleFigure.Cost(Company.South), [1m])]
                : [one],
            fault == "two limits" ? [limit, limit] : [limit],
            []));
    }

    [Fact]
    public void Create_ChangeOfACenterWithoutCost_IsRefused()
    {
        RippleModel model = RippleModel.Create(Run, [Company.Period(4)], [], [], []);

        Assert.Contains(
            "'1200' has no base",
            Assert.Throws<ArgumentException>(() => Ripple.Create(
                model, [RippleChange.Percent(Company.South, -10m, Company.Period(4))])).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Create_Cancelled_IsNotDone()
    {
        var ended = new CancellationToken(canceled: true);

        Assert.ThrowsAny<OperationCanceledException>(() =>
            RippleModel.FromCube(Run, Amounts, null, Spring, [], Dependencies, ended));
        Assert.ThrowsAny<OperationCanceledException>(() =>
            RippleModel.Create(Run, [], [], [], [], ended));
        Assert.ThrowsAny<OperationCanceledException>(() => Ripple.Create(
            Read(null), [RippleChange.Percent(Company.South, -10m, Company.Period(4))], ended));
    }

    private static RippleModel Read(KeyFigureTable? figures) =>
        RippleModel.FromCube(Run, Amounts, figures, Spring, [], Dependencies);

    private static KeyFigureTable Figures(params int[] months) => new(
        new KeyFigureCatalog([KeyFigure.Stock(Time, "minutes", KeyFigurePreference.MoreIsWorse, StockRule.Last)]),
        Company.Calendar,
        months.Select(month => new KeyFigureValue(
            Company.Period(month), Company.South, Time, month == 4 ? 40m : 44m)));

    private static decimal[] BaseOf(RippleModel model, RippleFigure figure) =>
        [.. model.BaseOf(figure)!.Select(value => value.RoundTo(2, MidpointRounding.ToEven))];
}
