using CostCenters.Explanations;
using CostCenters.Reporting.Charts;
using CostCenters.Reporting.Lines;
using CostCenters.Reporting.Markup;
using CostCenters.Reports;

namespace CostCenters.Reporting.Pages;

/// <summary>What was compared in total, large, and as bars on one scale.</summary>
internal sealed class TotalTiles(ReportFacts facts)
{
    private const int Width = 300;
    private const int BarHeight = 12;

    public void Write(HtmlWriter html)
    {
        if (facts.Totals.Count == 0)
        {
            return;
        }

        var axis = new Axis(
            facts.Totals.Min(total => Math.Min(total.Actual, total.Budget ?? 0m)),
            facts.Totals.Max(total => Math.Max(total.Actual, total.Budget ?? 0m)),
            Width - 2);
        html.Raw("<section class=\"tiles\" aria-label=\"Totals\">\n"u8);
        foreach (Variance total in facts.Totals)
        {
            WriteTile(html, total, axis);
        }

        html.Raw("</section>\n"u8);
    }

    /// <summary>The total that tells most, as a sentence.</summary>
    public string? Message()
    {
        if (MainTotal() is not Variance total)
        {
            return null;
        }

        string name = ReportFacts.NameOf(total.Measure);
        string unit = facts.Unit;
        if (total.Budget is null)
        {
            return $"{name} is {facts.Figures.Words(total.Actual)} {unit}; {facts.Comparison.BudgetName} has none.";
        }

        if (total.Difference == 0m)
        {
            return $"{name} is {facts.Figures.Words(total.Actual)} {unit}, exactly as {facts.Comparison.BudgetName}.";
        }

        string percent = facts.Figures.PercentOf(total) is decimal known
            ? $" ({facts.Figures.PercentWords(known)} %)"
            : "";
        string side = total.Difference > 0m ? "above" : "below";
        return $"{name} of {facts.Figures.Words(total.Actual)} {unit} is "
            + $"{facts.Figures.Words(decimal.Abs(total.Difference))}{percent} {side} {facts.Comparison.BudgetName}: "
            + $"{total.Outcome.ToString().ToLowerInvariant()}.";
    }

    private Variance? MainTotal() =>
        ReportTotals.MainOf(facts.Totals.Select(total => total.Measure)) is Measure main
            ? facts.Totals.First(total => total.Measure == main)
            : null;

    private void WriteTile(HtmlWriter html, Variance total, Axis axis)
    {
        Outcome outcome = total.Outcome;
        html.Raw("<div class=\"tile\"><h2>"u8).Text(ReportFacts.NameOf(total.Measure))
            .Raw("</h2>\n<p class=\"big\">"u8);
        facts.Figures.Amount(html, total.Actual);
        html.Raw("</p>\n<p>"u8).Text(facts.ReferenceName).Raw(" "u8);
        facts.Figures.Amount(html, total.Budget);
        html.Raw("</p>\n<p class=\"dif "u8).Raw(Figures.ClassOf(outcome)).Raw("\">"u8);
        facts.Figures.Difference(html, total.Difference, outcome);
        if (facts.Figures.PercentOf(total) is decimal percent)
        {
            html.Raw(" · "u8);
            facts.Figures.Percent(html, percent);
            html.Raw(" %"u8);
        }

        html.Raw("</p>\n<svg viewBox=\"0 0 "u8).Number(Width).Raw(" 30\" aria-hidden=\"true\">"u8);
        WriteBar(html, axis, Marks.ClassOf(facts.Document.Reference), total.Budget ?? 0m, 2);
        WriteBar(html, axis, Marks.ClassOf(facts.Document.Subject), total.Actual, 2 + BarHeight);
        html.Down("x"u8, axis.Zero + 1, 0, 30).Raw("</svg></div>\n"u8);
    }

    private static void WriteBar(HtmlWriter html, Axis axis, ReadOnlySpan<byte> style, decimal amount, int top)
    {
        if (amount != 0m)
        {
            int length = axis.Length(0m, amount);
            html.Bar(style, 1 + (amount < 0m ? axis.Zero - length : axis.Zero), top, length, BarHeight);
        }
    }
}
