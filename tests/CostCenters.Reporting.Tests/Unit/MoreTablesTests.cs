using AngleSharp.Dom;
using CostCenters.Calendars;
using CostCenters.Cubes;
using CostCenters.Reporting.Documents;
using CostCenters.Reports;
using CostCenters.Reports.Reading;
using CostCenters.Structure;

namespace CostCenters.Reporting.Tests.Unit;

/// <summary>The tables beside that of the report, in pages and workbooks. All figures follow by hand from those of
/// <see cref="SmallBook"/>; the year to date is January, and its forecast the actuals of both months.</summary>
public class MoreTablesTests
{
    private static readonly CubeSpace Space = SmallBook.Space();
    private static readonly Comparison Both = SmallBook.Compare(Space);

    [Fact] // Used: 160 / 270, 280 / 600, 120 / 330, 0 / 20, 110 / 200, 280 / 600, 170 / 400, 50 / 50.
    public void Outlook_OnAPage_TellsTheYearWithOwnAmounts() => Assert.Equal(
        [
            "R Root center;cost;160.00;270.00;110.00;274.75;59.26",
            "R Root center;revenue;280.00;600.00;320.00;590.00;46.67",
            "R Root center;margin;120.00;330.00;210.00;315.25;36.36",
            "(own) R;cost;0.00;20.00;20.00;12.00;0.00",
            "RA Alpha;cost;110.00;200.00;90.00;205.50;55.00",
            "RA Alpha;revenue;280.00;600.00;320.00;590.00;46.67",
            "RA Alpha;margin;170.00;400.00;230.00;384.50;42.50",
            "RB Beta;cost;50.00;50.00;0.00;57.25;100.00",
        ],
        RowsOf(Outlook(), "year"));

    [Fact]
    public void Outlook_InAWorkbook_HasFormulas()
    {
        using var sheet = new OpenedSheet(Written.Workbook(Outlook()), "Year");

        Assert.Empty(sheet.Faults);
        Assert.Equal(
            ["Center", "Name", "Measure", "Actual", "Year budget", "Remaining", "Forecast", "Used %"],
            sheet.Values(4, 8));
        Assert.Equal(
            ["R", "Root center", "cost", "160.00", "270.00", "110.00", "274.75", "0.592592592593"],
            sheet.Values(5, 8));
        Assert.Equal(
            ["R", "(own) Root center", "cost", "0.00", "20.00", "20.00", "12.00", "0"],
            sheet.Values(8, 8).Select(Plain));
        Assert.Equal("ROUND(E5-D5,2)", sheet["F5"].CellFormula!.Text);
        Assert.Equal("ROUND(D5/ABS(E5),12)", sheet["H5"].CellFormula!.Text);
    }

    [Fact] // Available: 270 - 274.75 - 8 = 20 - 12 - 3, 200 - 205.50 and 50 - 57.25 - 5 together.
    public void Commitments_OnAPageAndInAWorkbook_TellWhatIsAvailable()
    {
        ReportDocument document = Commitments();

        Assert.Equal(
            [
                "R Root center;cost;270.00;274.75;8.00;-12.75",
                "R Root center;revenue;600.00;590.00;–;–",
                "R Root center;margin;330.00;315.25;–;–",
                "(own) R;cost;20.00;12.00;3.00;5.00",
                "RA Alpha;cost;200.00;205.50;0.00;-5.50",
                "RA Alpha;revenue;600.00;590.00;–;–",
                "RA Alpha;margin;400.00;384.50;–;–",
                "RB Beta;cost;50.00;57.25;5.00;-12.25",
            ],
            RowsOf(document, "orders"));
        using var sheet = new OpenedSheet(Written.Workbook(document), "Open orders");
        Assert.Equal(
            ["R", "(own) Root center", "cost", "20.00", "12.00", "3.00", "5.00"], sheet.Values(8, 7));
        Assert.Equal("ROUND(D8-E8-F8,2)", sheet["G8"].CellFormula!.Text);
    }

    [Theory] // January of the root: 110 + 50 of 100 + 50 + 10; February: 95.50 + 7.25 + 12 of 100 + 10.
    [InlineData(PivotFigure.Actual, "160.00;114.75;274.75", "0.00;12.00;12.00")]
    [InlineData(PivotFigure.Budget, "160.00;110.00;270.00", "10.00;10.00;20.00")]
    [InlineData(PivotFigure.Difference, "0.00 =;+4.75 ▼;+4.75 ▼", "-10.00 ▲;+2.00 ▼;-8.00 ▲")]
    public void Pivot_OfAFigure_HasPeriodsAndOwnAmounts(PivotFigure figure, string whole, string own)
    {
        ReportDocument document = Pivot(figure);

        IReadOnlyList<string> rows = RowsOf(document, "pivot");

        Assert.Equal($"R Root center;cost;{whole}", rows[0]);
        Assert.Equal($"(own) R;cost;{own}", rows[3]);
        using var sheet = new OpenedSheet(Written.Workbook(document), "Pivot");
        Assert.Empty(sheet.Faults);
        Assert.Equal(
            ["Center", "Name", "Measure", "2026-P01", "2026-P02", "Total"], sheet.Values(4, 6));
        Assert.Equal("ROUND(SUM(D8:E8),2)", sheet["F8"].CellFormula!.Text);
    }

    [Fact] // From 15 on there is the margin of A alone; the rest is 270 and 274.75 of cost, 600 and 590 of revenue.
    public void Outline_OfMaterialRows_HasHeadingsRestAndTotals()
    {
        ReportDocument document = Material(15m);

        Assert.Equal(
            [
                "R Root center",
                "RA Alpha;margin;400.00;384.50;-15.50 ▼;-3.88",
                "Other;cost;270.00;274.75;+4.75 ▼;+1.76",
                "Other;revenue;600.00;590.00;-10.00 ▼;-1.67",
                "Total;cost;270.00;274.75;+4.75 ▼;+1.76",
                "Total;revenue;600.00;590.00;-10.00 ▼;-1.67",
                "Total;margin;330.00;315.25;-14.75 ▼;-4.47",
            ],
            RowsOf(document, "table"));
        using var sheet = new OpenedSheet(Written.Workbook(document), "Report");
        Assert.Empty(sheet.Faults);
        Assert.Equal("RA", sheet.Values(5, 8)[0]);
        Assert.Equal(["Other", "", "cost", "270.00", "274.75"], sheet.Values(6, 8)[..5]);
        Assert.Equal(["Total", "", "margin", "330.00", "315.25"], sheet.Values(10, 8)[..5]);
        Assert.Equal("ROUND(D9-D8,2)", sheet["D10"].CellFormula!.Text);
    }

    [Fact]
    public void Outline_OfNothingMaterial_TellsTheRestAlone() => Assert.Equal(
        ["Other;cost", "Other;revenue", "Total;cost", "Total;revenue", "Total;margin"],
        RowsOf(Material(1_000m), "table").Select(row => string.Join(';', row.Split(';').Take(2))));

    [Fact]
    public void Explanations_InAWorkbook_AreATreeOfRows()
    {
        VarianceReport report = SmallBook.Report(space: Space);
        var slice = VarianceSlice.Create(report.Comparison, report.Tree, new CenterCode("R"), ElementNature.Cost);
        ReportDocument document = new ReportDocument(SmallBook.Title(), report)
            .WithExplanation(slice.ToTree([ReportDimensions.Center]));

        using var sheet = new OpenedSheet(Written.Workbook(document), "Why");

        Assert.Empty(sheet.Faults);
        Assert.Equal(["cost", "4.75", "unfavorable"], sheet.Values(5, 5)[1..4]);
        Assert.Equal(
            ["-8.00", "5.50", "7.25"], Enumerable.Range(6, 3).Select(row => sheet.Values(row, 5)[2]));
        Assert.Equal([0, 1, 1, 1], sheet.Rows.Skip(3).Select(row => (int)(row.OutlineLevel?.Value ?? 0)));
    }

    private static string Plain(string value) => value == "0.000000000000" ? "0" : value;

    private static ReportDocument Outlook()
    {
        var january = new FiscalPeriodRange(SmallBook.January, SmallBook.January);
        var report = VarianceReport.Create(
            new Comparison(Both.Budget, Both.Actual, january), SmallBook.Report(space: Space).Tree,
            ReportDimensions.Center);
        var year = new FiscalPeriodRange(SmallBook.January, new FiscalPeriod(2026, 12));
        return new ReportDocument(SmallBook.Title(), report)
            .WithOutlook(OutlookRow.CreateOutline(report, year, Both.Actual, Whole(report)));
    }

    private static ReportDocument Commitments()
    {
        VarianceReport report = SmallBook.Report(space: Space);
        var orders = new CubeBuilder(Space);
        orders.Add(new CellAddress(new CenterCode("RB"), new ElementCode("K"), SmallBook.February), 5m);
        orders.Add(new CellAddress(new CenterCode("R"), new ElementCode("K"), SmallBook.February), 3m);
        return new ReportDocument(SmallBook.Title(), report)
            .WithCommitments(CommittedRow.CreateOutline(report, orders.Build(), Whole(report)));
    }

    private static ReportDocument Pivot(PivotFigure figure)
    {
        VarianceReport report = SmallBook.Report(space: Space);
        return new ReportDocument(SmallBook.Title(), report)
            .WithPivot(PeriodPivot.Create(report).CreateOutline(Whole(report)), figure);
    }

    private static ReportDocument Material(decimal amount)
    {
        VarianceReport report = SmallBook.Report(space: Space);
        var material = MaterialRows.Create(report, new Materiality(amount, null));
        return new ReportDocument(SmallBook.Title(), report)
            .WithOutline(ReportOutline.Create(report, material, Whole(report)));
    }

    private static CenterScope Whole(VarianceReport report) => new(report.Tree, null, null);

    private static IReadOnlyList<string> RowsOf(ReportDocument document, string section)
    {
        IElement table = Written.Html(document).QuerySelector($"#{section} table")!;
        return [.. Written.Rows(table).Select(row => string.Join(';', row))];
    }
}
