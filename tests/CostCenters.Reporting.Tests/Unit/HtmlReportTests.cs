using System.Globalization;
using System.Text;
using AngleSharp.Dom;
using CostCenters.Calendars;
using CostCenters.Cubes;
using CostCenters.Explanations;
using CostCenters.Reporting.Documents;
using CostCenters.Reports;
using CostCenters.Reports.Reading;
using CostCenters.Structure;

namespace CostCenters.Reporting.Tests.Unit;

public class HtmlReportTests
{
    [Fact]
    public void Write_SmallBook_ShowsTheFiguresOfItsTable()
    {
        IElement table = Written.Html(SmallBook.Document()).QuerySelector("#table table")!;

        Assert.Equal(
            [
                ["R Root center", "cost", "270.00", "274.75", "+4.75 ▼", "+1.76"],
                ["R Root center", "revenue", "600.00", "590.00", "-10.00 ▼", "-1.67"],
                ["R Root center", "margin", "330.00", "315.25", "-14.75 ▼", "-4.47"],
                ["(own) R", "cost", "20.00", "12.00", "-8.00 ▲", "-40.00"],
                ["RA Alpha", "cost", "200.00", "205.50", "+5.50 ▼", "+2.75"],
                ["RA Alpha", "revenue", "600.00", "590.00", "-10.00 ▼", "-1.67"],
                ["RA Alpha", "margin", "400.00", "384.50", "-15.50 ▼", "-3.88"],
                ["RB Beta", "cost", "50.00", "57.25", "+7.25 ▼", "+14.50"],
            ],
            Written.Rows(table));
    }

    [Fact]
    public void Write_SmallBook_ShowsDifferencesByPeriod()
    {
        IElement table = Written.Html(SmallBook.Document()).QuerySelector("#periods table")!;

        Assert.Equal(
            [
                ["R Root center", "cost", "0.00 =", "+4.75 ▼", "+4.75 ▼"],
                ["R Root center", "revenue", "-20.00 ▼", "+10.00 ▲", "-10.00 ▼"],
                ["R Root center", "margin", "-20.00 ▼", "+5.25 ▲", "-14.75 ▼"],
                ["(own) R", "cost", "-10.00 ▲", "+2.00 ▼", "-8.00 ▲"],
                ["RA Alpha", "cost", "+10.00 ▼", "-4.50 ▲", "+5.50 ▼"],
                ["RA Alpha", "revenue", "-20.00 ▼", "+10.00 ▲", "-10.00 ▼"],
                ["RA Alpha", "margin", "-30.00 ▼", "+14.50 ▲", "-15.50 ▼"],
                ["RB Beta", "cost", "0.00 =", "+7.25 ▼", "+7.25 ▼"],
            ],
            Written.Rows(table));
    }

    [Fact]
    public void Write_Title_GivesPeriodsDatesVersionAndCurrency()
    {
        IDocument page = Written.Html(SmallBook.Document());
        var facts = page.QuerySelectorAll("header dl.facts div")
            .Select(fact => (fact.Children[0].TextContent, fact.Children[1].TextContent));

        Assert.Equal("Small book", page.QuerySelector("h1")!.TextContent);
        Assert.Equal(
            [
                ("Fiscal periods", "2026-P01 – 2026-P02"),
                ("Dates", "2026-01-01 – 2026-02-28"),
                ("Budget version", "V1"),
                ("Actuals through", "2026-02-28"),
                ("Amounts in", "EUR"),
            ],
            facts);
        Assert.Equal(
            "Margin of 315.25 EUR is 14.75 (4.47 %) below budget: unfavorable.",
            page.QuerySelector(".say")!.TextContent);
    }

    [Fact]
    public void Write_Thousands_KeepsTheExactFiguresForPrograms()
    {
        var format = new FigureFormat(
            CultureInfo.GetCultureInfo("de-DE"), ShownUnit.Thousand, 1, 1, MidpointRounding.ToEven);

        IElement cell = Written.Html(SmallBook.Document(), format).QuerySelector("#table tbody tr td:nth-child(4)")!;

        Assert.Equal("0,3", cell.TextContent);
        Assert.Equal("274.75", cell.QuerySelector("data")!.GetAttribute("value"));
    }

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("\"><img src=x onerror=alert(1)>")]
    [InlineData("' autofocus onfocus='alert(1)")]
    [InlineData("</title></style><b>&amp;lt;")]
    public void Write_HostileTexts_StayTexts(string hostile)
    {
        CubeSpace space = SmallBook.Space(hostile, hostile.Replace("/", "", StringComparison.Ordinal), hostile);
        VarianceReport report = SmallBook.Report(space: space);
        VarianceNode tree = VarianceSlice
            .Create(report.Comparison, report.Tree, report.Tree.Nodes[0].Center.Code, ElementNature.Cost)
            .ToTree([ReportDimensions.Center, ReportDimensions.Element]);
        ReportDocument document = new ReportDocument(SmallBook.Title(hostile), report)
            .WithPeriods(VarianceReport.Create(
                report.Comparison, report.Tree, ReportDimensions.Center | ReportDimensions.Period))
            .WithBridge(Bridge.Create(report, ReportDimensions.Center, Measure.Margin))
            .WithBridge(Bridge.Create(report, ReportDimensions.Element, Measure.Cost))
            .WithExplanation(tree)
            .WithRejectedRows([new RejectedRow(hostile, 2, hostile, hostile, hostile, hostile)])
            .WithFindings(FindingSearch.Find(report.Comparison, report.Tree, CenterPeriodSet.Empty))
            .WithParameter(hostile, hostile)
            .WithNote(hostile);

        IDocument page = Written.Html(document);

        Assert.Empty(page.QuerySelectorAll("script,img,b:not(figcaption b):not(summary b),[autofocus]"));
        Assert.DoesNotContain(
            page.All.SelectMany(element => element.Attributes),
            attribute => attribute.Name.StartsWith("on", StringComparison.Ordinal));
        Assert.Equal(hostile, page.QuerySelector("h1")!.TextContent);
        Assert.Contains(hostile, page.QuerySelector("#rejected td:last-child")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_TextsThatNobodySees_ShowsWhatTheyAre()
    {
        string page = Encoding.UTF8.GetString(Written.Page(
            new ReportDocument(SmallBook.Title("a\u0007b\u202Ec\u200Dd\ue000"), SmallBook.Report())));

        Assert.Contains("<h1>a\\u{7}b\\u{202E}c\\u{200D}d\\u{E000}</h1>", page, StringComparison.Ordinal);
        Assert.DoesNotContain('\u202E', page);
    }

    [Fact]
    public void Write_Page_NeedsNothingFromElsewhere()
    {
        IDocument page = Written.Html(SmallBook.Document());

        Assert.Empty(page.QuerySelectorAll("script,link,img,iframe,object,[src],[href]"));
        Assert.Equal(
            "default-src 'none';style-src 'unsafe-inline'",
            page.QuerySelector("meta[http-equiv]")!.GetAttribute("content"));
    }

    [Fact]
    public void Write_Tables_HaveHeadsAndCharts_HaveTitles()
    {
        var bridge = Bridge.Create(SmallBook.Report(), ReportDimensions.Center, Measure.Margin);
        IDocument page = Written.Html(SmallBook.Document().WithBridge(bridge));

        Assert.All(page.QuerySelectorAll("thead th"), head => Assert.Equal("col", head.GetAttribute("scope")));
        Assert.All(page.QuerySelectorAll("tbody tr, tfoot tr"), row =>
            Assert.True(row.QuerySelector("th[scope=row]") is not null || row.PreviousElementSibling is not null));
        Assert.All(page.QuerySelectorAll("svg"), chart => Assert.True(
            chart.GetAttribute("aria-hidden") == "true"
                || (chart.QuerySelector("title")!.TextContent.Length > 0
                    && chart.QuerySelector("desc")!.TextContent.Contains("table", StringComparison.Ordinal))));
        Assert.All(page.QuerySelectorAll("input.f"), box => Assert.StartsWith(
            "Parts of ", box.GetAttribute("aria-label"), StringComparison.Ordinal));
        Assert.Equal(
            page.QuerySelectorAll("[id]").Length,
            page.QuerySelectorAll("[id]").Select(element => element.Id).Distinct().Count());
    }

    [Fact]
    public void Write_Folds_HideWhatIsBelowThem()
    {
        IDocument page = Written.Html(SmallBook.Document());
        IElement box = page.QuerySelector("#table input.f")!;
        string rule = $"tbody:has(#{box.Id}:not(:checked)) .{box.Id}{{display:none}}";

        Assert.Contains(rule, page.QuerySelector("#table style")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(5, page.QuerySelectorAll($"#table tr.{box.Id}").Length);
        Assert.True(box.HasAttribute("checked"));
    }

    [Fact] // The least is -15.50 and the most 7.25: 150 units hold 22.75, so 0 is at 102 and 7.25 is 48 units.
    public void Write_Bars_HaveOneScale()
    {
        IElement[] bars = [.. Written.Html(SmallBook.Document()).QuerySelectorAll("#table td.bar")];

        Assert.Equal("102 48 r", Drawn(bars[7]));
        Assert.Equal("0 102 r", Drawn(bars[6]));
        Assert.Equal("49 53 g", Drawn(bars[3]));

        static string Drawn(IElement cell)
        {
            IElement bar = cell.QuerySelector("rect")!;
            return $"{bar.GetAttribute("x")} {bar.GetAttribute("width")} {bar.ClassName}";
        }
    }

    [Theory]
    [InlineData(Scenario.Budget, "BU", "bu")]
    [InlineData(Scenario.PreviousYear, "PY", "py")]
    [InlineData(Scenario.Forecast, "FC", "fc")]
    public void Write_Scenario_IsDrawnAsItself(Scenario reference, string code, string style)
    {
        ReportDocument document = new ReportDocument(SmallBook.Title(), SmallBook.Report(), reference)
            .WithBridge(Bridge.Create(SmallBook.Report(), ReportDimensions.Element, Measure.Margin));

        IDocument page = Written.Html(document);

        Assert.Equal("Δ" + code, page.QuerySelector("#table th.bar")!.TextContent);
        Assert.Equal(style, page.QuerySelector("#bridge0 rect")!.ClassName);
        Assert.Equal("ac", page.QuerySelectorAll("#bridge0 rect")[^1].ClassName);
    }

    [Fact]
    public void Write_SomeRows_LeavesOutWhatDoesNotAddUp()
    {
        VarianceReport report = SmallBook.Report();
        ReportDocument document = new ReportDocument(SmallBook.Title(), report)
            .WithRows(report.Rows.Where(row => row.Center!.Value.Center.Code.Value is "R" or "RB"));

        IElement table = Written.Html(document).QuerySelector("#table table")!;

        Assert.Equal(
            ["R Root center", "R Root center", "R Root center", "RB Beta"], Written.Rows(table).Select(row => row[0]));
    }

    [Fact] // The report ends with January, the months go on.
    public void Write_PeriodsOfAnotherRange_ShowsTheirOwn()
    {
        CubeSpace space = SmallBook.Space();
        Comparison whole = SmallBook.Compare(space);
        var january = new Comparison(
            whole.Budget, whole.Actual, new FiscalPeriodRange(SmallBook.January, SmallBook.January));
        CenterTree tree = space.Centers.TreeAsOf(new NodaTime.LocalDate(2026, 1, 31));
        ReportDocument document = new ReportDocument(
                SmallBook.Title(), VarianceReport.Create(january, tree, ReportDimensions.Center))
            .WithPeriods(VarianceReport.Create(
                whole, tree, ReportDimensions.Center | ReportDimensions.Period));

        IDocument page = Written.Html(document);
        using var sheet = new OpenedSheet(Written.Workbook(document), "By period");

        Assert.Equal("2026-P01", page.QuerySelector("header dd")!.TextContent);
        Assert.Equal(["P01", "P02"], page.QuerySelectorAll("#periods abbr").Select(head => head.TextContent));
        Assert.Equal("Budget 2026-P02", sheet.Values(4, 12)[4]);
    }

    [Fact]
    public void Write_NothingToShow_SaysSo()
    {
        VarianceReport report = SmallBook.Report();
        IDocument page = Written.Html(new ReportDocument(SmallBook.Title(), report).WithRows([]));

        Assert.Contains(
            "neither a budget nor an actual", page.QuerySelector("#table")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("de-DE")]
    [InlineData("tr-TR")]
    [InlineData("ar-SA")]
    public void Write_AnyCultureOfTheThread_GivesTheSameBytes(string culture)
    {
        byte[] expected = Written.Page(SmallBook.Document());
        CultureInfo before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
        try
        {
            Assert.Equal(expected, Written.Page(SmallBook.Document()));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Write_Cancelled_Throws() => Assert.Throws<OperationCanceledException>(
        () => HtmlReport.Write(SmallBook.Document(), Written.Exact, Stream.Null, new CancellationToken(true)));

    [Fact]
    public void Write_NullArguments_Throws()
    {
        Assert.Throws<ArgumentNullException>(() => HtmlReport.Write(null!, Written.Exact, Stream.Null));
        Assert.Throws<ArgumentNullException>(() => HtmlReport.Write(SmallBook.Document(), null!, Stream.Null));
        Assert.Throws<ArgumentNullException>(() => HtmlReport.Write(SmallBook.Document(), Written.Exact, null!));
    }
}
