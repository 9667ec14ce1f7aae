using CostCenters.Explanations;
using CostCenters.KeyFigures;
using CostCenters.Monetary;
using CostCenters.UnitCosts.Service;
using static CostCenters.Tests.Unit.KeyFigures.KeyFigureCases;

namespace CostCenters.Tests.Unit.UnitCosts;

public class GuardedVarianceTests
{
    [Theory] // Satisfaction was 4.2; at least 4.0 is accepted, and 0.1 either way is no change.
    [InlineData(-10, 4.2, GuardVerdict.Favorable)]
    [InlineData(-10, 4.1, GuardVerdict.Favorable)]
    [InlineData(-10, 4.0, GuardVerdict.FavorableAtExpense)]
    [InlineData(10, 4.2, GuardVerdict.Unfavorable)]
    [InlineData(10, 4.4, GuardVerdict.UnfavorableForBetterService)]
    [InlineData(10, 3.0, GuardVerdict.Unfavorable)]
    [InlineData(0, 3.0, GuardVerdict.Neutral)]
    public void Judge_Satisfaction_LooksAtTheService(double cost, double satisfaction, GuardVerdict expected) =>
        Assert.Equal(
            expected,
            Judge((decimal)cost, Guard(KeyFigurePreference.MoreIsBetter, 4.2m, (decimal)satisfaction)).Verdict);

    [Fact]
    public void Judge_Expense_ShowsBothFigures()
    {
        var judged = Judge(-10, Guard(KeyFigurePreference.MoreIsWorse, 60, 95, bound: 90, tolerance: 50));

        var breach = Assert.Single(judged.Breaches);
        Assert.Equal((Fraction.Of(60), Fraction.Of(95)), (breach.Baseline.Value, breach.Actual.Value));
        Assert.Equal(GuardVerdict.FavorableAtExpense, judged.Verdict);
        Assert.Equal(Fraction.Of(-10), judged.Variance.Amount);
    }

    [Fact]
    public void Judge_BetterService_SaysWhatWasBought()
    {
        var judged = Judge(10, Guard(KeyFigurePreference.MoreIsWorse, 60, 45));

        var bought = Assert.Single(judged.Improvements);
        Assert.Equal((Fraction.Of(60), Fraction.Of(45)), (bought.Baseline.Value, bought.Actual.Value));
        Assert.Equal(GuardVerdict.UnfavorableForBetterService, judged.Verdict);
    }

    [Fact]
    public void Judge_BeyondTheBoundBeforeAndNotWorse_IsNoBreach() =>
        Assert.Equal(
            GuardState.Held,
            Judge(-10, Guard(KeyFigurePreference.MoreIsWorse, 95, 95, bound: 90)).Findings[0].State);

    [Fact]
    public void Judge_NoFigures_IsUnknownAndNotHeld()
    {
        var measure = new ServiceMeasure(
            "turnover", "", KeyFigurePreference.MoreIsWorse,
            _ => Figure.Missing(FigureGap.NoValue), _ => Figure.Missing(FigureGap.NoValue));

        Assert.Equal(
            GuardState.Unknown, Judge(-10, new ServiceGuard(measure, null, 0, 0)).Findings[0].State);
    }

    [Theory] // The cost is of the first period, the measure is read in the third.
    [InlineData(1, GuardState.Unknown, true)]
    [InlineData(2, GuardState.Unknown, true)]
    [InlineData(3, GuardState.Breached, false)]
    [InlineData(9, GuardState.Breached, false)]
    public void Judge_Lag_IsProvisionalUntilItHasPassed(int knownThrough, GuardState expected, bool isProvisional)
    {
        var table = Table(Value(Calls, "S", 1, 5), Value(Calls, "S", 3, 9));
        var budget = Table(Value(Calls, "S", 1, 5), Value(Calls, "S", 3, 5));
        var guard = new ServiceGuard(
            ServiceMeasure.Create(Calls, budget, table, Tree, new("S")), null, tolerance: 0, lagPeriods: 2);

        var judged = GuardedVariance.Judge(Variance(-10), Range(1, 1), P(knownThrough), Calendar, [guard]);

        Assert.Equal((expected, isProvisional), (judged.Findings[0].State, judged.IsProvisional));
    }

    [Theory] // Issue 11, point 10: without the 4 contacts of S2 the measure would be 5 against 9, and seem improved.
    [InlineData(true)]
    [InlineData(false)]
    public void Judge_OneOfSeveralCentersMissing_IsUnknownAndNamed(bool isActual)
    {
        KeyFigureValue[] all =
        [
            Value(Calls, "S11", 1, 5), Value(Calls, "S2", 1, 4), Value(Calls, "S11", 2, 5), Value(Calls, "S2", 2, 4),
        ];
        KeyFigureTable complete = Table(all);
        KeyFigureTable lacking = Table(all[..^1]);
        var guard = new ServiceGuard(
            ServiceMeasure.Create(Calls, isActual ? complete : lacking, isActual ? lacking : complete, Tree, new("S")),
            null,
            tolerance: 0,
            lagPeriods: 0);

        GuardFinding finding = GuardedVariance.Judge(
            Variance(-10), Range(2, 2), P(2), Calendar, [guard]).Findings[0];

        Assert.Equal(GuardState.Unknown, finding.State);
        Assert.Equal("contacts of S2 in 2026-P02", Assert.Single(finding.Missing).ToString());
        Assert.Empty(GuardedVariance.Judge(Variance(-10), Range(1, 1), P(1), Calendar, [guard]).Findings[0].Missing);
    }

    [Fact]
    public void Measure_ThatIsNeitherBetterNorWorse_IsRefused() =>
        Assert.Throws<ArgumentException>(() => Guard(KeyFigurePreference.Neutral, 1, 1));

    private static ServiceGuard Guard(
        KeyFigurePreference preference,
        decimal before,
        decimal after,
        decimal? bound = null,
        decimal tolerance = 0.1m) =>
        new(
            new ServiceMeasure(
                "measure", "", preference, _ => Figure.Of(Fraction.Of(before)), _ => Figure.Of(Fraction.Of(after))),
            bound,
            tolerance,
            lagPeriods: 0);

    private static VarianceNode Variance(decimal amount) =>
        VarianceNode.Leaf("cost", "cost", VarianceBasis.Cost, Fraction.Of(amount), "", []);

    private static GuardedVariance Judge(decimal amount, ServiceGuard guard) =>
        GuardedVariance.Judge(Variance(amount), Range(1, 1), P(1), Calendar, [guard]);
}
