using CostCenters.Reporting.Charts;
using CostCenters.Reporting.Documents;
using CostCenters.Reporting.Lines;
using CostCenters.Reporting.Markup;
using NodaTime;

namespace CostCenters.Reporting.Pages;

/// <summary>The whole page, part by part.</summary>
internal sealed class Page(ReportFacts facts)
{
    public void Write(HtmlWriter html)
    {
        ReportTitle title = facts.Document.Title;
        html.Raw("""
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width,initial-scale=1">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none';style-src 'unsafe-inline'">
            <title>
            """u8).Text(title.Book).Raw(": "u8).Text(Heading()).Raw("</title>\n<style>\n"u8).Raw(PageStyle.Css)
            .Raw("</style>\n</head>\n<body>\n"u8).Raw("""
            <svg width="0" height="0" style="position:absolute" aria-hidden="true"><defs><pattern id="hatch" width="4"
            height="4" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path class="ac"
            d="M0 0h1.5v4h-1.5z"/></pattern></defs></svg>

            """u8);
        var tiles = new TotalTiles(facts);
        WriteTitle(html, tiles);
        html.Raw("<main>\n"u8);
        tiles.Write(html);
        new BridgePart(facts).Write(html);
        new VarianceTable(facts).Write(html);
        foreach (MoreTable table in MoreTable.Of(facts))
        {
            new MorePart(facts, table).Write(html);
        }

        if (facts.Document.Periods is { } periods)
        {
            new PeriodPart(facts, periods).Write(html);
        }

        new TreePart(facts).Write(html);
        new ListParts(facts).Write(html);
        html.Raw("</main>\n"u8);
        WriteFooter(html);
        html.Raw("</body>\n</html>\n"u8);
        html.Flush();
    }

    private string Heading() => $"{facts.SubjectName} against {facts.Comparison.BudgetName}";

    private void WriteTitle(HtmlWriter html, TotalTiles tiles)
    {
        ReportTitle title = facts.Document.Title;
        html.Raw("<header>\n<h1>"u8).Text(title.Book).Raw("</h1>\n<p class=\"sub\">"u8).Text(Heading())
            .Raw("</p>\n"u8);
        if ((title.Message ?? tiles.Message()) is string message)
        {
            html.Raw("<p class=\"say\">"u8).Text(message).Raw("</p>\n"u8);
        }

        html.Raw("<dl class=\"facts\">\n"u8);
        WriteFact(html, "Fiscal periods", facts.PeriodsText());
        WriteFact(html, "Dates", facts.DaysText());
        WriteFact(html, "Budget version", title.Version);
        WriteFact(html, "Actuals through", title.ActualsThrough is LocalDate last ? facts.DateOf(last) : "no posting");
        WriteFact(html, "Amounts in", facts.Unit);
        html.Raw("</dl>\n"u8);
        if (!facts.Document.Notes.IsEmpty)
        {
            html.Raw("<ul class=\"notes\">\n"u8);
            foreach (string note in facts.Document.Notes)
            {
                html.Raw("<li>"u8).Text(note).Raw("</li>\n"u8);
            }

            html.Raw("</ul>\n"u8);
        }

        WriteKey(html);
        html.Raw("</header>\n"u8);
    }

    private static void WriteFact(HtmlWriter html, string name, string? value)
    {
        if (value is not null)
        {
            html.Raw("<div><dt>"u8).Text(name).Raw("</dt><dd>"u8).Text(value).Raw("</dd></div>\n"u8);
        }
    }

    private void WriteKey(HtmlWriter html)
    {
        html.Raw("<p class=\"key\">"u8);
        WriteSwatch(html, facts.Document.Subject, facts.SubjectName);
        WriteSwatch(html, facts.Document.Reference, facts.ReferenceName);
        html.Raw("<span class=\"g\">▲ favorable</span><span class=\"r\">▼ unfavorable</span></p>\n"u8);
    }

    private static void WriteSwatch(HtmlWriter html, Scenario scenario, string name) =>
        html.Raw("<span><span class=\"sw "u8).Raw(Marks.ClassOf(scenario)).Raw("\"></span>"u8)
            .Text(ReportFacts.CodeOf(scenario)).Raw(" "u8).Text(name).Raw("</span>"u8);

    private void WriteFooter(HtmlWriter html) =>
        html.Raw("<footer>"u8).Text(facts.Delta).Raw(" = "u8).Text(facts.SubjectName).Raw(" − "u8)
            .Text(facts.ReferenceName)
            .Raw(". Favorable is what helps profit: less cost, more revenue, more margin."u8)
            .Raw(" IBCS-style notation.</footer>\n"u8);
}
