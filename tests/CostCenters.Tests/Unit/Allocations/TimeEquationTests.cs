using CostCenters.Allocations.Activities;
using CostCenters.Monetary;

namespace CostCenters.Tests.Unit.Allocations;

/// <summary>Packaging takes 0.5 minutes, 6.5 more if it is special, 0.2 more by air (Kaplan and Anderson).</summary>
public class TimeEquationTests
{
    private static readonly TimeEquation Packaging = new(0.5m, [new("special", 6.5m), new("air", 0.2m)]);

    [Theory]
    [InlineData(0, 0, "0.5")]
    [InlineData(1, 0, "7")]
    [InlineData(0, 1, "0.7")]
    [InlineData(1, 1, "7.2")]
    public void TimeOf_AnActivity_IsBaseAndTerms(int special, int air, string minutes) => Assert.Equal(
        Fraction.Of(decimal.Parse(minutes, System.Globalization.CultureInfo.InvariantCulture)),
        Packaging.TimeOf(new Dictionary<string, decimal> { ["special"] = special, ["air"] = air }));

    [Fact] // 100 × 0.5 + 20 × 6.5 + 30 × 0.2 = 186 of 200 minutes at 0.80: 148.80, and 11.20 unused.
    public void Uses_OfAPool_CostWhatTheyTake()
    {
        ActivityPool pool = ActivityPool.AtCapacity("packing", 160m, 200m, Packaging.Uses(
            "orders", 100m, new Dictionary<string, decimal> { ["special"] = 20m, ["air"] = 30m }));

        Assert.Equal(Fraction.Of(148.80m), ActivityBasedCosting.Create([pool])["orders"]);
        Assert.Equal(Fraction.Of(11.20m), pool.UnusedCost);
        Assert.Equal((0.5m, 2), (Packaging.BaseTime, Packaging.Terms.Length));
    }

    [Fact]
    public void Create_WhatCannotBe_IsRefused()
    {
        Assert.Throws<ArgumentException>(() => new TimeEquation(1m, [new("a", 1m), new("a", 2m)]));
        Assert.Throws<ArgumentOutOfRangeException>(() => new TimeEquation(-1m, []));
        Assert.Throws<ArgumentOutOfRangeException>(() => new TimeTerm("a", -1m));
        Assert.Throws<ArgumentException>(() =>
            Packaging.TimeOf(new Dictionary<string, decimal> { ["heavy"] = 1m }));
    }
}
