using CostCenters.Explanations;
using CostCenters.Monetary;
using Spectre.Console;

namespace CostCenters.Samples.SupportDesk;

/// <summary>The way from the budgeted to the actual cost of a contact.</summary>
internal static class ChangeView
{
    private const int Width = 34;

    // A tenth of a cent, so that the parts can be added up by eye.
    private const int Digits = 3;

    public static Table Draw(DeskReport report)
    {
        Table table = DeskView.NewTable("step", "a contact", "running").WithChart("");
        if (report.Change.Split is not VarianceNode split)
        {
            return table.AddRow("no split", Texts.Reason(report.Change.Gap), "", "");
        }

        var heights = new List<Fraction> { report.Change.Baseline.Value!.Value };
        foreach (VarianceNode part in split.Children)
        {
            heights.Add(heights[^1] + part.Amount);
        }

        Bars bars = Bars.Between(heights, Width);
        table.AddRow("[bold]budget[/]", "", Texts.Amount(heights[0], Digits), bars.Mark(heights[0]));
        foreach ((VarianceNode part, int index) in split.Children.Select((part, index) => (part, index)))
        {
            string color = Texts.Color(part.Outcome);
            table.AddRow(
                part.Name,
                Texts.Colored(Texts.Signed(part.Amount, Digits), color),
                Texts.Amount(heights[index + 1], Digits),
                bars.Step(heights[index], heights[index + 1], color));
            foreach (VarianceNode group in part.Children.Where(group => !group.Amount.IsZero))
            {
                string name = $"  {VarianceKey.SubjectOf(group.Key)}";
                table.AddRow(
                    $"[dim]{Terminal.Escape(name)}[/]", $"[dim]{Texts.Signed(group.Amount, Digits)}[/]", "", "");
            }
        }

        return table.AddRow(
            "[bold]actual[/]",
            Texts.Signed(split.Amount, Digits),
            Texts.Amount(heights[^1], Digits),
            bars.Mark(heights[^1]));
    }
}
