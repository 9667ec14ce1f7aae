using CostCenters.Explanations;
using CostCenters.Monetary;
using CostCenters.Reporting.Charts;
using CostCenters.Reporting.Lines;
using CostCenters.Reporting.Markup;

namespace CostCenters.Reporting.Pages;

/// <summary>The trees that explain a difference, as lists that open and close by themselves.</summary>
internal sealed class TreePart(ReportFacts facts)
{
    private const int BarWidth = 120;
    private const int MostParts = 12;
    private const int MostNodes = 1_500;
    private const int MostLevels = 32;
    private const int OpenLevels = 1;

    private Fraction scale;
    private int levels;

    public void Write(HtmlWriter html)
    {
        for (int index = 0; index < facts.Document.Explanations.Length; index++)
        {
            facts.Cancellation.ThrowIfCancellationRequested();
            VarianceNode tree = facts.Document.Explanations[index];
            html.Raw("<section id=\"tree"u8).Number(index).Raw("\">\n<h2>Why: "u8).Text(tree.Name)
                .Raw("</h2>\n<p class=\"why\">In "u8).Text(facts.Unit).Raw(", "u8)
                .Text(tree.Basis == VarianceBasis.Cost ? "differences of cost" : "differences of profit")
                .Raw("; the parts of each whole add up to it.</p>\n<ul class=\"tree\">\n"u8);
            Measure(tree);
            WriteNode(html, tree, 0);
            html.Raw("</ul>\n</section>\n"u8);
        }
    }

    /// <summary>The largest part, and so many levels as a page can hold.</summary>
    private void Measure(VarianceNode tree)
    {
        scale = tree.Amount.Abs();
        int count = 1;
        IReadOnlyList<VarianceNode> level = [tree];
        for (levels = 0; levels < MostLevels && level.Count > 0; levels++)
        {
            level = [.. level.SelectMany(node => node.Children)];
            count += level.Count;
            if (levels > 0 && count > MostNodes)
            {
                return;
            }

            foreach (VarianceNode node in level)
            {
                scale = node.Amount.Abs() > scale ? node.Amount.Abs() : scale;
            }
        }
    }

    private void WriteNode(HtmlWriter html, VarianceNode node, int level)
    {
        string how = HowOf(node);
        bool hasParts = !node.Children.IsEmpty && level < levels;
        bool opens = hasParts || how.Length > 0;
        html.Raw("<li>"u8);
        html.Raw(!opens ? "<div class=\"node\">"u8
            : level < OpenLevels ? "<details open><summary class=\"node\">"u8
            : "<details><summary class=\"node\">"u8);
        WriteLine(html, node.Name, node.Amount, node.Outcome);
        html.Raw(opens ? "</summary>"u8 : "</div>"u8);
        if (how.Length > 0)
        {
            html.Raw("<span class=\"how\">"u8).Text(how).Raw("</span>"u8);
        }

        if (hasParts)
        {
            html.Raw("\n<ul>\n"u8);
            WriteParts(html, node, level);
            html.Raw("</ul>"u8);
        }

        html.Raw(opens ? "</details></li>\n"u8 : "</li>\n"u8);
    }

    /// <summary>The parts in their order; of many the smallest together.</summary>
    private void WriteParts(HtmlWriter html, VarianceNode node, int level)
    {
        IEnumerable<VarianceNode> shown = node.Children;
        if (node.Children.Length > MostParts + 1)
        {
            var largest = node.Children.OrderByDescending(part => part.Amount.Abs()).Take(MostParts).ToHashSet();
            shown = node.Children.Where(largest.Contains);
        }

        int count = 0;
        Fraction rest = node.Amount;
        foreach (VarianceNode part in shown)
        {
            WriteNode(html, part, level + 1);
            rest -= part.Amount;
            count++;
        }

        if (count < node.Children.Length)
        {
            Fraction effect = node.Basis == VarianceBasis.Cost ? -rest : rest;
            Outcome outcome = effect.Sign > 0 ? Outcome.Favorable
                : effect.Sign < 0 ? Outcome.Unfavorable
                : Outcome.Neutral;
            html.Raw("<li><div class=\"node\">"u8);
            WriteLine(html, $"{node.Children.Length - count} other parts", rest, outcome);
            html.Raw("</div></li>\n"u8);
        }
    }

    private void WriteLine(HtmlWriter html, string name, Fraction amount, Outcome outcome)
    {
        html.Raw("<span class=\"nm\">"u8).Text(name).Raw("</span><span class=\"a "u8)
            .Raw(Figures.ClassOf(outcome)).Raw("\">"u8);
        facts.Figures.Part(html, amount, outcome);
        html.Raw("</span>"u8);
        decimal share = scale.IsZero ? 0m : (amount / scale).RoundTo(6, MidpointRounding.AwayFromZero);
        Marks.Variance(html, new Axis(-1m, 1m, BarWidth), BarWidth, share, outcome);
    }

    /// <summary>The formula and the figures that it names.</summary>
    private string HowOf(VarianceNode node)
    {
        IEnumerable<string> inputs = node.Inputs.Select(input =>
            $"{input.Name} {facts.Figures.Input(input.Value)} {input.Unit}".TrimEnd());
        string figures = string.Join(", ", inputs);
        return node.Formula.Length == 0 ? figures
            : figures.Length == 0 ? node.Formula
            : $"{node.Formula}; {figures}";
    }
}
