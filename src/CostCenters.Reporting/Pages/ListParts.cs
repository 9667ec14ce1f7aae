using CostCenters.Reporting.Documents;
using CostCenters.Reporting.Lines;
using CostCenters.Reporting.Markup;
using CostCenters.Reports;

namespace CostCenters.Reporting.Pages;

/// <summary>What does not fit, what was not accepted, and how the report was asked for.</summary>
internal sealed class ListParts(ReportFacts facts)
{
    private const int MostFindings = 10;
    private const int MostRejected = 100;

    public void Write(HtmlWriter html)
    {
        WriteFindings(html);
        WriteRejected(html);
        WriteParameters(html);
    }

    private static string TitleOf(FindingKind kind) =>
        kind switch
        {
            FindingKind.PostingWithoutBudget => "Postings without any budget in the range",
            FindingKind.BudgetWithoutPosting => "Budgets without a posting in the range",
            FindingKind.UnreachableBudget => "Budgets that no posting can reach, the center being closed or blocked",
            _ => "Postings outside the range",
        };

    private void WriteFindings(HtmlWriter html)
    {
        if (facts.Document.Findings.IsEmpty)
        {
            return;
        }

        html.Raw("<section id=\"findings\">\n<h2>Findings</h2>\n<p class=\"why\">In "u8).Text(facts.Unit)
            .Raw(". What does not fit between budget and postings, by center and element.</p>\n"u8);
        foreach (var kind in facts.Document.Findings.GroupBy(finding => finding.Kind).OrderBy(group => group.Key))
        {
            var largest = kind.OrderByDescending(finding => decimal.Abs(finding.Amount)).Take(MostFindings).ToList();
            int count = kind.Count();
            html.Raw("<details open><summary><b>"u8).Text(TitleOf(kind.Key)).Raw("</b>: "u8).Number(count)
                .Raw(", sum "u8);
            facts.Figures.Amount(html, kind.Sum(finding => finding.Amount));
            html.Raw(count > largest.Count ? "; the largest:</summary>\n"u8 : "</summary>\n"u8)
                .Raw("<div class=\"scroll\"><table><thead><tr><th scope=\"col\">Center</th>"u8)
                .Raw("<th scope=\"col\">Element</th><th scope=\"col\">Measure</th>"u8)
                .Raw("<th scope=\"col\" class=\"n\">Amount</th></tr></thead>\n<tbody>\n"u8);
            largest.ForEach(finding => WriteFinding(html, finding));
            html.Raw("</tbody></table></div></details>\n"u8);
        }

        html.Raw("</section>\n"u8);
    }

    private void WriteFinding(HtmlWriter html, Finding finding)
    {
        html.Raw("<tr><th scope=\"row\" class=\"c\">"u8).Text(facts.NameOf(finding.Center))
            .Raw("</th><td class=\"t l\">"u8).Text(ReportFacts.NameOf(finding.Element)).Raw("</td><td class=\"t\">"u8)
            .Text(ReportFacts.WordOf(finding.Measure)).Raw("</td><td>"u8);
        facts.Figures.Amount(html, finding.Amount);
        html.Raw("</td></tr>\n"u8);
    }

    private void WriteRejected(HtmlWriter html)
    {
        if (facts.Document.RejectedRows.IsEmpty)
        {
            return;
        }

        int count = facts.Document.RejectedRows.Length;
        html.Raw("<section id=\"rejected\">\n<h2>Rejected rows</h2>\n<p class=\"why\">"u8).Number(count)
            .Raw(count == 1 ? " fault of a row"u8 : " faults of rows"u8).Raw(" that the figures leave out"u8);
        if (count > MostRejected)
        {
            html.Raw("; the first "u8).Number(MostRejected);
        }

        html.Raw(".</p>\n<div class=\"scroll\" tabindex=\"0\"><table><thead><tr>"u8);
        foreach (string name in (ReadOnlySpan<string>)["File", "Line", "Column", "Code", "Value", "Message"])
        {
            html.Raw(name == "Line" ? "<th scope=\"col\" class=\"n\">"u8 : "<th scope=\"col\">"u8).Text(name)
                .Raw("</th>"u8);
        }

        html.Raw("</tr></thead>\n<tbody>\n"u8);
        foreach (RejectedRow row in facts.Document.RejectedRows.Take(MostRejected))
        {
            html.Raw("<tr><th scope=\"row\">"u8).Text(row.File).Raw("</th><td>"u8)
                .Text(row.Line is long line ? FormattableString.Invariant($"{line}") : "")
                .Raw("</td><td class=\"t\">"u8).Text(row.Column ?? "").Raw("</td><td class=\"t\">"u8).Text(row.Code)
                .Raw("</td><td class=\"t l\">"u8).Text(row.Value ?? "").Raw("</td><td class=\"t l\">"u8)
                .Text(row.Message).Raw("</td></tr>\n"u8);
        }

        html.Raw("</tbody></table></div>\n</section>\n"u8);
    }

    private void WriteParameters(HtmlWriter html)
    {
        if (facts.Document.Parameters.IsEmpty)
        {
            return;
        }

        html.Raw("<section id=\"parameters\">\n<h2>Parameters</h2>\n<dl class=\"facts\">\n"u8);
        foreach ((string name, string value) in facts.Document.Parameters)
        {
            html.Raw("<div><dt>"u8).Text(name).Raw("</dt><dd>"u8).Text(value).Raw("</dd></div>\n"u8);
        }

        html.Raw("</dl>\n</section>\n"u8);
    }
}
