using System.Collections.Immutable;
using CostCenters.Csv;
using CostCenters.Cubes;
using CostCenters.Reports.Reading;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace CostCenters.Samples.VarianceReport;

/// <summary>The rows of a report with what is ordered and what is still available.</summary>
internal sealed class CommittedView : View
{
    private readonly Reports.VarianceReport report;
    private readonly ImmutableArray<CommittedRow> rows;
    private readonly int digits;

    public CommittedView(Reports.VarianceReport report, string title, Cube committed)
    {
        this.report = report;
        Title = $"{title}: with open orders";
        rows = CommittedRow.Of(report, committed);
        digits = report.Comparison.Space.Scale.Digits;
    }

    protected override string Title { get; }

    protected override IReadOnlyList<string> Columns => CommittedRowsCsv.Columns(report.Dimensions);

    protected override IEnumerable<IReadOnlyList<string?>> Rows =>
        rows.Select(row => CommittedRowsCsv.Cells(row, digits));

    protected override void WriteCsv(Stream stream) => CommittedRowsCsv.Write(report, rows, stream);

    protected override IRenderable Draw()
    {
        int dimensions = Columns.Count - FigureTable.Columns - 2;
        Table table = FigureTable.New(Columns.Take(dimensions));
        foreach (string column in Columns.Skip(Columns.Count - 2))
        {
            table.AddColumn(new TableColumn(column).RightAligned().NoWrap());
        }

        foreach (CommittedRow row in rows)
        {
            IEnumerable<string> names = CommittedRowsCsv.Cells(row, digits).Take(dimensions)
                .Select(cell => Terminal.Escape(Printable.Short(cell ?? "")));
            table.AddRow(
            [
                .. names,
                .. FigureTable.Cells(row.Row.Variance, digits),
                row.Committed is decimal committed ? FigureTable.Number(committed, digits) : "",
                row.Available is decimal available ? FigureTable.Number(available, digits) : "",
            ]);
        }

        return FigureTable.OrNothing(table);
    }
}
