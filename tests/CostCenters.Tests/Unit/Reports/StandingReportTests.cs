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

    private static StandingReport Standing(ReportDimensions dimensions)
    {
        var nothing = Cube.Empty(Company.Space);
        return new StandingReport(
            new Comparison(nothing, nothing, VarianceReportTests.Range(1, 12)),
            VarianceReportTests.Tree(month: 3),
            dimensions);
    }

    private static CellChange Change(ElementCode element, long amount) =>
        new(
            Company.Space.Centers.IndexOf(Company.North),
            Company.Space.Elements.IndexOf(element),
            Company.Calendar.OrdinalOf(Company.Period(3)),
            amount);
}
