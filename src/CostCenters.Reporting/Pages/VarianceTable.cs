using CostCenters.Explanations;
using CostCenters.Reporting.Charts;
using CostCenters.Reporting.Documents;
using CostCenters.Reporting.Lines;
using CostCenters.Reporting.Markup;
using CostCenters.Reports;

namespace CostCenters.Reporting.Pages;

/// <summary>The rows of the report: what was compared, how far it lies apart, and both differences as a picture on one
/// scale for the whole table.</summary>
internal sealed class VarianceTable
{
    private const int BarWidth = 150;
    private const int PinWidth = 90;
    private const int Cells = 6;
    private const decimal MostPercent = 100m;

    private readonly ReportFacts facts;
    private readonly ReportLines lines;
    private readonly Folding folding;
    private readonly Axis differences;
    private readonly Axis percents;
    private readonly decimal mostPercent;
    private readonly bool hasMeasures;

    public VarianceTable(ReportFacts facts)
    {
        this.facts = facts;
        lines = facts.Lines;
        folding = new Folding(lines, "v");
        hasMeasures = facts.HasMeasures;
        (decimal least, decimal most) = (0m, 0m);
        foreach (Variance variance in lines.Rows.Select(row => row.Variance).Concat(facts.Others))
        {
            least = Math.Min(least, variance.Difference);
            most = Math.Max(most, variance.Difference);
            mostPercent = Math.Max(mostPercent, decimal.Abs(facts.Figures.PercentOf(variance) ?? 0m));
        }

        mostPercent = Math.Min(mostPercent, MostPercent);
        differences = new Axis(least, most, BarWidth);
        percents = new Axis(-mostPercent, mostPercent, PinWidth);
    }

    public void Write(HtmlWriter html)
    {
        html.Raw("<section id=\"table\">\n<h2>"u8).Text(Title()).Raw("</h2>\n<p class=\"why\">In "u8).Text(facts.Unit);
        if (!hasMeasures && First is Measure only)
        {
            html.Raw(", "u8).Text(ReportFacts.WordOf(only));
        }

        html.Raw(". "u8).Text(facts.Delta).Raw(" = "u8).Text(facts.SubjectName).Raw(" − "u8)
            .Text(facts.ReferenceName).Raw(".</p>\n"u8);
        if (First is not Measure first)
        {
            html.Raw("<p>There is neither a budget nor an actual in these periods.</p>\n</section>\n"u8);
            return;
        }

        folding.WriteRules(html);
        html.Raw("<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\""u8).Text(Title())
            .Raw("\">\n<table"u8);
        if (!hasMeasures)
        {
            html.Raw(" data-measure=\""u8).Text(ReportFacts.WordOf(first)).Raw("\""u8);
        }

        html.Raw(">\n"u8);
        WriteHead(html);
        html.Raw("<tbody>\n"u8);
        for (int index = 0; index < lines.Groups.Count; index++)
        {
            facts.Cancellation.ThrowIfCancellationRequested();
            WriteGroup(html, index);
        }

        html.Raw("</tbody>\n"u8);
        if (lines.Outermost.Skip(1).Any() || !lines.ByCenter || facts.Document.Outline is not null)
        {
            WriteTotals(html);
        }

        html.Raw("</table>\n</div>\n</section>\n"u8);
    }

    /// <summary>The measure of what is told first; null where there is nothing to tell.</summary>
    private Measure? First =>
        lines.Rows.Select(row => row.Variance).Concat(facts.Others).Select(variance => (Measure?)variance.Measure)
            .FirstOrDefault();

    private string Title()
    {
        string?[] dimensions =
        [
            lines.ByCenter ? "center" : null,
            lines.ByElement ? "element" : null,
            lines.ByPeriod ? "period" : null,
        ];
        string by = string.Join(", ", dimensions.Where(dimension => dimension is not null));
        return by.Length == 0 ? "Totals" : $"{facts.SubjectName} against {facts.Comparison.BudgetName} by {by}";
    }

    private void WriteHead(HtmlWriter html)
    {
        html.Raw("<thead><tr>"u8);
        WriteTextHead(html, lines.ByCenter, "Center"u8);
        WriteTextHead(html, lines.ByElement, "Element"u8);
        WriteTextHead(html, lines.ByPeriod, "Period"u8);
        WriteTextHead(html, hasMeasures, "Measure"u8);
        WriteSide(html, facts.Document.Reference, facts.ReferenceName);
        WriteSide(html, facts.Document.Subject, facts.SubjectName);
        html.Raw("<th scope=\"col\" class=\"n\">"u8).Text(facts.Delta).Raw("</th><th scope=\"col\" class=\"n\">"u8)
            .Text(facts.Delta).Raw(" %</th><th scope=\"col\" class=\"bar\">"u8).Text(facts.Delta)
            .Raw("</th><th scope=\"col\" class=\"pin\">"u8).Text(facts.Delta).Raw(" %</th></tr></thead>\n"u8);
    }

    private static void WriteTextHead(HtmlWriter html, bool isShown, ReadOnlySpan<byte> name)
    {
        if (isShown)
        {
            html.Raw("<th scope=\"col\">"u8).Raw(name).Raw("</th>"u8);
        }
    }

    private static void WriteSide(HtmlWriter html, Scenario scenario, string name) =>
        html.Raw("<th scope=\"col\" class=\"n\"><span class=\"sw "u8).Raw(Marks.ClassOf(scenario))
            .Raw("\"></span>"u8).Text(name).Raw("</th>"u8);

    private void WriteGroup(HtmlWriter html, int index)
    {
        LineGroup group = lines.Groups[index];
        if (group.Count == 0)
        {
            WriteHeading(html, index);
        }

        for (int row = 0; row < group.Count; row++)
        {
            html.Raw("<tr class=\""u8);
            folding.WriteClasses(html, index);
            html.Raw(row == 0 ? " k\">"u8 : "\">"u8);
            if (row == 0 && lines.ByCenter)
            {
                folding.WriteHead(html, index, group.Count);
            }

            WriteRow(html, lines.Rows[group.Start + row]);
            html.Raw("</tr>\n"u8);
        }
    }

    /// <summary>The name of a center above rows of others.</summary>
    private void WriteHeading(HtmlWriter html, int index)
    {
        html.Raw("<tr class=\""u8);
        folding.WriteClasses(html, index);
        html.Raw(" k\">"u8);
        folding.WriteHead(html, index, 1);
        int cells = (lines.ByElement ? 1 : 0) + (lines.ByPeriod ? 1 : 0) + (hasMeasures ? 1 : 0) + Cells;
        html.Raw("<td class=\"v\" colspan=\""u8).Number(cells).Raw("\"></td></tr>\n"u8);
    }

    private void WriteRow(HtmlWriter html, VarianceRow row)
    {
        if (row.Element is { } element)
        {
            html.Raw("<th scope=\"row\" class=\"t\"><span class=\"code\">"u8).Text(element.Code.Value)
                .Raw("</span> "u8).Text(element.Name).Raw("</th>"u8);
        }

        if (row.Period is { } period)
        {
            html.Raw("<th scope=\"row\" class=\"t\">"u8).Text(period.ToString()).Raw("</th>"u8);
        }

        WriteFigures(html, row.Variance);
    }

    private void WriteFigures(HtmlWriter html, Variance variance)
    {
        if (hasMeasures)
        {
            html.Raw("<td class=\"t\">"u8).Text(ReportFacts.WordOf(variance.Measure)).Raw("</td>"u8);
        }

        Outcome outcome = variance.Outcome;
        decimal? percent = facts.Figures.PercentOf(variance);
        html.Raw("<td>"u8);
        facts.Figures.Amount(html, variance.Budget);
        html.Raw("</td><td>"u8);
        facts.Figures.Amount(html, variance.Actual);
        html.Raw("</td><td class=\""u8).Raw(Figures.ClassOf(outcome)).Raw("\">"u8);
        facts.Figures.Difference(html, variance.Difference, outcome);
        html.Raw("</td><td class=\""u8).Raw(Figures.ClassOf(outcome)).Raw("\">"u8);
        facts.Figures.Percent(html, percent);
        html.Raw("</td><td class=\"v bar\">"u8);
        Marks.Variance(html, differences, BarWidth, variance.Difference, outcome);
        html.Raw("</td><td class=\"v pin\">"u8);
        if (percent is decimal known)
        {
            Marks.Pin(html, percents, PinWidth, known, mostPercent, outcome);
        }

        html.Raw("</td>"u8);
    }

    /// <summary>The totals, in the places of the dimensions that they leave behind.</summary>
    private void WriteTotals(HtmlWriter html)
    {
        int dimensions = (lines.ByCenter ? 1 : 0) + (lines.ByElement ? 1 : 0) + (lines.ByPeriod ? 1 : 0);
        var totals = facts.Totals.Where(_ => hasMeasures || facts.Totals.Count == 1).ToList();
        if (dimensions == 0 || (totals.Count == 0 && facts.Others.Count == 0))
        {
            return;
        }

        html.Raw("<tfoot>\n"u8);
        WriteTotals(html, "Other", facts.Others, dimensions);
        WriteTotals(html, "Total", totals, dimensions);
        html.Raw("</tfoot>\n"u8);
    }

    private void WriteTotals(HtmlWriter html, string name, IReadOnlyList<Variance> totals, int dimensions)
    {
        foreach (Variance total in totals)
        {
            html.Raw("<tr><th scope=\"row\" colspan=\""u8).Number(dimensions).Raw("\">"u8).Text(name)
                .Raw("</th>"u8);
            WriteFigures(html, total);
            html.Raw("</tr>\n"u8);
        }
    }
}
