using System.Globalization;
using CostCenters.Cubes;
using CostCenters.Reporting.Documents;
using CostCenters.Reports;
using DocumentFormat.OpenXml.Spreadsheet;

namespace CostCenters.Reporting.Tests.Unit;

public class XlsxReportTests
{
    [Fact]
    public void Write_SmallBook_IsAValidWorkbook()
    {
        using var sheet = new OpenedSheet(Written.Workbook(Full()), "Report");

        Assert.Empty(sheet.Faults);
        Assert.Equal(["Report", "By period", "Findings", "Rejected rows", "Parameters"], sheet.Names);
    }

    [Fact]
    public void Write_Report_HasTheFiguresOfTheReport()
    {
        using var sheet = new OpenedSheet(Written.Workbook(Full()), "Report");

        Assert.Equal(
            ["Center", "Name", "Measure", "Budget", "Actual", "ΔBU", "ΔBU %", "Outcome"], sheet.Values(4, 8));
        Assert.Equal(
            ["R", "Root center", "cost", "270.00", "274.75", "4.75", "0.017592592593", "unfavorable"],
            sheet.Values(5, 8));
        Assert.Equal(
            ["R", "(own) Root center", "cost", "20.00", "12.00", "-8.00", "-0.4", "favorable"], sheet.Values(8, 8));
        Assert.Equal(
            ["RA", "Alpha", "margin", "400.00", "384.50", "-15.50", "-0.03875", "unfavorable"], sheet.Values(11, 8));
        Assert.Equal(["RB", "Beta", "cost", "50.00", "57.25", "7.25", "0.145", "unfavorable"], sheet.Values(12, 8));
    }

    [Fact]
    public void Write_Report_ComputesDifferencesAndTotalsByFormulas()
    {
        using var sheet = new OpenedSheet(Written.Workbook(Full()), "Report");

        Assert.Equal("ROUND(SUM(D8:D9,D12),2)", sheet["D5"].CellFormula!.Text);
        Assert.Equal("ROUND(SUM(D10),2)", sheet["D6"].CellFormula!.Text);
        Assert.Equal("ROUND(D6-D5,2)", sheet["D7"].CellFormula!.Text);
        Assert.Null(sheet["D8"].CellFormula);
        Assert.Equal("ROUND(E5-D5,2)", sheet["F5"].CellFormula!.Text);
        Assert.Equal("F5:F12", sheet["F5"].CellFormula!.Reference);
        Assert.Equal("IF(D5=0,\"\",ROUND(F5/ABS(D5),12))", sheet["G5"].CellFormula!.Text);
        Assert.Equal(
            "IF(F5=0,\"neutral\",IF((F5>0)=(C5=\"cost\"),\"unfavorable\",\"favorable\"))",
            sheet["H5"].CellFormula!.Text);
        Assert.All(["F12", "G12", "H12"], address => Assert.NotNull(sheet[address].CellFormula!.SharedIndex));
    }

    [Fact]
    public void Write_Report_FoldsAlongTheTree_BelowAFrozenHead()
    {
        using var sheet = new OpenedSheet(Written.Workbook(Full()), "Report");
        Pane pane = sheet.Worksheet.Descendants<Pane>().Single();

        Assert.Equal(
            [0, 0, 0, 1, 1, 1, 1, 1], sheet.Rows.Skip(3).Select(row => (int)(row.OutlineLevel?.Value ?? 0)));
        Assert.Equal(("C5", 4.0), (pane.TopLeftCell!.Value, pane.VerticalSplit!.Value));
        Assert.False(sheet.Worksheet.SheetProperties!.OutlineProperties!.SummaryBelow!.Value);
        Assert.Equal("A4:H12", sheet.Worksheet.Descendants<AutoFilter>().Single().Reference);
        Assert.Equal(
            ["$H5=\"favorable\"", "$H5=\"unfavorable\""],
            sheet.Worksheet.Descendants<ConditionalFormattingRule>().Select(rule => rule.InnerText));
    }

    [Fact]
    public void Write_ByPeriod_SetsThreeBlocksSideBySide()
    {
        using var sheet = new OpenedSheet(Written.Workbook(Full()), "By period");

        Assert.Equal(
            [
                "RB", "Beta", "cost", "50.00", "", "50.00", "50.00", "7.25", "57.25", "0.00", "7.25", "7.25",
            ],
            sheet.Values(12, 12));
        Assert.Equal("ROUND(SUM(D12:E12),2)", sheet["F12"].CellFormula!.Text);
        Assert.Equal("ROUND(H12-E12,2)", sheet["K12"].CellFormula!.Text);
        Assert.Equal("ROUND(SUM(D8:D9,D12),2)", sheet["D5"].CellFormula!.Text);
        Assert.Equal("ROUND(D10-D9,2)", sheet["D11"].CellFormula!.Text);
    }

    [Fact]
    public void Write_ByElement_EndsWithTotals()
    {
        VarianceReport report = SmallBook.Report(ReportDimensions.Element);
        using var sheet = new OpenedSheet(
            Written.Workbook(new ReportDocument(SmallBook.Title(), report)), "Report");

        Assert.Equal(["K", "Wages", "cost", "270.00", "274.75"], sheet.Values(5, 8)[..5]);
        Assert.Equal(["Total", "", "cost", "270.00", "274.75"], sheet.Values(7, 8)[..5]);
        Assert.Equal(["Total", "", "margin", "330.00", "315.25", "-14.75"], sheet.Values(9, 8)[..6]);
        Assert.Equal("ROUND(SUM(D5),2)", sheet["D7"].CellFormula!.Text);
        Assert.Equal("ROUND(D8-D7,2)", sheet["D9"].CellFormula!.Text);
    }

    [Fact]
    public void Write_SomeRows_WritesNoFormulaThatDoesNotAddUp()
    {
        VarianceReport report = SmallBook.Report();
        ReportDocument document = new ReportDocument(SmallBook.Title(), report)
            .WithRows(report.Rows.Where(row => row.Center!.Value.Center.Code.Value is "R" or "RB"));
        using var sheet = new OpenedSheet(Written.Workbook(document), "Report");

        Assert.Null(sheet["D5"].CellFormula);
        Assert.Equal("270.00", sheet.Value(sheet["D5"]));
    }

    [Theory]
    [InlineData("=1+1")]
    [InlineData("+cmd|' /C calc'!A0")]
    [InlineData("-2")]
    [InlineData("@SUM(A1)")]
    public void Write_TextsLikeFormulas_StayTexts(string text)
    {
        CubeSpace space = SmallBook.Space(text, element: text);
        using var sheet = new OpenedSheet(
            Written.Workbook(new ReportDocument(SmallBook.Title(text), SmallBook.Report(space: space))), "Report");
        Cell cell = sheet["B5"];

        Assert.Equal(text, sheet.Value(cell));
        Assert.Null(cell.CellFormula);
        Assert.Equal(CellValues.SharedString, cell.DataType!.Value);
        Assert.True(sheet.StyleOf(cell).QuotePrefix!.Value);
    }

    [Theory]
    [InlineData("a\u0001b", "a\\u{1}b")]
    [InlineData("a\u202Eb", "a\\u{202E}b")]
    [InlineData("_x0041_", "_x005F_x0041_")]
    [InlineData("_x004_ _x0041_ _x00412", "_x004_ _x005F_x0041_ _x00412")]
    [InlineData(" <&>\" ", " <&>\" ")]
    public void Write_HostileTexts_AreShownAsTheyAre(string text, string stored)
    {
        using var sheet = new OpenedSheet(
            Written.Workbook(SmallBook.Document().WithNote("Note " + text)), "Parameters");

        Assert.Equal("Note " + stored, sheet.Value(sheet.Rows[^1].Elements<Cell>().Last()));
        Assert.Empty(sheet.Faults);
    }

    [Fact]
    public void Write_Dates_AreDates()
    {
        using var sheet = new OpenedSheet(Written.Workbook(SmallBook.Document()), "Parameters");
        Cell cell = sheet["B7"];

        // 2026-01-01 is day 46,023 since 1899-12-30.
        Assert.Equal(("From", "46023"), (sheet.Value(sheet["A7"]), sheet.Value(cell)));
        Assert.Equal(
            "yyyy\\-mm\\-dd",
            sheet.Styles.NumberingFormats!.Elements<NumberingFormat>()
                .Single(format => format.NumberFormatId! == sheet.StyleOf(cell).NumberFormatId!).FormatCode);
    }

    [Theory]
    [InlineData(ShownUnit.One, 2, "#,##0.00")]
    [InlineData(ShownUnit.Thousand, 1, "#,##0.0,")]
    [InlineData(ShownUnit.Million, 0, "#,##0,,")]
    public void Write_Unit_ChangesTheFormatAndNotTheFigure(ShownUnit unit, int digits, string expected)
    {
        var format = new FigureFormat(CultureInfo.InvariantCulture, unit, digits, 1, MidpointRounding.ToEven);
        using var sheet = new OpenedSheet(Written.Workbook(SmallBook.Document(), format), "Report");

        Assert.Equal("270.00", sheet.Value(sheet["D5"]));
        Assert.Equal(expected, sheet.Styles.NumberingFormats!.Elements<NumberingFormat>().First().FormatCode);
    }

    [Fact]
    public void Write_Lists_HoldFindingsAndRejectedRows()
    {
        byte[] workbook = Written.Workbook(Full());
        using var findings = new OpenedSheet(workbook, "Findings");
        using var rejected = new OpenedSheet(workbook, "Rejected rows");

        Assert.Equal(["Kind", "Center", "Name", "Element", "Element name", "Measure", "Amount"], findings.Values(4, 7));
        Assert.Equal(["postings.csv", "17", "date", "bad-date", "2026-02-30", "No such day."], rejected.Values(5, 6));
    }

    [Fact]
    public void Write_Twice_GivesTheSameBytes() =>
        Assert.Equal(Written.Workbook(Full()), Written.Workbook(Full()));

    [Fact]
    public void Write_Cancelled_Throws() => Assert.Throws<OperationCanceledException>(
        () => XlsxReport.Write(SmallBook.Document(), Written.Exact, Stream.Null, new CancellationToken(true)));

    private static ReportDocument Full()
    {
        ReportDocument document = SmallBook.Document();
        VarianceReport report = document.Report;
        return document
            .WithFindings(FindingSearch.Find(report.Comparison, report.Tree, CenterPeriodSet.Empty))
            .WithRejectedRows([new RejectedRow("postings.csv", 17, "date", "bad-date", "2026-02-30", "No such day.")])
            .WithParameter("--from", "2026-P01")
            .WithNote("A note.");
    }
}
