using System.Text;
using CostCenters.Explanations;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace CostCenters.Tool.Views;

/// <summary>Draws a table that was laid out, line by line.</summary>
internal static class TableText
{
    private const char Cut = '…';

    /// <summary>The heading, a rule and the rows.</summary>
    public static IEnumerable<IRenderable> Lines(TableFit fit, NumberText numbers)
    {
        yield return LineOf(fit, (column, place) => (HeadingOf(column, fit.Detail), Style.Plain));
        yield return new Text(new string(' ', TableFit.Margin - 1) + new string('─', fit.Width - TableFit.Margin + 1));
        foreach (DisplayCell[] row in fit.Table.Rows)
        {
            yield return LineOf(
                fit, (column, place) => (row[place].Shown(column, numbers, fit.Detail), StyleOf(row[place].Outcome)));
        }
    }

    private static Paragraph LineOf(TableFit fit, Func<DisplayColumn, int, (string Text, Style Style)> cellOf)
    {
        var line = new Paragraph(new string(' ', TableFit.Margin));
        for (int index = 0; index < fit.Places.Count; index++)
        {
            DisplayColumn column = fit.Table.Columns[fit.Places[index]];
            (string text, Style style) = cellOf(column, fit.Places[index]);
            string shown = Cutting(text, fit.Widths[index]);
            string padding = new(' ', fit.Widths[index] - shown.GetCellWidth());
            line.Append(column.IsNumber ? padding : "");
            line.Append(shown, style);
            line.Append(column.IsNumber ? "" : padding);
            line.Append(index < fit.Places.Count - 1 ? new string(' ', fit.Detail.Gap) : "");
        }

        return line;
    }

    private static string HeadingOf(DisplayColumn column, TableDetail detail) =>
        column.Kind == DisplayKind.Outcome && !detail.HasWords ? "" : column.Heading;

    /// <summary>A text that is cut at its end, where it is longer than its column.</summary>
    private static string Cutting(string text, int width)
    {
        if (text.GetCellWidth() <= width)
        {
            return text;
        }

        var cut = new StringBuilder();
        int used = 1;
        foreach (Rune rune in text.EnumerateRunes())
        {
            used += rune.ToString().GetCellWidth();
            if (used > width)
            {
                break;
            }

            cut.Append(rune.ToString());
        }

        return cut.ToString().TrimEnd() + Cut;
    }

    private static Style StyleOf(Outcome? outcome) =>
        outcome switch
        {
            Outcome.Favorable => new Style(Color.Green),
            Outcome.Unfavorable => new Style(Color.Red),
            _ => Style.Plain,
        };
}
