using CostCenters.Explanations;
using CostCenters.KeyFigures;
using CostCenters.Monetary;
using CostCenters.UnitCosts;

namespace CostCenters.Tests.Unit.UnitCosts;

public class FigureVarianceTests
{
    [Theory]
    [InlineData(4, 5, KeyFigurePreference.MoreIsBetter, Outcome.Favorable)]
    [InlineData(5, 4, KeyFigurePreference.MoreIsBetter, Outcome.Unfavorable)]
    [InlineData(4, 5, KeyFigurePreference.MoreIsWorse, Outcome.Unfavorable)]
    [InlineData(-4, -5, KeyFigurePreference.MoreIsWorse, Outcome.Favorable)]
    [InlineData(4, 5, KeyFigurePreference.Neutral, Outcome.Neutral)]
    [InlineData(4, 4, KeyFigurePreference.MoreIsWorse, Outcome.Neutral)]
    public void Outcome_ComesFromThePreference(
        int budget, int actual, KeyFigurePreference preference, Outcome expected) =>
        Assert.Equal(expected, new FigureVariance(Of(budget), Of(actual), preference).Outcome);

    [Fact]
    public void Ratio_NegativeBudget_KeepsTheSignOfTheDifference()
    {
        var variance = new FigureVariance(Of(-4), Of(-5), KeyFigurePreference.Neutral);

        Assert.Equal((Fraction.Of(-1), Fraction.Of(-0.25m)), (variance.Difference.Value, variance.Ratio.Value));
    }

    [Fact]
    public void Missing_IsNoOutcomeAndSaysWhy()
    {
        Figure none = Figure.Missing(FigureGap.NoValue);
        var withoutBudget = new FigureVariance(none, Of(5), KeyFigurePreference.MoreIsWorse);

        Assert.Equal((FigureGap.NoValue, null), (withoutBudget.Difference.Gap, withoutBudget.Outcome));
        Assert.Equal(FigureGap.NoValue, withoutBudget.Ratio.Gap);
        Assert.Equal(
            FigureGap.ZeroDivisor, new FigureVariance(Of(0), Of(5), KeyFigurePreference.MoreIsWorse).Ratio.Gap);
        Assert.Null(new FigureVariance(Of(5), none, KeyFigurePreference.MoreIsWorse).Outcome);
    }

    private static Figure Of(int value) => Figure.Of(Fraction.Of(value));
}
