using CostCenters.Calendars;
using CostCenters.Cubes;
using CostCenters.Reports;
using CostCenters.Structure;

namespace CostCenters.Tests.Unit.Reports;

public class StandingReportTests
{
    [Fact]
    public void Apply_AfterAnOverflowThatIsTakenBack_CountsEveryChangeOnce()
    {
        StandingReport standing = Standing(ReportDimensions.Center | ReportDimensions.Element);
        CellChange small = Change(Company.Salaries, 500);
        CellChange large = Change(Company.Freight, long.MaxValue);
        Assert.Throws<AmountOverflowException>(() => standing.Apply([small, large, large]));

        var rows = standing.Apply([small, Change(Company.Freight, -long.MaxValue)]);

        Assert.Equal(10m, rows.First(row => row.Element!.Code == Company.Salaries).Variance.Actual);
        Assert.Equal(standing.Rows, rows);
    }

    [Fact]
    public void Apply_PeriodThatTheCalendarLacks_Throws() =>
        Assert.Throws<ArgumentOutOfRangeException>(() =>
            Standing(ReportDimensions.Center).Apply([new CellChange(0, 0, Company.Calendar.OrdinalCount, 1)]));

    [Fact] // Issue 11, item 11: the report went stale with last year's figures as its other side.
    public void Apply_BaselineIsLastYearOfTheSameLedger_MovesTheBaseline()
    {
        var lastYear = new FiscalPeriodRange(new(2025, 1), new(2025, 12));
        var builder = new CubeBuilder(Company.Space);
        builder.Add(new(Company.North, Company.Freight, new(2025, 3)), 100m);
        var cube = builder.Build();
        var comparison = new Comparison(cube, lastYear, cube, VarianceReportTests.Range(1, 12));
        var tree = VarianceReportTests.Tree(month: 3);
        var change = new CellChange(
            Company.Space.Centers.IndexOf(Company.North),
            Company.Space.Elements.IndexOf(Company.Freight),
            Company.Calendar.OrdinalOf(new FiscalPeriod(2025, 4)),
            50_00);

        var fed = new StandingReport(comparison, tree, ReportDimensions.None, LedgerFeed.BothSides);
        var apart = new StandingReport(comparison, tree, ReportDimensions.None, LedgerFeed.Actual);

        Assert.Equal(150m, Assert.Single(fed.Apply([change])).Variance.Budget);
        Assert.Equal(150m, Assert.Single(fed.Rows).Variance.Budget);
        Assert.Empty(apart.Apply([change]));
        Assert.Equal(100m, Assert.Single(apart.Rows).Variance.Budget);
    }

    [Fact]
    public void In_NewCenterAndElement_TakesTheirChangesAndKeepsThoseBefore()
    {
        var standing = Standing(ReportDimensions.Center | ReportDimensions.Element);
        standing.Apply([Change(Company.Salaries, 5_00)]);
        var space = Company.Space.Extend(
            Company.Space.Centers.ToBuilder().Add(new("1110"), new("Depot", CenterKind.Cost, Company.North)).Build(),
            Company.Space.Elements.ToBuilder().Add(new CostElement(new("5000"), "", ElementNature.Cost)).Build());
        int center = space.Centers.IndexOf(new("1110"));
        int element = space.Elements.IndexOf(new("5000"));
        var late = new CellChange(center, element, Company.Calendar.OrdinalOf(Company.Period(4)), 7_00);
        Assert.Throws<ArgumentOutOfRangeException>(() => standing.Apply([late]));

        var extended = standing.In(space, space.Centers.TreeAsOf(Company.Day(3)));
        extended.Apply([late]);

        Assert.Equal(
            [
                "1000 5000 7", "1000 6000 5", "1100 5000 7", "1100 6000 5", "1110 5000 7",
            ],
            extended.Rows.Select(row => FormattableString.Invariant(
                $"{row.Center!.Value.Center} {row.Element!.Code} {row.Variance.Actual:0}")));
        Assert.Equal(2, standing.Rows.Count());
        Assert.Throws<CubeSpaceMismatchException>(() =>
            extended.In(Company.Space, Company.Space.Centers.TreeAsOf(Company.Day(3))));
        Assert.Throws<ArgumentOutOfRangeException>(() => new StandingReport(
            new Comparison(Company.Cube(), Company.Cube(), VarianceReportTests.Range(1, 12)),
            VarianceReportTests.Tree(month: 3),
            ReportDimensions.None,
            (LedgerFeed)2));
    }

    private static StandingReport Standing(ReportDimensions dimensions)
    {
        var nothing = Cube.Empty(Company.Space);
        return new StandingReport(
            new Comparison(nothing, nothing, VarianceReportTests.Range(1, 12)),
            VarianceReportTests.Tree(month: 3),
            dimensions,
            LedgerFeed.Actual);
    }

    private static CellChange Change(ElementCode element, long amount) =>
        new(
            Company.Space.Centers.IndexOf(Company.North),
            Company.Space.Elements.IndexOf(element),
            Company.Calendar.OrdinalOf(Company.Period(3)),
            amount);
}
