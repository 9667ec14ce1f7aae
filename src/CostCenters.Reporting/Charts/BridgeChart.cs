using CostCenters.Explanations;
using CostCenters.Reporting.Documents;
using CostCenters.Reporting.Lines;
using CostCenters.Reporting.Markup;
using CostCenters.Reports;
using CostCenters.Reports.Reading;

namespace CostCenters.Reporting.Charts;

/// <summary>The way from what is compared with to what is compared, step by step and downwards, since steps are parts
/// of a structure; periods stand in order of time, all else by size.</summary>
internal sealed class BridgeChart
{
    private const int Width = 800;
    private const int Labels = 235;
    private const int Numbers = 135;
    private const int RowHeight = 24;
    private const int BarHeight = 14;
    private const int LongestName = 34;
    private const decimal SmallestPart = 0.1m;

    private readonly ReportFacts facts;
    private readonly Bridge bridge;
    private readonly IReadOnlyList<(string Name, decimal Amount)> steps;
    private readonly Axis axis;
    private readonly bool isCut;
    private readonly decimal start;

    public BridgeChart(ReportFacts facts, Bridge bridge)
    {
        this.facts = facts;
        this.bridge = bridge;
        BridgeSteps drawn = BridgeSteps.Of(bridge, facts);
        steps = drawn.Steps;
        Gross = drawn.Gross;
        decimal running = bridge.Budget;
        (decimal least, decimal most) = (Math.Min(running, bridge.Actual), Math.Max(running, bridge.Actual));
        foreach ((string _, decimal amount) in steps)
        {
            running += amount;
            (least, most) = (Math.Min(least, running), Math.Max(most, running));
        }

        // Steps of some per cent of the whole could not be seen on an axis from 0.
        decimal farthest = Math.Max(decimal.Abs(least), decimal.Abs(most));
        isCut = (least > 0m || most < 0m) && most > least && (most - least) / farthest < SmallestPart;
        decimal room = (most - least) / 3m;
        start = !isCut ? 0m : least > 0m ? least - room : most + room;
        axis = isCut
            ? new Axis(Math.Min(start, least), Math.Max(start, most), Width - Labels - Numbers, holdsZero: false)
            : new Axis(least, most, Width - Labels - Numbers);
    }

    /// <summary>The steps as they are drawn; what is left out is one step.</summary>
    public IReadOnlyList<(string Name, decimal Amount)> Steps => steps;

    /// <summary>What is favorable and what is unfavorable among the steps.</summary>
    public GrossVariance Gross { get; }

    public void Write(HtmlWriter html, string id)
    {
        int height = (RowHeight * (steps.Count + 2)) + 4;
        html.Raw("<svg role=\"img\" aria-labelledby=\""u8).Text(id).Raw("t "u8).Text(id).Raw("d\" viewBox=\"0 0 "u8)
            .Number(Width).Raw(" "u8).Number(height).Raw("\"><title id=\""u8).Text(id).Raw("t\">"u8)
            .Text(Title).Raw("</title><desc id=\""u8).Text(id)
            .Raw("d\">The figures are in the table below the chart.</desc><g aria-hidden=\"true\">"u8);
        decimal running = bridge.Budget;
        WriteWhole(html, 0, facts.ReferenceName, running, facts.Document.Reference);
        for (int row = 0; row < steps.Count; row++)
        {
            WriteStep(html, row + 1, steps[row].Name, running, steps[row].Amount);
            running += steps[row].Amount;
        }

        WriteWhole(html, steps.Count + 1, facts.SubjectName, bridge.Actual, facts.Document.Subject);
        html.Down("x"u8, Labels + axis.At(start), 0, height).Raw("</g></svg>\n"u8);
        if (isCut)
        {
            html.Raw("<p class=\"why\">The axis does not begin at 0 but at "u8).Text(facts.Figures.Words(start))
                .Raw(" "u8).Text(facts.Unit).Raw(", so that the steps can be seen.</p>\n"u8);
        }
    }

    public string Title
    {
        get
        {
            string by = bridge.Steps.IsEmpty ? ""
                : bridge.Steps[0].Center is not null ? " by center"
                : bridge.Steps[0].Element is not null ? " by element"
                : " by period";
            return $"{ReportFacts.NameOf(bridge.Measure)} from {facts.Comparison.BudgetName} "
                + $"to {facts.Comparison.ActualName}{by}";
        }
    }

    public Outcome OutcomeOf(decimal amount) => new Variance(null, amount, bridge.Measure).Outcome;

    private void WriteWhole(HtmlWriter html, int row, string name, decimal amount, Scenario scenario)
    {
        WriteName(html, row, name, "b"u8);
        (int left, int right) = Order(axis.At(start), axis.At(amount));
        html.Bar(Marks.ClassOf(scenario), Labels + left, Top(row), Math.Max(1, right - left), BarHeight);
        if (isCut)
        {
            // A gap in the bar says that it is longer than it looks.
            int gap = Labels + (start < amount ? left + 14 : right - 18);
            html.Raw("<path class=\"cut\" d=\"M"u8).Number(gap).Raw(" "u8).Number(Top(row) - 3)
                .Raw("l-4 20h5l4 -20z\"/>"u8);
        }

        html.Raw("<text class=\"e\" x=\""u8).Number(Width).Raw("\" y=\""u8).Number(Top(row) + 11).Raw("\">"u8);
        facts.Figures.Plain(html, amount);
        html.Raw("</text>"u8);
    }

    private void WriteStep(HtmlWriter html, int row, string name, decimal from, decimal amount)
    {
        Outcome outcome = OutcomeOf(amount);
        WriteName(html, row, name, "n"u8);
        (int left, int right) = Order(axis.At(from), axis.At(from + amount));
        html.Bar(Figures.ClassOf(outcome), Labels + left, Top(row), Math.Max(1, right - left), BarHeight);
        html.Down("w"u8, Labels + axis.At(from), Top(row) - (RowHeight - BarHeight), RowHeight);
        html.Raw("<text class=\"e "u8).Raw(Figures.ClassOf(outcome)).Raw("\" x=\""u8).Number(Width)
            .Raw("\" y=\""u8).Number(Top(row) + 11).Raw("\">"u8);
        facts.Figures.PlainDifference(html, amount, outcome);
        html.Raw("</text>"u8);
    }

    private static void WriteName(HtmlWriter html, int row, string name, ReadOnlySpan<byte> style) =>
        html.Raw("<text class=\""u8).Raw(style).Raw("\" x=\"0\" y=\""u8).Number(Top(row) + 11).Raw("\">"u8)
            .Text(ReportFacts.Short(name, LongestName)).Raw("</text>"u8);

    private static int Top(int row) => (row * RowHeight) + 6;

    private static (int Left, int Right) Order(int one, int other) => (Math.Min(one, other), Math.Max(one, other));
}
