using CostCenters.Reporting.Lines;

namespace CostCenters.Reporting.Sheets;

/// <summary>A table beside that of the report: what follows from other columns is a formula.</summary>
internal sealed class MoreSheet
{
    private readonly ReportFacts facts;
    private readonly MoreTable table;
    private readonly ReportLines lines;
    private readonly NameColumns names;

    public MoreSheet(ReportFacts facts, MoreTable table)
    {
        this.facts = facts;
        this.table = table;
        lines = table.Lines;
        names = new NameColumns(lines);
        SheetWriter.RequireRows(lines.Rows.Count, table.Title);
    }

    public void Write(Workbook book)
    {
        int depth = lines.Groups.Select(group => group.Depth).DefaultIfEmpty().Max();
        using SheetWriter sheet = book.Add(table.SheetName, Columns(), names.Frozen, depth);
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
        .. names.Columns,
        .. table.Columns.Select(column => SheetColumn.Number(column.Name, column.Kind == MoreKind.Share ? 10 : 17)),
    ];

    private void WriteRow(SheetWriter sheet, LineGroup group, int row)
    {
        names.Begin(sheet, group, lines.Rows[row]);
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
                place => SheetColumn.LettersOf(names.Count + place),
                facts.Comparison.Space.Scale.Digits);
            sheet.Formula(text, figure, style);
        }
        else
        {
            sheet.Number(column.Of(row), style);
        }
    }
}
