using System.Collections.Immutable;
using CostCenters.Cubes;
using CostCenters.Reports.Reading;
using CostCenters.Reports.Tables;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace CostCenters.Samples.VarianceReport;

/// <summary>The rows of a report with what is ordered and what is still available.</summary>
internal sealed class CommittedView : View
{
    private const int OrderColumns = 2;

    private readonly Reports.VarianceReport report;
    private readonly ImmutableArray<CommittedRow> rows;

    public CommittedView(Reports.VarianceReport report, string title, Cube committed)
    {
        this.report = report;
        Title = $"{title}: with open orders";
        rows = CommittedRow.Create(report, committed);
    }

    protected override string Title { get; }

    protected override ReportTable TableOf(int percentDigits) =>
        ReportTable.Create(report, rows, percentDigits, MidpointRounding.AwayFromZero);

    protected override IRenderable Draw(ReportTable table)
    {
        int dimensions = table.Columns.Length - FigureTable.Columns - OrderColumns;
        Table drawn = FigureTable.New(table.Columns.Take(dimensions).Select(column => column.Name), report.Comparison);
        foreach (ReportColumn column in table.Columns.TakeLast(OrderColumns))
        {
            drawn.AddColumn(new TableColumn(column.Name).RightAligned().NoWrap());
        }

        foreach (ReportCell[] row in table.Rows())
        {
            IEnumerable<string> names = row.Take(dimensions)
                .Select((cell, place) => Terminal.Escape(Printable.Short(table.Columns[place].TextOf(cell) ?? "")));
            IEnumerable<string> orders = row.TakeLast(OrderColumns).Zip(
                table.Columns.TakeLast(OrderColumns),
                (cell, column) => column.NumberOf(cell) is decimal amount
                    ? FigureTable.Number(amount, column.Digits)
                    : "");
            drawn.AddRow([.. names, .. FigureTable.Cells(table, row, dimensions), .. orders]);
        }

        return FigureTable.OrNothing(drawn);
    }
}
