using CostCenters.Calendars;
using CostCenters.Cubes;
using CostCenters.Reports;
using CostCenters.Reports.Reading;
using CostCenters.Reports.Tables;

namespace CostCenters.Tests.Unit.Reports.Reading;

/// <summary>The year of North: 100 of salaries budgeted in each of three periods, 90 and 120 spent in two of them.
/// </summary>
public class OutlookTests
{
    private static readonly FiscalPeriodRange Year = new(Company.Period(1), Company.Period(12));

    private static readonly Comparison ToDate = new(
        Company.Cube(
            (Company.North, Company.Salaries, 1, 100m),
            (Company.North, Company.Salaries, 2, 100m),
            (Company.North, Company.Salaries, 3, 100m),
            (Company.South, Company.Freight, 3, 40m)),
        Company.Cube((Company.North, Company.Salaries, 1, 90m), (Company.North, Company.Salaries, 2, 120m)),
        new(Company.Period(1), Company.Period(2)));

    // Expected after the two periods: the budget of the third.
    private static readonly Cube Forecast = Company.Cube(
        (Company.North, Company.Salaries, 1, 90m),
        (Company.North, Company.Salaries, 2, 120m),
        (Company.North, Company.Salaries, 3, 100m),
        (Company.South, Company.Freight, 3, 40m));

    [Fact]
    public void Create_OfAYear_TellsBudgetRestForecastAndShare()
    {
        Assert.Equal(
            [
                "1000,cost,200.00,210.00,10.00,5.0,unfavorable,340.00,130.00,350.00,61.8",
                "1100,cost,200.00,210.00,10.00,5.0,unfavorable,300.00,90.00,310.00,70.0",
                "1200,cost,,0.00,0.00,,neutral,40.00,40.00,40.00,0.0",
            ],
            ReportTableTexts.Of(TableOf(ReportDimensions.Center)));
    }

    [Fact]
    public void Columns_OfAnOutlook_StandBehindThoseOfTheReport() =>
        Assert.Equal(
            ["year_budget", "remaining", "forecast", "used_percent"],
            TableOf(ReportDimensions.Element).Columns.TakeLast(4).Select(column => column.Name));

    [Fact]
    public void UsedPercent_WithoutABudget_IsAbsent()
    {
        var report = ReportOf(ReportDimensions.Center);
        var rows = OutlookRow.Create(
            VarianceReport.Create(
                new Comparison(Company.Cube(), ToDate.Actual, new(Company.Period(1), Company.Period(2))),
                report.Tree,
                ReportDimensions.Center),
            Year,
            Forecast);

        Assert.All(rows, row =>
        {
            Assert.Null(row.YearBudget);
            Assert.Null(row.Remaining);
            Assert.Null(row.UsedPercent(1, MidpointRounding.ToEven));
        });
    }

    [Fact]
    public void Create_ByPeriodOrOfAnotherYear_Throws()
    {
        Assert.Throws<ArgumentException>("report", () => OutlookRow.Create(
            ReportOf(ReportDimensions.Period), Year, Forecast));
        Assert.Throws<ArgumentException>("report", () => OutlookRow.Create(
            ReportOf(ReportDimensions.Center), new(Company.Period(2), Company.Period(12)), Forecast));
    }

    private static ReportTable TableOf(ReportDimensions dimensions)
    {
        VarianceReport report = ReportOf(dimensions);
        return ReportTable.Create(
            report, OutlookRow.Create(report, Year, Forecast), 1, MidpointRounding.AwayFromZero);
    }

    private static VarianceReport ReportOf(ReportDimensions dimensions) =>
        VarianceReport.Create(ToDate, Company.Space.Centers.TreeAsOf(Company.Day(3)), dimensions);
}
