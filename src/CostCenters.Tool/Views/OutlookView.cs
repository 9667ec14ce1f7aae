using System.Collections.Immutable;
using CostCenters.Calendars;
using CostCenters.Cubes;
using CostCenters.Reports;
using CostCenters.Reports.Reading;
using CostCenters.Reports.Tables;

namespace CostCenters.Tool.Views;

/// <summary>The rows of a year to date with the budget of the year, what remains of it, and the forecast.</summary>
internal sealed class OutlookView : View
{
    private readonly VarianceReport report;
    private readonly CenterScope scope;
    private readonly ImmutableArray<OutlinedRow<OutlookRow>> rows;

    /// <summary>Creates the view.</summary>
    /// <param name="report">The year to date.</param>
    /// <param name="title">Its title.</param>
    /// <param name="scope">Which centers are shown.</param>
    /// <param name="year">The periods of the year.</param>
    /// <param name="forecast">The actuals to date and what is expected after them.</param>
    public OutlookView(
        VarianceReport report, ScreenTitle title, CenterScope scope, FiscalPeriodRange year, Cube forecast)
        : base(title)
    {
        this.report = report;
        this.scope = scope;
        rows = OutlookRow.CreateOutline(report, year, forecast, scope);
    }

    protected override ReportTable TableOf(int percentDigits, MidpointRounding rounding) =>
        ReportTable.Create(report, rows.Where(row => !row.IsOwn).Select(row => row.Row), percentDigits, rounding);

    protected override ReportTable WithNames(ReportTable table) => table.WithNames(report);

    protected override IEnumerable<ScreenLine> Draw(ViewLook look)
    {
        var names = new RowNames(report, scope);
        var table = new FigureRows(
            names.Columns,
            report.Comparison,
            new DisplayColumn("year budget", DisplayKind.Amount, Drop: 5),
            new DisplayColumn("remaining", DisplayKind.Amount, Drop: 3),
            new DisplayColumn("forecast", DisplayKind.Amount, Drop: 6),
            new DisplayColumn("used %", DisplayKind.Share, Drop: 4));
        foreach ((OutlookRow row, bool isOwn) in rows.Select(line => (line.Row, line.IsOwn)))
        {
            table.Add(
                names.Of(row.Row, isOwn),
                row.Row.Variance,
                row.YearBudget,
                row.Remaining,
                row.Forecast,
                row.UsedPercent(NumberText.PercentDigits, MidpointRounding.AwayFromZero));
        }

        return Screen.Of(Title, table.Table, look);
    }
}
