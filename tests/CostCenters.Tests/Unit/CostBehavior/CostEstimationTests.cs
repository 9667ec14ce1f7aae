using CostCenters.CostBehavior;
using CostCenters.Monetary;

namespace CostCenters.Tests.Unit.CostBehavior;

public class CostEstimationTests
{
    [Theory] // The highest cost is not at the highest activity: activity tells.
    [InlineData(HighLowTie.Average)]
    [InlineData(HighLowTie.Widest)]
    public void HighLow_ExtremesByActivity_GivesTheLineThroughThem(HighLowTie tie)
    {
        // 900 cost for 300 hours more: 3 an hour; 1,300 - 100 × 3 = 1,000 fixed.
        var estimate = CostEstimation.HighLow([new(250, 5_000), new(100, 1_300), new(400, 2_200)], tie);

        Assert.Equal((Fraction.Of(3), Fraction.Of(1_000)), (estimate.VariableRate, estimate.FixedCost));
        Assert.Equal(new RelevantRange(100, 400), estimate.Observed);
    }

    [Fact]
    public void HighLow_Ties_AreReadAsNamedInAnyOrder()
    {
        CostObservation[] seen = [new(10, 100), new(20, 170), new(10, 120), new(20, 250)];

        foreach (CostObservation[] order in new[] { seen, [.. seen.Reverse()] })
        {
            // Means 110 and 210 are 10 a unit; 100 and 250 are 15.
            var average = CostEstimation.HighLow(order, HighLowTie.Average);
            var widest = CostEstimation.HighLow(order, HighLowTie.Widest);

            Assert.Equal((Fraction.Of(10), Fraction.Of(10)), (average.VariableRate, average.FixedCost));
            Assert.Equal((Fraction.Of(15), Fraction.Of(-50)), (widest.VariableRate, widest.FixedCost));
        }
    }

    [Fact] // Above 500 units a second store costs 4,000 more: without it the costs are 6,000 and 9,000.
    public void HighLow_KnownStep_IsTakenOffFirst()
    {
        var store = CostFunction.StepFixed([new(500, 0), new(1_000, 4_000)], OutsideRange.Refuse);

        var estimate = CostEstimation.HighLow([new(400, 6_000), new(800, 13_000)], HighLowTie.Widest, store);

        Assert.Equal((Fraction.Of(7.5m), Fraction.Of(3_000)), (estimate.VariableRate, estimate.FixedCost));
    }

    [Fact] // Means 2 and 4: the products of the distances sum to 3, the squares of activity to 2.
    public void LeastSquares_FivePoints_GivesLineAndFit()
    {
        var fit = CostEstimation.LeastSquares([new(1, 2.5m), new(2, 4), new(3, 5.5m), new(2, 4.5m), new(2, 3.5m)]);

        Assert.Equal(Fraction.Of(1.5m), fit.Estimate.VariableRate);
        Assert.Equal(Fraction.Of(1), fit.Estimate.FixedCost);

        // Variation of cost 2.25 + 2.25 + 0.25 + 0.25 = 5, of which 0.5 is not on the line.
        Assert.Equal(Fraction.Of(0.9m), fit.RSquared);
        Assert.Equal(Fraction.Of(0.5m), fit.ResidualSquareSum);
        Assert.Equal(Fraction.Of(0.5m) / Fraction.Of(3), fit.ResidualVariance);
        Assert.Equal(5, fit.Count);
    }

    [Fact]
    public void LeastSquares_TwoPoints_FitExactlyAndHaveNoVariance()
    {
        var fit = CostEstimation.LeastSquares([new(1, 10), new(4, 11)]);

        Assert.Equal(Fraction.Of(1) / Fraction.Of(3), fit.Estimate.VariableRate);
        Assert.Equal((Fraction.One, Fraction.Zero), (fit.RSquared!.Value, fit.ResidualSquareSum));
        Assert.Null(fit.ResidualVariance);
    }

    [Fact]
    public void LeastSquares_EqualCosts_HaveNothingToExplain()
    {
        var fit = CostEstimation.LeastSquares([new(1, 7), new(2, 7), new(5, 7)]);

        Assert.Equal((Fraction.Zero, Fraction.Of(7)), (fit.Estimate.VariableRate, fit.Estimate.FixedCost));
        Assert.Null(fit.RSquared);
    }

    [Fact]
    public void ToCostFunction_Estimate_HoldsInTheObservedRange()
    {
        var cost = CostEstimation.HighLow([new(10, 130), new(40, 220)], HighLowTie.Average)
            .ToCostFunction(OutsideRange.Refuse);

        Assert.Equal(Fraction.Of(160), cost.CostAt(20));
        Assert.Throws<ArgumentOutOfRangeException>(() => cost.CostAt(41));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3)]
    public void Estimates_OneActivity_AreRefused(int count)
    {
        var same = Enumerable.Range(0, count).Select(cost => new CostObservation(5, cost)).ToList();

        var highLow = Assert.Throws<ArgumentException>(() => CostEstimation.HighLow(same, HighLowTie.Average));
        var leastSquares = Assert.Throws<ArgumentException>(() => CostEstimation.LeastSquares(same));

        Assert.Equal(("observations", "observations"), (highLow.ParamName, leastSquares.ParamName));
    }

    [Fact]
    public void HighLow_UnknownTie_IsRefused() => Assert.Throws<ArgumentOutOfRangeException>(
        () => CostEstimation.HighLow([new(1, 1), new(2, 2)], (HighLowTie)5));
}
