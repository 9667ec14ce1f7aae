using CostCenters.Calendars;
using CostCenters.Cubes;
using CostCenters.Monetary;
using CostCenters.Reports;
using CostCenters.Variances.Currencies;

namespace CostCenters.Tests.Unit.Reports;

/// <summary>What takes cubes takes layers by their keys as well, and gives the same.</summary>
public class ComparisonTests
{
    private static readonly LayerKey Adopted = LayerKey.Budget("adopted", 1);
    private static readonly FiscalPeriodRange Range = new(Company.Period(1), Company.Period(3));

    private static readonly Cube Budget = Company.Cube((Company.Head, Company.Salaries, 1, 100m));
    private static readonly Cube Actual = Company.Cube(
        (Company.Head, Company.Salaries, 1, 90m), (Company.North, Company.Freight, 2, 7m));

    private static readonly CubeLayers Layers =
        new CubeLayers(Company.Space).With(Adopted, Budget).With(LayerKey.Actual, Actual);

    [Fact]
    public void Comparison_OfLayers_IsThatOfTheirCubes()
    {
        var comparison = new Comparison(Layers, Adopted, LayerKey.Actual, Range);
        var last = new Comparison(
            Layers, LayerKey.Actual, new(Company.Period(1), Company.Period(1)), LayerKey.Actual,
            new(Company.Period(2), Company.Period(2)));

        Assert.Same(Budget, comparison.Budget);
        Assert.Same(Actual, comparison.Actual);
        Assert.Equal(3, comparison.Periods.Length);
        Assert.Equal((Company.Period(1), Company.Period(2)), (last.BudgetPeriods[0], last.Periods[0]));
        Assert.Throws<KeyNotFoundException>(
            () => new Comparison(Layers, LayerKey.Budget("adopted", 2), LayerKey.Actual, Range));
        Assert.Throws<ArgumentNullException>(() => new Comparison(null!, Adopted, LayerKey.Actual, Range));
    }

    [Fact]
    public void Choose_OfLayers_IsThatOfTheirCubes() => Assert.Equal(
        ReportRange.Choose(Budget, Actual, ReportEnd.LastBudget),
        ReportRange.Choose(Layers, Adopted, LayerKey.Actual, ReportEnd.LastBudget));

    [Fact]
    public void CurrencyLayer_OfLayers_HasTheirCubes()
    {
        var rate = new ExchangeRate(Currency.Eur, Currency.Usd, 1.1m);
        var rates = new RatePair(rate, rate);
        var layer = new CurrencyLayer(Layers, Adopted, LayerKey.Actual, Range, rates);

        Assert.Same(Budget, layer.Budget);
        Assert.Same(Actual, layer.Actual);
    }
}
