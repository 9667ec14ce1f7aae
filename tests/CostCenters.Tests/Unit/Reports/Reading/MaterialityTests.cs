using CostCenters.Explanations;
using CostCenters.Reports;
using CostCenters.Reports.Reading;
using CostCenters.Structure;

namespace CostCenters.Tests.Unit.Reports.Reading;

public class MaterialityTests
{
    [Theory]
    [InlineData("1000", "1100", "100", null, true)]
    [InlineData("1000", "1099.99", "100", null, false)]
    [InlineData("1000", "900", "100", null, true)]
    [InlineData("1000", "1100", "100", "10", true)]
    [InlineData("1000", "1100", "100", "10.01", false)]
    [InlineData("-1000", "-1100", "100", "10", true)]
    [InlineData(null, "100", "100", "10", true)]
    [InlineData("0", "100", "100", "10", true)]
    [InlineData("0", "99", "100", "10", false)]
    [InlineData("3", "4", "0", "33.333", true)]
    [InlineData("3", "4", "0", "33.334", false)]
    [InlineData("5", "5", "0", null, true)]
    public void IsMaterial_AmountAndPercent_AreBothReached(
        string? budget, string actual, string amount, string? percent, bool expected) =>
        Assert.Equal(expected, new Materiality(Number(amount)!.Value, Number(percent)).IsMaterial(
            new Variance(Number(budget), Number(actual)!.Value, Measure.Cost)));

    [Fact]
    public void IsMaterial_ElementOfAGroup_TakesTheThresholdOfTheNearestGroup()
    {
        var personnel = new CostElement(new("60"), "Personnel", ElementNature.Cost);
        var salaries = new CostElement(new("6000"), "Salaries", ElementNature.Cost, parent: personnel.Code);
        var rent = new CostElement(new("6100"), "Rent", ElementNature.Cost);
        var chart = new ElementChart.Builder().Add(personnel).Add(salaries).Add(rent).Build();
        var rules = new Materiality(100m, null).WithGroup(personnel.Code, new Materiality(1_000m, null));
        var variance = new Variance(0m, 500m, Measure.Cost);

        Assert.False(rules.IsMaterial(variance, salaries, chart));
        Assert.True(rules.IsMaterial(variance, rent, chart));
        Assert.True(rules.IsMaterial(variance, null, chart));
    }

    [Fact]
    public void Create_NegativeThreshold_Throws()
    {
        Assert.Throws<ArgumentOutOfRangeException>("amount", () => new Materiality(-1m, null));
        Assert.Throws<ArgumentOutOfRangeException>("percent", () => new Materiality(0m, -1m));
    }

    private static decimal? Number(string? text) =>
        text is null ? null : decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
