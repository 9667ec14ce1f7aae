using CostCenters.Reporting.Documents;
using CostCenters.Reporting.Lines;
using CostCenters.Reports;
using NodaTime;

namespace CostCenters.Reporting.Sheets;

/// <summary>The sheets of what does not fit, of what was not accepted, and of how the report was asked for.</summary>
internal sealed class ListSheets(ReportFacts facts)
{
    private const int MostItems = SheetWriter.MostRows - SheetWriter.HeadRow - 2;
    private const decimal MostExact = 999_999_999_999_999m;

    public void Write(Workbook book)
    {
        WriteFindings(book);
        WriteRejected(book);
        WriteParameters(book);
    }

    private void WriteFindings(Workbook book)
    {
        SheetColumn[] columns =
        [
            SheetColumn.Text("Kind", 26),
            SheetColumn.Text("Center", 13),
            SheetColumn.Text("Name", 36),
            SheetColumn.Text("Element", 12),
            SheetColumn.Text("Element name", 30),
            SheetColumn.Text("Measure", 10),
            SheetColumn.Number("Amount"),
        ];
        using SheetWriter sheet = book.Add("Findings", columns, 0, 0);
        sheet.Heads("Findings", "What does not fit between budget and postings, by center and element");
        foreach (Finding finding in facts.Document.Findings.Take(MostItems))
        {
            sheet.Begin(0);
            sheet.Text(KindOf(finding.Kind), CellStyles.Plain);
            sheet.Text(finding.Center.Code.Value);
            sheet.Text(finding.Center.PlacedAt(facts.AsOf).Name);
            sheet.Text(finding.Element.Code.Value);
            sheet.Text(finding.Element.Name);
            sheet.Text(ReportFacts.WordOf(finding.Measure), CellStyles.Plain);
            sheet.Number(finding.Amount, CellStyles.Amount);
            sheet.End();
        }

        WriteRest(sheet, facts.Document.Findings.Length);
        sheet.Finish();
    }

    private static string KindOf(FindingKind kind) =>
        kind switch
        {
            FindingKind.PostingWithoutBudget => "posting without budget",
            FindingKind.BudgetWithoutPosting => "budget without posting",
            FindingKind.UnreachableBudget => "unreachable budget",
            _ => "posting outside range",
        };

    private void WriteRejected(Workbook book)
    {
        SheetColumn[] columns =
        [
            SheetColumn.Text("File", 24),
            SheetColumn.Number("Line", 10),
            SheetColumn.Text("Column", 14),
            SheetColumn.Text("Code", 20),
            SheetColumn.Text("Value", 30),
            SheetColumn.Text("Message", 90),
        ];
        using SheetWriter sheet = book.Add("Rejected rows", columns, 0, 0);
        sheet.Heads("Rejected rows", "Rows of the files that the figures leave out, one line for each fault");
        foreach (RejectedRow row in facts.Document.RejectedRows.Take(MostItems))
        {
            sheet.Begin(0);
            sheet.Text(row.File);
            sheet.Number(row.Line, CellStyles.Whole);
            sheet.Text(row.Column ?? "");
            sheet.Text(row.Code);
            sheet.Text(row.Value ?? "");
            sheet.Text(row.Message);
            sheet.End();
        }

        WriteRest(sheet, facts.Document.RejectedRows.Length);
        sheet.Finish();
    }

    private static void WriteRest(SheetWriter sheet, int count)
    {
        if (count > MostItems)
        {
            sheet.Begin(0);
            sheet.Text(FormattableString.Invariant($"{count - MostItems} more do not fit a sheet"), CellStyles.Soft);
            sheet.End();
        }
    }

    private void WriteParameters(Workbook book)
    {
        using SheetWriter sheet = book.Add(
            "Parameters", [SheetColumn.Text("Name", 28), SheetColumn.Text("Value", 70)], 0, 0);
        sheet.Heads("Parameters", "What the report is about, and how it was asked for");
        ReportTitle title = facts.Document.Title;
        (LocalDate from, LocalDate through) = facts.Days();
        Write(sheet, "Book", title.Book);
        Write(sheet, "Fiscal periods", facts.PeriodsText());
        Write(sheet, "From", from);
        Write(sheet, "Through", through);
        Write(sheet, "Budget version", title.Version ?? "");
        if (title.ActualsThrough is LocalDate last)
        {
            Write(sheet, "Actuals through", last);
        }

        Write(sheet, "Currency", facts.Comparison.Space.Currency.Code);
        Write(sheet, "Amounts shown in", facts.Unit);
        foreach ((string name, string value) in facts.Document.Parameters)
        {
            Write(sheet, name, value);
        }

        foreach (string note in facts.Document.Notes)
        {
            Write(sheet, "Note", note);
        }

        int digits = facts.Comparison.Space.Scale.Digits;
        decimal most = MostExact / PowerOfTen(digits);
        if (facts.Lines.Rows.Any(row =>
            decimal.Abs(row.Variance.Actual) > most || decimal.Abs(row.Variance.Budget ?? 0m) > most))
        {
            Write(sheet, "Note", "Some amounts have more than 15 digits, of which spreadsheet programs keep 15.");
        }

        sheet.Finish();
    }

    private static decimal PowerOfTen(int digits)
    {
        decimal power = 1m;
        for (int digit = 0; digit < digits; digit++)
        {
            power *= 10m;
        }

        return power;
    }

    private static void Write(SheetWriter sheet, string name, string value)
    {
        sheet.Begin(0);
        sheet.Text(name);
        sheet.Text(value);
        sheet.End();
    }

    private static void Write(SheetWriter sheet, string name, LocalDate date)
    {
        sheet.Begin(0);
        sheet.Text(name);
        sheet.Date(date, CellStyles.Date);
        sheet.End();
    }
}
