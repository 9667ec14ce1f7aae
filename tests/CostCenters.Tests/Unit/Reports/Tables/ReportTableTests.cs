using CostCenters.Explanations;
using CostCenters.Reports;
using CostCenters.Reports.Reading;
using CostCenters.Reports.Tables;

namespace CostCenters.Tests.Unit.Reports.Tables;

public class ReportTableTests
{
    private static readonly Comparison Compared = new(
        Company.Cube((Company.North, Company.Freight, 1, 300m), (Company.North, Company.Sales, 2, 0m)),
        Company.Cube((Company.North, Company.Freight, 1, 200.05m), (Company.South, Company.Freight, 3, -7m)),
        new(Company.Period(1), Company.Period(3)));

    [Fact]
    public void Rows_ByAnyDimensions_AreThoseOfTheReport()
    {
        for (int dimensions = 0; dimensions < 8; dimensions++)
        {
            var report = VarianceReport.Create(
                Compared, Company.Space.Centers.TreeAsOf(Company.Day(3)), (ReportDimensions)dimensions);
            var table = ReportTable.Create(report, percentDigits: 2, MidpointRounding.AwayFromZero);

            Assert.Equal(report.Rows.Select(Texts), Rows(table));
        }
    }

    [Fact]
    public void Columns_OfAReportByCenterAndPeriod_HaveNamesKindsAndDecimals()
    {
        var report = VarianceReport.Create(
            Compared,
            Company.Space.Centers.TreeAsOf(Company.Day(3)),
            ReportDimensions.Center | ReportDimensions.Period);

        Assert.Equal(
            [
                ("center", ReportColumnKind.Code, 0), ("period", ReportColumnKind.Period, 0),
                ("measure", ReportColumnKind.Measure, 0), ("budget", ReportColumnKind.Amount, 2),
                ("actual", ReportColumnKind.Amount, 2), ("difference", ReportColumnKind.Amount, 2),
                ("percent", ReportColumnKind.Percent, 1), ("outcome", ReportColumnKind.Outcome, 0),
            ],
            ReportTable.Create(report, 1, MidpointRounding.ToEven).Columns
                .Select(column => (column.Name, column.Kind, column.Digits)));
    }

    [Fact]
    public void Rows_OfMaterialRows_EndWithWhatTheyLeaveOut()
    {
        VarianceReport report = ByCenterAndPeriod();
        MaterialRows material = MaterialRows.Create(report, new Materiality(50m, null));

        // Freight of North, and of the head office above it: 300 planned, 200.05 spent. Left out: 7.00 of South taken
        // back, and no revenue.
        Assert.Equal(
            [
                "1000,2026-P01,cost,300.00,200.05,-99.95,-33.32,favorable",
                "1100,2026-P01,cost,300.00,200.05,-99.95,-33.32,favorable",
                "other,,cost,,-7.00,-7.00,,favorable",
                "other,,revenue,0.00,0.00,0.00,,neutral",
            ],
            Rows(ReportTable.Create(report, material, 2, MidpointRounding.AwayFromZero)));
    }

    [Fact]
    public void Of_OtherRowsWithoutADimension_Throws()
    {
        var report = VarianceReport.Create(
            Compared, Company.Space.Centers.TreeAsOf(Company.Day(3)), ReportDimensions.None);
        MaterialRows material = MaterialRows.Create(report, new Materiality(1_000m, null));

        Assert.Throws<ArgumentException>(
            "report", () => ReportTable.Create(report, material, 2, MidpointRounding.ToEven));
    }

    [Fact]
    public void Rows_OfTheLargestLeaves_AreInTheirOrder()
    {
        VarianceReport report = ByCenterAndPeriod();

        Assert.Equal(
            [
                "1100,2026-P01,cost,300.00,200.05,-99.95,-33.3,favorable",
                "1200,2026-P03,cost,,-7.00,-7.00,,favorable",
            ],
            Rows(ReportTable.Create(
                report, VarianceRanking.Create(report).Leaves.Take(2), 1, MidpointRounding.ToEven)));
    }

    [Fact]
    public void Rows_OfABridge_BeginWithTheBudgetAndEndWithTheActual()
    {
        var bridge = Bridge.Create(ByCenterAndPeriod(), ReportDimensions.Period, Measure.Cost);

        Assert.Equal(
            [
                "budget,300.00,300.00", "2026-P01,-99.95,200.05", "2026-P03,-7.00,193.05", "actual,193.05,193.05",
            ],
            Rows(ReportTable.Create(bridge)));
    }

    [Fact]
    public void NumberOf_CellOfTexts_Throws()
    {
        var table = ReportTable.Create(ByCenterAndPeriod(), 2, MidpointRounding.ToEven);

        Assert.Throws<InvalidOperationException>(() => table.Columns[0].NumberOf(default));
        Assert.Equal(0m, table.Columns[3].NumberOf(default));
    }

    private static VarianceReport ByCenterAndPeriod() => VarianceReport.Create(
        Compared,
        Company.Space.Centers.TreeAsOf(Company.Day(3)),
        ReportDimensions.Center | ReportDimensions.Period);

    private static string Texts(VarianceRow row) => string.Join(
        ",",
        new object?[]
        {
            row.Center?.Center.Code, row.Element?.Code, row.Period, row.Variance.Measure.ToString().ToLowerInvariant(),
        }.Where(cell => cell is not null).Concat(
        [
            Number(row.Variance.Budget),
            Number(row.Variance.Actual),
            Number(row.Variance.Difference),
            Number(row.Variance.Percent(2, MidpointRounding.AwayFromZero)),
            row.Variance.Outcome.ToString().ToLowerInvariant(),
        ]));

    private static string? Number(decimal? value) =>
        value?.ToString("F2", System.Globalization.CultureInfo.InvariantCulture);

    private static IEnumerable<string> Rows(ReportTable table)
    {
        ReportTableReader reader = table.NewReader();
        for (int block = 0; block < table.BlockCount; block++)
        {
            reader.Load(block);
            for (int row = 0; row < reader.RowCount; row++)
            {
                yield return string.Join(
                    ",", reader.Row(row).ToArray().Zip(table.Columns, (cell, column) => column.TextOf(cell)));
            }
        }
    }
}
