using CostCenters.Reporting.Lines;
using CostCenters.Reports;

namespace CostCenters.Reporting.Sheets;

/// <summary>A table beside that of the report: what follows from other columns is a formula.</summary>
internal sealed class MoreSheet
{
    private readonly ReportFacts facts;
    private readonly MoreTable table;
    private readonly ReportLines lines;
    private readonly int names;

    public MoreSheet(ReportFacts facts, MoreTable table)
    {
        this.facts = facts;
        this.table = table;
        lines = table.Lines;
        names = (lines.ByCenter ? 2 : 0) + (lines.ByElement ? 2 : 0) + (lines.ByPeriod ? 1 : 0) + 1;
        SheetWriter.RequireRows(lines.Rows.Count, table.Title);
    }

    public void Write(Workbook book)
    {
        int depth = lines.Groups.Select(group => group.Depth).DefaultIfEmpty().Max();
        using SheetWriter sheet = book.Add(table.SheetName, Columns(), lines.ByCenter ? 2 : 0, depth);
        sheet.Heads(facts.Document.Title.Book, $"{table.Title}; {facts.Summary()}");
        foreach (LineGroup group in lines.Groups)
        {
            facts.Cancellation.ThrowIfCancellationRequested();
            for (int row = group.Start; row < group.Start + group.Count; row++)
            {
                WriteRow(sheet, group, row);
            }
        }

        sheet.Finish();
    }

    private SheetColumn[] Columns() =>
    [
        .. lines.ByCenter ? [SheetColumn.Text("Center", 13), SheetColumn.Text("Name", 36)] : Array.Empty<SheetColumn>(),
        .. lines.ByElement
            ? [SheetColumn.Text("Element", 12), SheetColumn.Text("Element name", 30)]
            : Array.Empty<SheetColumn>(),
        .. lines.ByPeriod ? [SheetColumn.Text("Period", 11)] : Array.Empty<SheetColumn>(),
        SheetColumn.Text("Measure", 10),
        .. table.Columns.Select(column => SheetColumn.Number(column.Name, column.Kind == MoreKind.Share ? 10 : 17)),
    ];

    private void WriteRow(SheetWriter sheet, LineGroup group, int row)
    {
        VarianceRow of = lines.Rows[row];
        sheet.Begin(group.Depth);
        if (lines.ByCenter)
        {
            sheet.Text(group.Code);
            string name = group.IsOwn ? $"(own) {group.Name}" : group.Name;
            sheet.Text(name, CellStyles.TextOf(name, group.Depth));
        }

        if (of.Element is { } element)
        {
            sheet.Text(element.Code.Value);
            sheet.Text(element.Name);
        }

        if (of.Period is { } period)
        {
            sheet.Text(period.ToString());
        }

        sheet.Text(ReportFacts.WordOf(of.Variance.Measure), CellStyles.Plain);
        foreach (MoreColumn column in table.Columns)
        {
            WriteCell(sheet, column, row);
        }

        sheet.End();
    }

    private void WriteCell(SheetWriter sheet, MoreColumn column, int row)
    {
        int style = column.Kind switch
        {
            MoreKind.Difference => CellStyles.Difference,
            MoreKind.Share => CellStyles.Share,
            _ => CellStyles.Amount,
        };
        if (column.Of(row) is decimal figure && column.Formula is { } formula)
        {
            string text = formula(
                sheet.Row,
                place => SheetColumn.LettersOf(names + place),
                facts.Comparison.Space.Scale.Digits);
            sheet.Formula(text, figure, style);
        }
        else
        {
            sheet.Number(column.Of(row), style);
        }
    }
}
