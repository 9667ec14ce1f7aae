using CostCenters.KeyFigures;
using CostCenters.Monetary;

namespace CostCenters.Tests.Unit.KeyFigures;

public class DistributionTests
{
    [Theory] // Five values: each stands for 20 percent.
    [InlineData(0, 15)]
    [InlineData(5, 15)]
    [InlineData(20, 15)]
    [InlineData(20.01, 20)]
    [InlineData(30, 20)]
    [InlineData(40, 20)]
    [InlineData(50, 35)]
    [InlineData(80, 40)]
    [InlineData(100, 50)]
    public void Percentile_NearestRank_IsTheSmallestValueWithEnoughAtOrBelow(double percent, int expected) =>
        Assert.Equal(expected, Distribution.Create([35, 15, 50, 20, 40]).Percentile((decimal)percent));

    [Fact]
    public void Percentile_OfMergedParts_IsNotTheMeanOfTheirPercentiles()
    {
        var one = Distribution.Create([1, 1, 1, 1]);
        var other = Distribution.Create([9, 10]);

        Assert.Equal((1m, 9m), (one.Percentile(50), other.Percentile(50)));
        Assert.Equal(1m, Distribution.Merge([one, other]).Percentile(50));
    }

    [Fact]
    public void Shares_OfScores_CountTheBoundItself()
    {
        var scores = Distribution.FromCounts(
            new Dictionary<decimal, long> { [5] = 10, [4] = 20, [3] = 10, [2] = 5, [1] = 5 });

        Assert.Equal((50, 30, 20), (scores.Count, scores.CountAtOrAbove(4), scores.CountAtOrBelow(3)));
        Assert.Equal(Fraction.Of(0.6m), scores.ShareAtOrAbove(4).Value);
        Assert.Equal(Fraction.Of(3.5m), scores.Mean);
    }

    [Fact]
    public void Empty_HasNoFigures()
    {
        Assert.Null(Distribution.Empty.Mean);
        Assert.Null(Distribution.Empty.Percentile(50));
        Assert.Null(Distribution.Empty.ShareAtOrAbove(1).Value);
        Assert.Same(Distribution.Empty, Distribution.Merge([Distribution.Empty, Distribution.Create([])]));
    }

    [Theory]
    [InlineData(-0.5)]
    [InlineData(100.5)]
    public void Percentile_OutsideItsBounds_IsRefused(double percent) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Distribution.Create([1]).Percentile((decimal)percent));
}
