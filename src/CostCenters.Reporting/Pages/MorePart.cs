using CostCenters.Reporting.Lines;
using CostCenters.Reporting.Markup;
using CostCenters.Reports;

namespace CostCenters.Reporting.Pages;

/// <summary>A table beside that of the report; periods of several years stand in a table for each.</summary>
internal sealed class MorePart(ReportFacts facts, MoreTable table)
{
    private readonly ReportLines lines = table.Lines;

    public void Write(HtmlWriter html)
    {
        html.Raw("<section id=\""u8).Text(table.Id).Raw("\">\n<h2>"u8).Text(table.Title)
            .Raw("</h2>\n<p class=\"why\">In "u8).Text(facts.Unit).Raw(". "u8).Text(table.Why).Raw("</p>\n"u8);
        int[] years = [.. table.Columns.Select(column => column.Year).OfType<int>().Distinct()];
        if (years.Length == 0)
        {
            WriteTable(html, table.Columns, null);
        }

        foreach (int year in years)
        {
            WriteTable(html, [.. table.Columns.Where(column => column.Year is null || column.Year == year)], year);
        }

        html.Raw("</section>\n"u8);
    }

    private void WriteTable(HtmlWriter html, IReadOnlyList<MoreColumn> columns, int? year)
    {
        string title = year is int known ? FormattableString.Invariant($"{table.Title}, {known}") : table.Title;
        var folding = new Folding(lines, FormattableString.Invariant($"{table.Id}{year}_"));
        if (year is not null)
        {
            html.Raw("<h3>"u8).Text(title).Raw("</h3>\n"u8);
        }

        // The boxes that fold a table have to be beside it, and beside no other.
        html.Raw("<div>\n"u8);
        folding.WriteRules(html);
        html.Raw("<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\""u8).Text(title)
            .Raw(year is null ? "\">\n<table>\n<thead><tr>"u8 : "\">\n<table class=\"months\">\n<thead><tr>"u8);
        WriteHead(html, lines.ByCenter, "Center");
        WriteHead(html, lines.ByElement, "Element");
        WriteHead(html, lines.ByPeriod, "Period");
        WriteHead(html, true, "Measure");
        foreach (MoreColumn column in columns)
        {
            html.Raw("<th scope=\"col\" class=\"n\">"u8).Text(column.ShortName ?? column.Name).Raw("</th>"u8);
        }

        html.Raw("</tr></thead>\n<tbody>\n"u8);
        for (int index = 0; index < lines.Groups.Count; index++)
        {
            facts.Cancellation.ThrowIfCancellationRequested();
            WriteGroup(html, folding, columns, index);
        }

        html.Raw("</tbody>\n</table>\n</div>\n</div>\n"u8);
    }

    private static void WriteHead(HtmlWriter html, bool isShown, string name)
    {
        if (isShown)
        {
            html.Raw("<th scope=\"col\">"u8).Text(name).Raw("</th>"u8);
        }
    }

    private void WriteGroup(HtmlWriter html, Folding folding, IReadOnlyList<MoreColumn> columns, int index)
    {
        LineGroup group = lines.Groups[index];
        for (int row = group.Start; row < group.Start + group.Count; row++)
        {
            html.Raw("<tr class=\""u8);
            folding.WriteClasses(html, index);
            html.Raw(row == group.Start ? " k\">"u8 : "\">"u8);
            if (row == group.Start && lines.ByCenter)
            {
                folding.WriteHead(html, index, group.Count);
            }

            VarianceRow of = lines.Rows[row];
            WriteName(html, of.Element is { } element ? ReportFacts.NameOf(element) : null);
            WriteName(html, of.Period?.ToString());
            html.Raw("<td class=\"t\">"u8).Text(ReportFacts.WordOf(of.Variance.Measure)).Raw("</td>"u8);
            foreach (MoreColumn column in columns)
            {
                WriteCell(html, column, row, of.Variance);
            }

            html.Raw("</tr>\n"u8);
        }
    }

    private static void WriteName(HtmlWriter html, string? name)
    {
        if (name is not null)
        {
            html.Raw("<th scope=\"row\" class=\"t\">"u8).Text(name).Raw("</th>"u8);
        }
    }

    private void WriteCell(HtmlWriter html, MoreColumn column, int row, Variance of)
    {
        decimal? figure = column.Of(row);
        if (column.Kind == MoreKind.Difference && figure is decimal difference)
        {
            Explanations.Outcome outcome = new Variance(0m, difference, of.Measure).Outcome;
            html.Raw("<td class=\""u8).Raw(Figures.ClassOf(outcome)).Raw("\">"u8);
            facts.Figures.Difference(html, difference, outcome);
        }
        else
        {
            html.Raw("<td>"u8);
            if (column.Kind == MoreKind.Share)
            {
                facts.Figures.Share(html, column.Percent!(row));
            }
            else
            {
                facts.Figures.Amount(html, figure);
            }
        }

        html.Raw("</td>"u8);
    }
}
