using CostCenters.Explanations;
using CostCenters.Reporting.Charts;
using CostCenters.Reporting.Lines;
using CostCenters.Reporting.Markup;
using CostCenters.Reports.Reading;

namespace CostCenters.Reporting.Pages;

/// <summary>A bridge as a chart, and its figures as a table that can be opened.</summary>
internal sealed class BridgePart(ReportFacts facts)
{
    public void Write(HtmlWriter html)
    {
        for (int index = 0; index < facts.Document.Bridges.Length; index++)
        {
            facts.Cancellation.ThrowIfCancellationRequested();
            Write(html, facts.Document.Bridges[index], FormattableString.Invariant($"bridge{index}"));
        }
    }

    private void Write(HtmlWriter html, Bridge bridge, string id)
    {
        var chart = new BridgeChart(facts, bridge);
        html.Raw("<section id=\""u8).Text(id).Raw("\">\n<h2>"u8).Text(chart.Title)
            .Raw("</h2>\n<p class=\"why\">In "u8).Text(facts.Unit).Raw(". Favorable "u8);
        facts.Figures.Signed(html, chart.Gross.Favorable);
        html.Raw(", unfavorable "u8);
        facts.Figures.Signed(html, chart.Gross.Unfavorable);
        html.Raw(", together "u8);
        facts.Figures.Signed(html, chart.Gross.Net);
        html.Raw(" of profit.</p>\n<figure class=\"scroll wide\" tabindex=\"0\">\n"u8);
        chart.Write(html, id);
        html.Raw("</figure>\n<details><summary class=\"more\">Figures of the bridge</summary>\n"u8)
            .Raw("<div class=\"scroll\"><table><thead><tr><th scope=\"col\">Step</th>"u8)
            .Raw("<th scope=\"col\" class=\"n\">Amount</th><th scope=\"col\" class=\"n\">Running</th></tr></thead>\n"u8)
            .Raw("<tbody>\n"u8);
        WriteTable(html, bridge, chart);
        html.Raw("</tbody></table></div></details>\n</section>\n"u8);
    }

    private void WriteTable(HtmlWriter html, Bridge bridge, BridgeChart chart)
    {
        WriteRow(html, facts.ReferenceName, bridge.Budget, null, bridge.Budget);
        decimal running = bridge.Budget;
        foreach ((string name, decimal amount) in chart.Steps)
        {
            running += amount;
            WriteRow(html, name, amount, chart.OutcomeOf(amount), running);
        }

        WriteRow(html, facts.SubjectName, bridge.Actual, null, bridge.Actual);
    }

    private void WriteRow(HtmlWriter html, string name, decimal amount, Outcome? outcome, decimal running)
    {
        html.Raw("<tr><th scope=\"row\" class=\"c\">"u8).Text(name).Raw("</th><td"u8);
        if (outcome is Outcome known)
        {
            html.Raw(" class=\""u8).Raw(Figures.ClassOf(known)).Raw("\">"u8);
            facts.Figures.Difference(html, amount, known);
        }
        else
        {
            html.Raw(">"u8);
            facts.Figures.Amount(html, amount);
        }

        html.Raw("</td><td>"u8);
        facts.Figures.Amount(html, running);
        html.Raw("</td></tr>\n"u8);
    }
}
