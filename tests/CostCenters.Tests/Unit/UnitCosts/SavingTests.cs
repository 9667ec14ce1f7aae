using CostCenters.KeyFigures;
using CostCenters.Monetary;
using CostCenters.Support;
using CostCenters.UnitCosts.Savings;
using static CostCenters.Tests.Unit.KeyFigures.KeyFigureCases;

namespace CostCenters.Tests.Unit.UnitCosts;

public class SavingTests
{
    // Two contacts for each customer before; 3 EUR a contact; 700 EUR to build and 20 EUR a period to run.
    private static readonly Improvement Dialog = new(
        "dialog", P(3), Range(1, 2), Calls, Customers, expectedReduction: 0.25m, costPerUnit: 3,
        investment: 700, runningCost: 20);

    private static readonly KeyFigureTable Figures = Table(
        Value(Calls, "S", 1, 150), Value(Customers, "S", 1, 90),
        Value(Calls, "S", 2, 250), Value(Customers, "S", 2, 110),
        Value(Calls, "S", 3, 260), Value(Customers, "S", 3, 200),
        Value(Calls, "S", 4, 120), Value(Customers, "S", 4, 150),
        Value(Calls, "S", 5, 100));

    [Fact] // 200 customers would have come 400 times and came 260 times, 60 times more than in a mean period before.
    public void Measure_BusierPeriod_IsSeparatedFromVolume()
    {
        var row = SavingReport.Create(Dialog, Figures, [new("S")], P(5)).Rows[0];

        Assert.Equal((Fraction.Of(140), Fraction.Of(100)), (row.Avoided.Value, row.ExpectedAvoided.Value));
        Assert.Equal(Fraction.Of(400), row.NetSaving.Value);
        Assert.Equal(Fraction.Of(180), row.Change!.Amount);
        Assert.Equal(
            (Fraction.Of(600), Fraction.Of(-420)), (row.Change["volume"].Amount, row.Change["improvement"].Amount));
    }

    [Fact] // 400 + (300 - 120) x 3 - 20 = 920 reaches 700 in the second period.
    public void Measure_Savings_PayBack()
    {
        var report = SavingReport.Create(Dialog, Figures, [new("S")], P(5));

        Assert.Equal((P(4), 2), (report.PaidBackIn!.Value, report.PaybackPeriods!.Value));
        Assert.Null(SavingReport.Create(Dialog, Figures, [new("S")], P(3)).PaidBackIn);
    }

    [Fact]
    public void Measure_PeriodWithoutVolume_HasNoSaving()
    {
        var row = SavingReport.Create(Dialog, Figures, [new("S")], P(5)).Rows[2];

        Assert.Equal((FigureGap.NoValue, Fraction.Of(920)), (row.NetSaving.Gap, row.Cumulative));
        Assert.Null(row.Change);
    }

    [Fact] // Expected are 100 and 75 fewer contacts, realised 140 and 180; 700 EUR of volume were no saving.
    public void Measure_AllPeriods_ComeToATotal()
    {
        var report = SavingReport.Create(Dialog, Figures, [new("S")], P(5));

        Assert.Equal((Fraction.Of(320), Fraction.Of(175)), (report.Realised.Numerator, report.Realised.Denominator));
        Assert.Equal((Fraction.Of(920), Fraction.Of(485)), (report.NetSaving.Value, report.ExpectedNetSaving.Value));
        Assert.Equal(
            (Fraction.Of(900), Fraction.Of(-960)),
            (report.Change!["volume"].Amount, report.Change["improvement"].Amount));
    }

    [Fact] // 1.5 calls for each head before: 40 heads would have called 60 times, and called 50 times.
    public void Measure_VolumeThatIsAStock_IsReadPeriodByPeriod()
    {
        var improvement = new Improvement(
            "dialog", P(4), Range(1, 3), Calls, Heads, expectedReduction: 0.5m, costPerUnit: 2, 0, 0);
        KeyFigureTable table = Table(
            Value(Calls, "S", 1, 20), Value(Heads, "S", 1, 20), Value(Calls, "S", 2, 40), Value(Heads, "S", 2, 20),
            Value(Calls, "S", 3, 1_000), Value(Calls, "S", 4, 50), Value(Heads, "S", 4, 40));

        var row = SavingReport.Create(improvement, table, [new("S")], P(4)).Rows[0];

        Assert.Equal((Fraction.Of(10), Fraction.Of(30)), (row.Avoided.Value, row.ExpectedAvoided.Value));
        Assert.Equal(Fraction.Of(40), row.Change!.Amount);
    }

    // Each value in turn is not recorded; what names it, and the savings of both periods: with 2 contacts a customer
    // they are 140 x 3 - 20 and 180 x 3 - 20; P02 alone has 25/11 of them, P01 alone 5/3.
    public static TheoryData<string, int, string, string> Missing => new()
    {
        { "", 0, "", "400 520" },
        { "contacts", 1, "contacts in 2026-P01", "6200/11 7070/11" },
        { "customers", 2, "customers in 2026-P02", "200 370" },
        { "contacts", 3, "contacts in 2026-P03", "- 520" },
        { "customers", 4, "customers in 2026-P04", "400 -" },
    };

    [Theory] // Issue 11, point 10: periods that lack a figure were left out without a word.
    [MemberData(nameof(Missing))]
    public void Measure_EachValueMissing_IsNamed(string figure, int period, string expected, string savings)
    {
        KeyFigureValue[] all =
        [
            Value(Calls, "S", 1, 150), Value(Customers, "S", 1, 90), Value(Calls, "S", 2, 250),
            Value(Customers, "S", 2, 110), Value(Calls, "S", 3, 260), Value(Customers, "S", 3, 200),
            Value(Calls, "S", 4, 120), Value(Customers, "S", 4, 150),
        ];
        var report = SavingReport.Create(
            Dialog,
            Table(all.Where(value => value.KeyFigure.Value != figure || value.Period.Number != period)),
            [new("S")],
            P(4));

        Assert.Equal(expected, string.Join("; ", report.Missing));
        Assert.Equal(
            savings, string.Join(" ", report.Rows.Select(row => row.NetSaving.Value?.ToString() ?? "-")));
    }

    [Fact] // S2 had contacts in P01 and has none recorded in P03; S11 begins in P03 and lacks nothing before.
    public void Measure_OneOfSeveralCentersMissing_IsNamedAndHasNoSaving()
    {
        var report = SavingReport.Create(
            Dialog,
            Table(
                Value(Calls, "S", 1, 150), Value(Calls, "S2", 1, 10), Value(Customers, "S", 1, 80),
                Value(Calls, "S", 2, 150), Value(Calls, "S2", 2, 10), Value(Customers, "S", 2, 80),
                Value(Calls, "S", 3, 150), Value(Calls, "S11", 3, 5), Value(Customers, "S", 3, 80)),
            [new("S"), new("S2"), new("S11"), new("S12")],
            P(3));

        Assert.Equal("contacts of S2 in 2026-P03", Assert.Single(report.Missing).ToString());
        Assert.Equal(FigureGap.Incomplete, report.Rows[0].NetSaving.Gap);
        Assert.Null(report.Change);
    }

    [Fact] // Nothing was invested, and the first period has no figures: there is nothing to pay back, and no period.
    public void Measure_NothingInvested_IsPaidBackInNoPeriod()
    {
        var free = new Improvement("dialog", P(3), Range(1, 2), Calls, Customers, 0.25m, 3, investment: 0, 0);

        Assert.Null(SavingReport.Create(free, Table(Value(Calls, "S", 3, 9)), [new("S")], P(4)).PaidBackIn);
        Assert.Null(SavingReport.Create(free, Figures, [new("S")], P(4)).PaybackPeriods);
    }

    [Fact]
    public void Measure_NothingInTheBaseline_SaysWhy()
    {
        var report = SavingReport.Create(Dialog, Table(Value(Calls, "S", 3, 9)), [new("S")], P(3));

        Assert.Equal((FigureGap.NoValue, null), (report.NetSaving.Gap, report.Change));
        Assert.Null(report.Realised.Value);
    }

    [Fact]
    public void Improvement_BaselineThatReachesTheStart_IsRefused() =>
        Assert.Throws<ArgumentException>(() => new Improvement("x", P(3), Range(1, 3), Calls, Customers, 0, 0, 0, 0));

    [Fact] // 1,000 sessions at 0.10, of which 300 ended on the phone all the same, at 8.
    public void Deflection_CountsOnlyWhoDidNotComeBack() =>
        Assert.Equal(Fraction.Of(-5_500), Deflection.Analyze(1_000, 300, 8, 0.1m).Amount);

    [Fact]
    public void Deflection_MoreComeBackThanCame_IsRefused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Deflection.Analyze(1, 2, 8, 0.1m));
}
