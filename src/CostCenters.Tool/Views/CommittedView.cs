using System.Collections.Immutable;
using CostCenters.Cubes;
using CostCenters.Reports;
using CostCenters.Reports.Reading;
using CostCenters.Reports.Tables;

namespace CostCenters.Tool.Views;

/// <summary>The rows of a report with what is ordered and what is still available.</summary>
internal sealed class CommittedView : View
{
    private readonly VarianceReport report;
    private readonly CenterScope scope;
    private readonly ImmutableArray<OutlinedRow<CommittedRow>> rows;

    public CommittedView(VarianceReport report, ScreenTitle title, CenterScope scope, Cube committed)
        : base(title.Of("with open orders"))
    {
        this.report = report;
        this.scope = scope;
        rows = CommittedRow.CreateOutline(report, committed, scope);
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
            new DisplayColumn("committed", DisplayKind.Amount, Drop: 3),
            new DisplayColumn("available", DisplayKind.Amount));
        foreach ((CommittedRow row, bool isOwn) in rows.Select(line => (line.Row, line.IsOwn)))
        {
            table.Add(names.Of(row.Row, isOwn), row.Row.Variance, row.Committed, row.Available);
        }

        return Screen.Of(Title, table.Table, look);
    }
}
