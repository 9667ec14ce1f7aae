using CostCenters.Explanations;
using CostCenters.Monetary;
using CostCenters.Variances.Flexible;

namespace CostCenters.Tests.Unit.Variances.Flexible;

public class SalesVolumeVarianceTests
{
    // 50 pens more at 4, costing 1.50 and absorbing 1; 10 books fewer at 20, costing 12 and absorbing 5.
    private static readonly SalesVolumeProduct[] Shop =
    [
        new("pen", new ActivityChange(200, 250, "units"), 4, 1.5m, 1),
        new("book", new ActivityChange(40, 30, "units"), 20, 12, 5),
    ];

    [Theory]
    [InlineData(SalesVolumeMeasure.Revenue, 200, -200)]
    [InlineData(SalesVolumeMeasure.Contribution, 125, -80)]
    [InlineData(SalesVolumeMeasure.Profit, 75, -30)]
    public void Analyze_EachMeasure_ValuesTheUnits(SalesVolumeMeasure measure, decimal pen, decimal book)
    {
        var tree = SalesVolumeVariance.Analyze(Currency.Eur, Shop, measure);

        Assert.Equal(VarianceBasis.Profit, tree.Basis);
        Assert.Equal((Fraction.Of(pen), Fraction.Of(book)), (tree["product:pen"].Amount, tree["product:book"].Amount));
        Assert.Equal(Fraction.Of(pen + book), tree.Amount);
        Assert.Equal(
            (Outcome.Favorable, Outcome.Unfavorable), (tree["product:pen"].Outcome, tree["product:book"].Outcome));
        Assert.Equal(InputUnit.Of(Currency.Eur).Per("units"), tree["product:pen"].Inputs[2].Unit);
    }

    [Fact]
    public void Analyze_OutsideTheDomain_IsRefused()
    {
        SalesVolumeProduct[] marginal = [new("pen", new ActivityChange(200, 250, "units"), 4, 1.5m, null)];

        Assert.Throws<ArgumentException>(() => Analyze(marginal, SalesVolumeMeasure.Profit));
        Assert.Equal(Fraction.Of(125), Analyze(marginal, SalesVolumeMeasure.Contribution).Amount);
        Assert.Throws<ArgumentException>(() => Analyze([], SalesVolumeMeasure.Revenue));
        Assert.Throws<ArgumentException>(() => Analyze([Shop[0], Shop[0]], SalesVolumeMeasure.Revenue));
        Assert.Throws<ArgumentOutOfRangeException>(() => Analyze(Shop, (SalesVolumeMeasure)3));
    }

    private static VarianceNode Analyze(IEnumerable<SalesVolumeProduct> products, SalesVolumeMeasure measure) =>
        SalesVolumeVariance.Analyze(Currency.Eur, products, measure);
}
