using CostCenters.Reports;
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
            var table = ReportTable.Of(report, percentDigits: 2, MidpointRounding.AwayFromZero);

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
            ReportTable.Of(report, 1, MidpointRounding.ToEven).Columns
                .Select(column => (column.Name, column.Kind, column.Digits)));
    }

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
