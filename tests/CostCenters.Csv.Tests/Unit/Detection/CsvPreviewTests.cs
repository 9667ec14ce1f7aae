using CostCenters.Csv.Detection;
using CostCenters.Csv.Imports;
using CostCenters.Csv.Shapes;
using CostCenters.Monetary;

namespace CostCenters.Csv.Tests.Unit.Detection;

public class CsvPreviewTests
{
    private const string Text = "date;center;element;amount;quantity\n"
        + "31.01.2026;A;rent;1.234,50;2\n"
        + "31.02.2026;A;rent;1,00;\n"
        + "31.01.2026;ROOT;sales;-480,25;\n"
        + "31.01.2026;A\n"
        + "31.01.2026;Z;rent;7,00;\n";

    private static readonly ImportProfile German = ImportProfile.ForCulture("de-DE");

    [Fact]
    public void Create_WithABook_ShowsRowsAsTheyAreReadAndWhatIsRejected()
    {
        CsvPreview preview = CsvPreview.Create(TestBook.Input(Text), German, TestBook.Space(), rows: 10);

        Assert.Equal([2L, 3, 4, 5, 6], preview.Rows.Select(row => row.Line));
        Assert.Equal("2026-01-31 A rent 1234.50 2  ", string.Join(' ', preview.Rows[0].Cells));
        Assert.Equal(
            ["", "bad-date", "", "ragged-row", "unknown-center"],
            preview.Rows.Select(row => string.Join(' ', row.Faults.Select(fault => fault.Code))));
        Assert.Equal(new ImportCounts(2, 3), preview.Counts);
        Assert.False(preview.IsStopped);
    }

    [Fact]
    public void Create_ControlTotals_AreThoseOfAllAcceptedRows()
    {
        CsvPreview preview = CsvPreview.Create(TestBook.Input(Text), German, TestBook.Space(), rows: 1);

        ControlTotal amount = preview.Totals[0];
        Assert.Single(preview.Rows);
        Assert.Equal(
            ("amount", 2L, 1234.50m, -480.25m, 754.25m),
            (amount.Column, amount.Rows, amount.Positive, amount.Negative, amount.Sum));
        Assert.Equal(("quantity", 1L, 2m), (preview.Totals[1].Column, preview.Totals[1].Rows, preview.Totals[1].Sum));
    }

    [Fact]
    public void Create_SignsOfALedger_AreTurnedWithABookAndNotWithout()
    {
        ImportProfile ledger = German.WithAmountSigns(AmountSigns.DebitPositive);

        Assert.Equal(
            480.25m + 1234.50m,
            CsvPreview.Create(TestBook.Input(Text), ledger, TestBook.Space(), rows: 1).Totals[0].Sum);
        Assert.Equal(
            1234.50m - 480.25m + 7m,
            CsvPreview.Create(TestBook.Input(Text), ledger, new DecimalScale(2), rows: 1).Totals[0].Sum);
    }

    [Fact]
    public void Create_RowsSetAside_AreCountedByReason()
    {
        CsvPreview preview = CsvPreview.Create(
            TestBook.Input(Text),
            German.WithFilter(RowFilter.Drop(RowTest.Is(ColumnSource.Named("center"), "Z"), "other company")),
            TestBook.Space(),
            rows: 10);

        SetAsideRows aside = Assert.Single(preview.SetAside);
        Assert.Equal(("other company", 1L), (aside.Reason, aside.Count));
        Assert.Equal(5, preview.Counts.Read);
    }

    [Fact]
    public void Create_FileThatIsStopped_HasNoRows()
    {
        CsvPreview preview = CsvPreview.Create(TestBook.Input("a;b\n1;2\n"), German, TestBook.Space(), rows: 10);

        Assert.True(preview.IsStopped);
        Assert.Empty(preview.Rows);
        Assert.Equal(0m, preview.Totals[0].Sum);
        Assert.Equal("date center element amount quantity document text", string.Join(' ', CsvPreview.Columns));
    }
}
