using CostCenters.Calendars;
using CostCenters.Cubes;
using CostCenters.Explanations;
using CostCenters.Monetary;
using CostCenters.Structure;
using CostCenters.Variances.Currencies;

namespace CostCenters.Tests.Unit.Variances;

public class CurrencyVariancesTests
{
    private static readonly CenterCode Plant = new("100");
    private static readonly ElementCode Material = new("4000");
    private static readonly ElementCode Sales = new("9000");
    private static readonly FiscalCalendar Calendar = FiscalCalendar.Months(1, YearNaming.End);
    private static readonly CenterHierarchy Centers =
        new CenterHierarchy.Builder().Add(Plant, new CenterValidity("Plant", CenterKind.Profit)).Build();

    private static readonly ElementChart Elements = new ElementChart.Builder()
        .Add(new CostElement(Material, "Material", ElementNature.Cost, unit: "kg"))
        .Add(new CostElement(Sales, "Sales", ElementNature.Revenue))
        .Build();

    private static readonly CubeSpace Dollars = Space(Currency.Usd);
    private static readonly CubeSpace Euros = Space(Currency.Eur);

    [Theory] // 1,000 at 0.50 planned, 1,200 at 0.60: 720 - 500 = 220.
    [InlineData(RateEffectBase.ActualAmount, 120, 100)] // 1,200 x 0.10, 200 x 0.50.
    [InlineData(RateEffectBase.ReferenceAmount, 100, 120)] // 1,000 x 0.10, 200 x 0.60.
    public void OfAmounts_EitherBase_SharesTheSameTotal(RateEffectBase rateEffect, int rate, int operating)
    {
        var tree = CurrencyVariances.AnalyzeAmounts(VarianceBasis.Cost, 1_000m, 1_200m, Pair(0.5m, 0.6m), rateEffect);

        Assert.Equal(Fraction.Of(220m), tree.Amount);
        Assert.Equal(Outcome.Unfavorable, tree.Outcome);
        Assert.Equal(Fraction.Of(rate), tree["rate-effect"].Amount);
        Assert.Equal(Fraction.Of(operating), tree["operating-effect"].Amount);
    }

    [Fact] // 10 at 3 planned, 12 at 2.50; 30 x 2 = 60 planned, 30 x 3 = 90 actual. At rate 2: -0.50 x 12 and 2 x 3.
    public void OfPriceAndVolume_AtTheBudgetRate_SplitsTheOperatingEffect()
    {
        var tree = CurrencyVariances.AnalyzePriceAndVolume(
            VarianceBasis.Profit,
            new PriceVolume("kg", 10m, 3m, 12m, 2.5m),
            Pair(2m, 3m),
            RateEffectBase.ActualAmount);

        Assert.Equal(Fraction.Of(30m), tree.Amount);
        Assert.Equal(Fraction.Of(30m), tree["rate-effect"].Amount);
        Assert.Equal(Fraction.Of(-12m), tree["price"].Amount);
        Assert.Equal(Fraction.Of(12m), tree["volume"].Amount);
        Assert.Equal(Fraction.Zero, tree["operating-effect"].Amount);
    }

    [Fact] // 300 at 0.75 are 400 at par, so the rate took 100; with 150 of the business that is 50 more than planned.
    public void OfConverted_OperatingEffectsAtBudgetRate_AddsTheRateEffect()
    {
        var local = VarianceNode.Leaf("volume", "volume", VarianceBasis.Profit, Fraction.Of(150m), "", []);
        var tree = CurrencyVariances.AnalyzeConverted(local, 300m, Pair(1m, 0.75m));

        Assert.Equal(Fraction.Of(-100m), tree["rate-effect"].Amount);
        Assert.Equal(Fraction.Of(50m), tree.Amount);
    }

    [Fact]
    public void RatePair_OfDifferentCurrencies_IsRefused()
    {
        var franc = new ExchangeRate(Currency.Chf, Currency.Eur, 1m);

        Assert.Throws<CurrencyMismatchException>(() => new RatePair(Pair(1m, 2m).Budget, franc));
        Assert.Equal(Fraction.Of(-0.25m), Pair(1m, 0.75m).Change);
    }

    [Fact]
    public void OfAmounts_UnknownBase_IsRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() =>
            CurrencyVariances.AnalyzeAmounts(VarianceBasis.Cost, 1m, 1m, Pair(1m, 2m), (RateEffectBase)7));
        Assert.Throws<ArgumentOutOfRangeException>(() => CurrencyVariances.AnalyzeAmounts(
            (VarianceBasis)7, 1m, 1m, Pair(1m, 2m), RateEffectBase.ActualAmount));
    }

    [Fact]
    public void OfLayers_TwoCurrencies_SplitsCellByCell()
    {
        var tree = CurrencyVariances.Analyze(
            VarianceBasis.Cost, [DollarLayer(1, 12), EuroLayer()], RateEffectBase.ActualAmount);

        // Material: 264 x 0.80 - 200 x 0.90 = 31.20. Sales: -900 x 0.80 + 1,000 x 0.90 = 180. In euro: 70.
        Assert.Equal(Fraction.Of(281.2m), tree.Amount);
        Assert.Equal(Fraction.Of(-26.4m + 90m), tree["rate-effect"].Amount);
        Assert.Equal(Fraction.Of(36m), tree["volume"].Amount);
        Assert.Equal(Fraction.Of(21.6m), tree["price"].Amount);
        Assert.Equal(Fraction.Of(90m + 70m), tree["without-quantities"].Amount);

        var leaf = tree["volume/currency:USD/center:100/element:4000"];
        Assert.Equal(Cell(Material), Assert.Single(leaf.Cells));
        Assert.Equal(["USD", "100", "4000"], tree["volume"].Walk().Skip(1).Select(node => node.Name));
        Assert.Equal(Fraction.Of(264m), leaf.Inputs.Single(input => input.Name == "actual amount").Value);
    }

    [Fact]
    public void OfLayers_OtherBasis_TurnsEverySign()
    {
        CurrencyLayer[] layers = [DollarLayer(1, 12), EuroLayer()];
        var cost = CurrencyVariances.Analyze(VarianceBasis.Cost, layers, RateEffectBase.ReferenceAmount);
        var profit = CurrencyVariances.Analyze(VarianceBasis.Profit, layers, RateEffectBase.ReferenceAmount);

        Assert.Equal(
            cost.Walk().Select(node => node.ProfitEffect), profit.Walk().Select(node => node.ProfitEffect));
    }

    [Fact]
    public void OfLayers_CellsOutsideTheRange_DoNotCount()
    {
        var tree = CurrencyVariances.Analyze(
            VarianceBasis.Cost, [DollarLayer(2, 12)], RateEffectBase.ActualAmount);

        Assert.Equal(Fraction.Zero, tree.Amount);
        Assert.All(tree.Walk(), node => Assert.Empty(node.Cells));
    }

    [Fact]
    public void OfLayers_ThatDoNotBelongTogether_AreRefused()
    {
        var otherSpace = new CubeSpace(
            new CenterHierarchy.Builder().Add(new("other"), new CenterValidity("", CenterKind.Cost)).Build(),
            Elements,
            Calendar,
            Currency.Gbp,
            new DecimalScale(2));
        var other = new CurrencyLayer(
            Cube.Empty(otherSpace), Cube.Empty(otherSpace), Range(1, 12), Pair(1m, 1m, Currency.Gbp, Currency.Eur));
        var otherHome = new CurrencyLayer(
            Cube.Empty(Euros), Cube.Empty(Euros), Range(1, 12), Pair(1m, 1m, Currency.Eur, Currency.Gbp));

        Assert.Throws<ArgumentException>(() => Of());
        Assert.Throws<ArgumentException>(() => Of(DollarLayer(1, 3), DollarLayer(3, 4)));
        Assert.Throws<ArgumentException>(() => Of(DollarLayer(1, 3), other));
        Assert.Throws<CurrencyMismatchException>(() => Of(DollarLayer(1, 3), otherHome));
        Assert.Throws<CurrencyMismatchException>(() => new CurrencyLayer(
            Cube.Empty(Euros), Cube.Empty(Euros), Range(1, 12), Pair(1m, 1m)));
        Assert.Throws<CubeSpaceMismatchException>(() => new CurrencyLayer(
            Cube.Empty(Dollars), Cube.Empty(Euros), Range(1, 12), Pair(1m, 1m)));

        static VarianceNode Of(params CurrencyLayer[] layers) =>
            CurrencyVariances.Analyze(VarianceBasis.Cost, layers, RateEffectBase.ActualAmount);
    }

    private static CurrencyLayer DollarLayer(int from, int through) => new(
        new CubeBuilder(Dollars).Add(Cell(Material), 200m, 100m).Add(Cell(Sales), 1_000m).Build(),
        new CubeBuilder(Dollars).Add(Cell(Material), 264m, 120m).Add(Cell(Sales), 900m).Build(),
        Range(from, through),
        Pair(0.9m, 0.8m));

    private static CurrencyLayer EuroLayer() => new(
        Cube.Empty(Euros),
        new CubeBuilder(Euros).Add(Cell(Material), 70m, 3m).Build(),
        Range(1, 12),
        Pair(1m, 1m, Currency.Eur, Currency.Eur));

    private static CubeSpace Space(Currency currency) =>
        new(Centers, Elements, Calendar, currency, new DecimalScale(2));

    private static CellAddress Cell(ElementCode element) => new(Plant, element, new FiscalPeriod(2026, 1));

    private static FiscalPeriodRange Range(int from, int through) =>
        new(new FiscalPeriod(2026, from), new FiscalPeriod(2026, through));

    private static RatePair Pair(decimal budget, decimal actual, Currency? from = null, Currency? to = null) => new(
        new ExchangeRate(from ?? Currency.Usd, to ?? Currency.Eur, budget),
        new ExchangeRate(from ?? Currency.Usd, to ?? Currency.Eur, actual));
}
