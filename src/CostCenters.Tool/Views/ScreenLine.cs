using CostCenters.Explanations;
using CostCenters.Tool.Writing;
using Spectre.Console;

namespace CostCenters.Tool.Views;

/// <summary>A line of a screen: texts, some of them in the color of an outcome.</summary>
internal sealed class ScreenLine
{
    private readonly List<(string Text, Outcome? Outcome)> parts = [];

    /// <summary>The line without colors, and without spaces at its end.</summary>
    public string Text => string.Concat(parts.Select(part => part.Text)).TrimEnd();

    public static ScreenLine Of(string text) => new ScreenLine().Append(text);

    /// <summary>Adds a text to the line.</summary>
    /// <param name="text">The text, fit for a screen.</param>
    /// <param name="outcome">What gives it its color, or null.</param>
    public ScreenLine Append(string text, Outcome? outcome = null)
    {
        parts.Add((text, outcome));
        return this;
    }

    /// <summary>Writes lines: with colors on a terminal, and as plain text elsewhere.</summary>
    public static void Write(Output output, IEnumerable<ScreenLine> lines)
    {
        if (output.IsTerminal)
        {
            Terminal.DrawLines(output, lines.Select(line => line.ToParagraph()));
            return;
        }

        foreach (ScreenLine line in lines)
        {
            output.Write(line.Text);
            output.Write("\n");
        }
    }

    /// <summary>The columns that a text takes; most texts are ASCII, where each character takes one.</summary>
    public static int WidthOf(string text) =>
        text.AsSpan().ContainsAnyExceptInRange(' ', '~') ? text.GetCellWidth() : text.Length;

    private Paragraph ToParagraph()
    {
        var paragraph = new Paragraph();
        foreach ((string text, Outcome? outcome) in parts)
        {
            paragraph.Append(text, StyleOf(outcome));
        }

        return paragraph;
    }

    private static Style StyleOf(Outcome? outcome) =>
        outcome switch
        {
            Outcome.Favorable => new Style(Color.Green),
            Outcome.Unfavorable => new Style(Color.Red),
            _ => Style.Plain,
        };
}
