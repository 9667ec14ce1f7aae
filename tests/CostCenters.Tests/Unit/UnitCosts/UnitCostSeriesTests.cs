using CostCenters.Cubes;
using CostCenters.KeyFigures;
using CostCenters.Monetary;
using CostCenters.Structure;
using CostCenters.Support;
using CostCenters.UnitCosts;
using static CostCenters.Tests.Unit.KeyFigures.KeyFigureCases;
using static CostCenters.Tests.Unit.UnitCosts.UnitCostBook;

namespace CostCenters.Tests.Unit.UnitCosts;

public class UnitCostSeriesTests
{
    private static readonly CostScope Scope = CostScope.Below(Tree, new CenterCode("S1"), [Wages, Fees]);

    [Fact] // 100/10, then (100 + 50)/(10 + 40): a mean of the unit costs 10 and 1.25 would say 5.625.
    public void Compute_YearToDate_IsTheRatioOfTheSums()
    {
        var rows = Compute(1, 2);

        Assert.Equal([Fraction.Of(10), Fraction.Of(1.25m)], rows.Select(row => row.InPeriod.Value));
        Assert.Equal([Fraction.Of(10), Fraction.Of(3)], rows.Select(row => row.YearToDate.Value));
        Assert.All(rows, row => Assert.Equal(FigureGap.TooFewPeriods, row.MovingTwelve.Gap));
    }

    [Fact]
    public void Compute_NothingToDivideBy_SaysWhy()
    {
        var rows = Compute(1, 4);

        Assert.Equal([FigureGap.ZeroDivisor, FigureGap.NoValue], rows.Skip(2).Select(row => row.InPeriod.Gap));
        Assert.Equal(Fraction.Of(157) / Fraction.Of(50), rows[2].YearToDate.Value);
    }

    [Fact]
    public void Compute_RecordsFromTheMiddleOfTheYear_HaveNoYearToDate() =>
        Assert.All(Compute(2, 3), row => Assert.Equal(FigureGap.TooFewPeriods, row.YearToDate.Gap));

    [Fact]
    public void Compute_TwelvePeriods_HasAMovingFigureInTheLast()
    {
        var rows = Compute(1, 12);

        Assert.Equal(Fraction.Of(157) / Fraction.Of(50), rows[^1].MovingTwelve.Value);
        Assert.Equal(FigureGap.TooFewPeriods, rows[^2].MovingTwelve.Gap);
    }

    [Fact]
    public void Memo_BesideTheAccounts_ChangesNoCost()
    {
        var statement = MemoStatement.Create(Costs(), Scope, Range(1, 2),
        [
            new MemoPosting(P(1), new CenterCode("S11"), MemoKind.Lead, 500, ""),
            new MemoPosting(P(2), new CenterCode("S1"), MemoKind.Renewal, 70, ""),
            new MemoPosting(P(2), new CenterCode("S2"), MemoKind.Renewal, 1_000, ""),
            new MemoPosting(P(3), new CenterCode("S1"), MemoKind.Lead, 1_000, ""),
        ]);

        Assert.Equal(Fraction.Of(150), statement.Cost.Value);
        Assert.Equal((Fraction.Of(570), Fraction.Of(500)), (statement.MemoValue, statement.MemoValueOf(MemoKind.Lead)));
    }

    private static System.Collections.Immutable.ImmutableArray<UnitCostRow> Compute(int from, int through) =>
        UnitCostSeries.Compute(
            new UnitCostSource(
                Costs(),
                Scope,
                Table(
                    Value(Calls, "S11", 1, 10), Value(Calls, "S12", 1, 0), Value(Calls, "S11", 2, 0),
                    Value(Calls, "S12", 2, 40), Value(Calls, "S11", 3, 0), Value(Calls, "S12", 3, 0),
                    Value(Calls, "S2", 1, 1_000)),
                Calls,
                [new("S11"), new("S12")]),
            Range(from, through));

    // Revenue is taken off, rent and the center S2 do not count.
    private static Cube Costs() => UnitCostBook.Costs(
        ("S11", Wages, 1, 100), ("S12", Wages, 2, 60), ("S1", Fees, 2, 10), ("S1", Wages, 3, 7),
        ("S1", Rent, 1, 1_000), ("S2", Wages, 1, 1_000));
}
