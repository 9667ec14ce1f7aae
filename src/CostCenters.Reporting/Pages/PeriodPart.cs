using System.Globalization;
using CostCenters.Explanations;
using CostCenters.Reporting.Charts;
using CostCenters.Reporting.Lines;
using CostCenters.Reporting.Markup;
using CostCenters.Reports;

namespace CostCenters.Reporting.Pages;

/// <summary>The report by period: panels of the centers that differ most, and all differences month by month.</summary>
internal sealed class PeriodPart
{
    private const int MostPanels = 12;
    private const int PanelWidth = 260;
    private const int PanelHeight = 90;
    private const int WholeWidth = 800;
    private const int WholeHeight = 150;

    private readonly ReportFacts facts;
    private readonly VarianceReport report;
    private readonly ReportLines lines;
    private readonly bool hasMeasures;

    public PeriodPart(ReportFacts facts, VarianceReport periods)
    {
        this.facts = facts;
        report = periods;
        lines = PeriodSeries.LinesOf(facts.Document, periods, facts.Cancellation);
        hasMeasures = lines.Rows.Select(row => row.Variance.Measure).Distinct().Skip(1).Any();
    }

    public void Write(HtmlWriter html)
    {
        if (lines.Rows.Count == 0)
        {
            return;
        }

        html.Raw("<section id=\"periods\">\n<h2>By period</h2>\n"u8);
        if (Whole() is PeriodSeries whole)
        {
            WriteWhole(html, whole);
        }

        var parts = Parts();
        if (parts.Count > 0)
        {
            WriteParts(html, parts);
        }

        WriteTables(html);
        html.Raw("</section>\n"u8);
    }

    /// <summary>All that is shown in the measure that tells most; null where it is no one thing.</summary>
    private PeriodSeries? Whole()
    {
        if (lines.Outermost.Take(2).Count() == 1)
        {
            return PeriodSeries.Of(lines, lines.Groups[0])[^1];
        }

        if (facts.Document.Rows is not null)
        {
            return null;
        }

        var whole = ReportLines.Of(
            VarianceReport.Create(
                report.Comparison, report.Tree, ReportDimensions.Period, cancellation: facts.Cancellation),
            null,
            facts.Cancellation);
        return PeriodSeries.Of(whole, whole.Groups[0])[^1];
    }

    /// <summary>Centers of one level, those that differ most, in the order of the report.</summary>
    private List<(LineGroup Group, PeriodSeries Series)> Parts()
    {
        var all = lines.Groups.Where(group => !group.IsOwn).ToList();
        int level = lines.Outermost.Skip(1).Any() ? 0 : 1;
        while (all.Count(group => group.Depth == level) < 3 && all.Exists(group => group.Depth > level))
        {
            level++;
        }

        return
        [
            .. all.Where(group => lines.ByCenter && group.Depth == level)
                .Select(group => (Group: group, Series: PeriodSeries.Of(lines, group)[^1]))
                .OrderByDescending(chosen => decimal.Abs(chosen.Series.Total.Difference))
                .Take(MostPanels)
                .OrderBy(chosen => chosen.Group.Start),
        ];
    }

    private void WriteWhole(HtmlWriter html, PeriodSeries whole)
    {
        var panel = new PeriodPanel(facts, lines.Comparison.Periods, [whole], WholeWidth, WholeHeight);
        WriteScale(html, panel, $"{ReportFacts.NameOf(whole.Measure)} of the whole");
        html.Raw("<figure class=\"scroll wide\" tabindex=\"0\">\n"u8);
        panel.Write(html, whole, "whole", ReportFacts.NameOf(whole.Measure));
        html.Raw("</figure>\n"u8);
    }

    private void WriteParts(HtmlWriter html, List<(LineGroup Group, PeriodSeries Series)> parts)
    {
        var panel = new PeriodPanel(
            facts, lines.Comparison.Periods, [.. parts.Select(part => part.Series)], PanelWidth, PanelHeight);
        WriteScale(html, panel, "By center, all panels in one scale");
        html.Raw("<div class=\"panels\">\n"u8);
        for (int index = 0; index < parts.Count; index++)
        {
            (LineGroup group, PeriodSeries series) = parts[index];
            string measure = ReportFacts.WordOf(series.Measure);
            string name = $"{group.Code} {group.Name}";
            Outcome outcome = series.Total.Outcome;
            html.Raw("<figure><figcaption><b>"u8).Text(name).Raw("</b>"u8).Text(measure).Raw(" <span class=\""u8)
                .Raw(Figures.ClassOf(outcome)).Raw("\">"u8);
            facts.Figures.Difference(html, series.Total.Difference, outcome);
            html.Raw("</span></figcaption>\n"u8);
            panel.Write(html, series, FormattableString.Invariant($"panel{index}"), $"{name}, {measure}");
            html.Raw("</figure>\n"u8);
        }

        html.Raw("</div>\n"u8);
    }

    private void WriteScale(HtmlWriter html, PeriodPanel panel, string what)
    {
        html.Raw("<p class=\"why\">"u8).Text(what).Raw(", from "u8).Text(facts.Figures.Words(panel.Least))
            .Raw(" to "u8).Text(facts.Figures.Words(panel.Most)).Raw(" "u8).Text(facts.Unit);
        html.Raw(panel.IsMagnified ? "; the differences above are drawn larger than the columns"u8 : ""u8)
            .Raw(".</p>\n"u8);
    }

    /// <summary>One table for each fiscal year, so that it fits a page.</summary>
    private void WriteTables(HtmlWriter html)
    {
        var periods = lines.Comparison.Periods;
        int from = 0;
        for (int table = 0; from < periods.Length; table++)
        {
            int until = from;
            while (until < periods.Length && periods[until].Year == periods[from].Year)
            {
                until++;
            }

            WriteTable(html, FormattableString.Invariant($"p{table}_"), from, until);
            from = until;
        }
    }

    private void WriteTable(HtmlWriter html, string prefix, int from, int until)
    {
        var periods = lines.Comparison.Periods;
        string title = FormattableString.Invariant($"{facts.Delta} by period, {periods[from].Year}");
        var folding = new Folding(lines, prefix, periods.Length);
        html.Raw("<section>\n<h3>"u8).Text(title).Raw("</h3>\n"u8);
        folding.WriteRules(html);
        html.Raw("<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\""u8).Text(title)
            .Raw("\">\n<table class=\"months\""u8);
        if (!hasMeasures)
        {
            html.Raw(" data-measure=\""u8).Text(ReportFacts.WordOf(lines.Rows[0].Variance.Measure)).Raw("\""u8);
        }

        html.Raw(">\n<thead><tr>"u8);
        WriteHead(html, lines.ByCenter, "Center");
        WriteHead(html, hasMeasures, "Measure");
        for (int index = from; index < until; index++)
        {
            html.Raw("<th scope=\"col\" class=\"n\"><abbr title=\""u8).Text(periods[index].ToString()).Raw("\">P"u8)
                .Text(periods[index].Number.ToString("D2", CultureInfo.InvariantCulture)).Raw("</abbr></th>"u8);
        }

        html.Raw("<th scope=\"col\" class=\"n\">Total</th></tr></thead>\n<tbody>\n"u8);
        for (int index = 0; index < lines.Groups.Count; index++)
        {
            facts.Cancellation.ThrowIfCancellationRequested();
            WriteGroup(html, folding, index, from, until);
        }

        html.Raw("</tbody>\n</table>\n</div>\n</section>\n"u8);
    }

    private static void WriteHead(HtmlWriter html, bool isShown, string name)
    {
        if (isShown)
        {
            html.Raw("<th scope=\"col\">"u8).Text(name).Raw("</th>"u8);
        }
    }

    private void WriteGroup(HtmlWriter html, Folding folding, int index, int from, int until)
    {
        // A measure that has nothing in this year has no row in its table.
        var all = PeriodSeries.Of(lines, lines.Groups[index])
            .Where(series => series.Periods.Skip(from).Take(until - from).Any(period => period is not null)).ToList();
        for (int row = 0; row < all.Count; row++)
        {
            html.Raw("<tr class=\""u8);
            folding.WriteClasses(html, index);
            html.Raw(row == 0 ? " k\">"u8 : "\">"u8);
            if (row == 0 && lines.ByCenter)
            {
                folding.WriteHead(html, index, all.Count);
            }

            if (hasMeasures)
            {
                html.Raw(lines.ByCenter ? "<td class=\"t\">"u8 : "<th scope=\"row\">"u8)
                    .Text(ReportFacts.WordOf(all[row].Measure))
                    .Raw(lines.ByCenter ? "</td>"u8 : "</th>"u8);
            }

            for (int period = from; period < until; period++)
            {
                WriteCell(html, all[row].Periods[period]);
            }

            WriteCell(html, all[row].TotalOf(from, until));
            html.Raw("</tr>\n"u8);
        }
    }

    private void WriteCell(HtmlWriter html, Variance? cell)
    {
        if (cell is not Variance known)
        {
            html.Raw("<td class=\"z\">–</td>"u8);
            return;
        }

        html.Raw("<td class=\""u8).Raw(Figures.ClassOf(known.Outcome)).Raw("\">"u8);
        facts.Figures.Difference(html, known.Difference, known.Outcome);
        html.Raw("</td>"u8);
    }
}
