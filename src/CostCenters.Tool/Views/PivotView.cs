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
    private readonly bool hasTotals;
    private readonly ImmutableArray<OutlinedRow<PivotRow>> rows;

    /// <summary>Creates the view.</summary>
    /// <param name="report">The report.</param>
    /// <param name="title">Its title.</param>
    /// <param name="scope">Which centers are shown.</param>
    /// <param name="figure">What the columns hold.</param>
    /// <param name="hasTotals">Whether files have totals, as the screen has.</param>
    public PivotView(
        VarianceReport report, ScreenTitle title, CenterScope scope, PivotFigure figure, bool hasTotals)
        : base(title.Of($"{NameOf(figure, report.Comparison)} by period"))
    {
        this.figure = figure;
        this.scope = scope;
        this.hasTotals = hasTotals;
        pivot = PeriodPivot.Create(report);
        rows = pivot.CreateOutline(scope);
    }

    protected override ReportTable TableOf(int percentDigits, MidpointRounding rounding)
    {
        var table = ReportTable.Create(pivot, rows.Where(row => !row.IsOwn).Select(row => row.Row), figure);
        if (!hasTotals)
        {
            return table;
        }

        PeriodPivot total = Total();
        return table.WithTotals(ReportTable.Create(total, total.Rows, figure));
    }

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
        foreach ((PivotRow row, bool isOwn) in rows.Select(line => (line.Row, line.IsOwn)))
        {
            Add(table, names.Of(row.Row, isOwn), row.Measure, row.Periods, row.Total);
        }

        if (pivot.Report.Dimensions != ReportDimensions.Center)
        {
            AddTotals(table, names);
        }

        return Screen.Of(Title, table, look);
    }

    private void AddTotals(DisplayTable table, RowNames names)
    {
        foreach (PivotRow row in Total().Rows)
        {
            Add(table, names.Word(ReportTable.Total), row.Measure, row.Periods, row.Total);
        }
    }

    private PeriodPivot Total() => PeriodPivot.Create(
        VarianceReport.Create(pivot.Report.Comparison, pivot.Report.Tree, ReportDimensions.None));

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
