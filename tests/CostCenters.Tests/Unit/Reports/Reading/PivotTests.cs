using CostCenters.Reports;
using CostCenters.Reports.Reading;
using CostCenters.Reports.Tables;

namespace CostCenters.Tests.Unit.Reports.Reading;

/// <summary>Sales of the head office in January alone, costs of North in January and February.</summary>
public class PivotTests
{
    private static readonly Comparison Compared = new(
        Company.Cube(
            (Company.Head, Company.Sales, 1, 500m),
            (Company.North, Company.Salaries, 1, 100m),
            (Company.North, Company.Salaries, 2, 100m)),
        Company.Cube(
            (Company.Head, Company.Sales, 1, 450m),
            (Company.North, Company.Salaries, 1, 90m),
            (Company.North, Company.Salaries, 2, 120.5m)),
        new(Company.Period(1), Company.Period(3)));

    [Theory] // The margin of February is what its costs leave, -120.50; March has nothing.
    [InlineData(PivotFigure.Actual, "90.00,120.50,,210.50", "450.00,,,450.00", "360.00,-120.50,,239.50")]
    [InlineData(PivotFigure.Budget, "100.00,100.00,,200.00", "500.00,,,500.00", "400.00,-100.00,,300.00")]
    [InlineData(PivotFigure.Difference, "-10.00,20.50,,10.50", "-50.00,,,-50.00", "-40.00,-20.50,,-60.50")]
    public void Table_OfAFigure_HasPeriodsSideBySide(PivotFigure figure, string cost, string revenue, string margin)
    {
        ReportTable table = TableOf(figure);

        Assert.Equal(
            ["center", "measure", "2026-P01", "2026-P02", "2026-P03", "total"],
            table.Columns.Select(column => column.Name));
        Assert.Equal(
            [$"1000,cost,{cost}", $"1000,revenue,{revenue}", $"1000,margin,{margin}", $"1100,cost,{cost}"],
            ReportTableTexts.Of(table));
    }

    [Fact]
    public void WithTotals_OfFewerDimensions_StandBehindTheRows()
    {
        VarianceReport report = ReportOf(ReportDimensions.Center | ReportDimensions.Element);
        ReportTable totals = ReportTable.Create(ReportOf(ReportDimensions.None), 1, MidpointRounding.ToEven);

        ReportTable table = ReportTable.Create(report, report.Rows.Take(1), 1, MidpointRounding.ToEven)
            .WithTotals(totals)
            .WithNames(report);

        Assert.Equal(
            [
                "1000,Head office,4000,Sales,revenue,500.00,450.00,-50.00,-10.0,unfavorable",
                "total,total,,,cost,200.00,210.50,10.50,5.2,unfavorable",
                "total,total,,,revenue,500.00,450.00,-50.00,-10.0,unfavorable",
                "total,total,,,margin,300.00,239.50,-60.50,-20.2,unfavorable",
            ],
            ReportTableTexts.Of(table));
        Assert.Throws<ArgumentException>("totals", () => table.WithTotals(table));
    }

    [Fact]
    public void Create_OfAReportByPeriod_Throws() => Assert.Throws<ArgumentException>(
        "report", () => PeriodPivot.Create(ReportOf(ReportDimensions.Period)));

    [Fact]
    public void Names_AndTexts_StandBesideCodesAndBehindAll()
    {
        VarianceReport report = ReportOf(ReportDimensions.Center | ReportDimensions.Element);

        ReportTable table = ReportTable.Create(report, report.Rows.Skip(1).Take(1), 1, MidpointRounding.ToEven)
            .WithNames(report)
            .WithTexts([new("currency", "EUR"), new("version", "plan")]);

        Assert.Equal(
            "center,center_name,element,element_name,measure,budget,actual,difference,percent,outcome,currency,version",
            string.Join(',', table.Columns.Select(column => column.Name)));
        Assert.Equal(
            ["1000,Head office,6000,Salaries,cost,200.00,210.50,10.50,5.2,unfavorable,EUR,plan"],
            ReportTableTexts.Of(table));
    }

    [Fact]
    public void Names_OfOtherRows_AreTheirWord()
    {
        VarianceReport report = ReportOf(ReportDimensions.Center);
        MaterialRows material = MaterialRows.Create(report, new Materiality(1_000m, null));

        Assert.Equal(
            "other,other,cost,200.00,210.50,10.50,5.2,unfavorable",
            ReportTableTexts.Of(ReportTable.Create(report, material, 1, MidpointRounding.ToEven).WithNames(report))
                .First());
    }

    [Fact]
    public void Scope_OfSomeLevels_ShowsNoDeeperCenters()
    {
        var tree = Company.Space.Centers.TreeAsOf(Company.Day(7));
        var two = new CenterScope(tree, Company.Head, 2);
        var north = new CenterScope(tree, Company.North, null);

        // From July on South stands below North.
        Assert.Equal(
            ["1000", "1100", "1300"],
            tree.Nodes.Where(node => two.Shows(node)).Select(node => node.Center.Code.Value));
        Assert.Equal(
            ["1100", "1200"], tree.Nodes.Where(node => north.Shows(node)).Select(node => node.Center.Code.Value));
        Assert.True(two.Shows(null));
        Assert.Equal(1, north.TopDepth);
        Assert.Throws<ArgumentOutOfRangeException>("levels", () => new CenterScope(tree, null, 0));
    }

    private static ReportTable TableOf(PivotFigure figure)
    {
        var pivot = PeriodPivot.Create(ReportOf(ReportDimensions.Center));
        return ReportTable.Create(pivot, pivot.Rows, figure);
    }

    private static VarianceReport ReportOf(ReportDimensions dimensions) =>
        VarianceReport.Create(Compared, Company.Space.Centers.TreeAsOf(Company.Day(3)), dimensions);
}
