using System.Collections.Immutable;
using CostCenters.Calendars;
using CostCenters.Explanations;
using CostCenters.Reports;
using CostCenters.Reports.Reading;
using CostCenters.Reports.Tables;

namespace CostCenters.Tool.Views;

/// <summary>One figure of a report with its periods side by side, and their total.</summary>
internal sealed class PivotView : View
{
    private readonly PeriodPivot pivot;
    private readonly PivotFigure figure;
    private readonly CenterScope scope;
    private readonly ImmutableArray<PivotRow> rows;

    public PivotView(VarianceReport report, ScreenTitle title, CenterScope scope, PivotFigure figure)
        : base(title.Of($"{NameOf(figure, report.Comparison)} by period"))
    {
        this.figure = figure;
        this.scope = scope;
        pivot = PeriodPivot.Create(report);
        rows = [.. pivot.Rows.Where(row => scope.Shows(row.Center))];
    }

    protected override ReportTable TableOf(int percentDigits, MidpointRounding rounding) =>
        ReportTable.Create(pivot, rows, figure);

    protected override ReportTable WithNames(ReportTable table) => table.WithNames(pivot.Report);

    protected override IEnumerable<ScreenLine> Draw(ViewLook look)
    {
        var names = new RowNames(pivot.Report, scope);
        DisplayKind kind = figure == PivotFigure.Difference ? DisplayKind.Difference : DisplayKind.Amount;
        bool isOneYear = pivot.Periods[0].Year == pivot.Periods[^1].Year;
        var table = new DisplayTable(
        [
            .. names.Columns,
            new("measure", DisplayKind.Word),
            .. pivot.Periods.Select(period => new DisplayColumn(HeadingOf(period, isOneYear), kind)),
            new("total", kind),
        ]);
        foreach (PivotRow row in rows)
        {
            Add(table, names.Of(row.Row), row.Measure, row.Periods, row.Total);
        }

        if (pivot.Report.Dimensions != ReportDimensions.Center)
        {
            AddTotals(table, names);
        }

        return Screen.Of(Title, table, look);
    }

    private void AddTotals(DisplayTable table, RowNames names)
    {
        VarianceReport total = VarianceReport.Create(
            pivot.Report.Comparison, pivot.Report.Tree, ReportDimensions.None);
        foreach (PivotRow row in PeriodPivot.Create(total).Rows)
        {
            Add(table, names.Word("total"), row.Measure, row.Periods, row.Total);
        }
    }

    private void Add(
        DisplayTable table,
        IEnumerable<string> names,
        Measure measure,
        ImmutableArray<Variance?> periods,
        Variance total) =>
        table.Add(
        [
            .. names.Select(name => (DisplayCell)name),
            measure.ToString().ToLowerInvariant(),
            .. periods.Append(total).Select(CellOf),
        ]);

    private DisplayCell CellOf(Variance? variance) =>
        figure switch
        {
            PivotFigure.Budget => DisplayCell.Of(variance?.Budget),
            PivotFigure.Actual => DisplayCell.Of(variance?.Actual),
            _ => DisplayCell.Of(variance?.Difference, variance?.Outcome),
        };

    /// <summary>The year of the periods stands in the title already.</summary>
    private static string HeadingOf(FiscalPeriod period, bool isOneYear) =>
        isOneYear ? period.ToString()[^3..] : period.ToString();

    private static string NameOf(PivotFigure figure, Comparison comparison) =>
        figure switch
        {
            PivotFigure.Budget => comparison.BudgetName,
            PivotFigure.Actual => comparison.ActualName,
            _ => "difference",
        };
}
