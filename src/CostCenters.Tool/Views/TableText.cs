using System.Text;
using CostCenters.Explanations;
using Spectre.Console;

namespace CostCenters.Tool.Views;

/// <summary>Draws a table that was laid out, line by line.</summary>
internal static class TableText
{
    private const char Cut = '…';

    /// <summary>The heading, a rule and the rows.</summary>
    public static IEnumerable<ScreenLine> Lines(TableFit fit, NumberText numbers)
    {
        string margin = new(' ', TableFit.Margin - 1);
        yield return LineOf(fit, (column, _) => (HeadingOf(column, fit.Detail), null));
        yield return ScreenLine.Of(margin + new string('─', fit.Width - TableFit.Margin + 1));
        foreach (DisplayCell[] row in fit.Table.Rows)
        {
            yield return LineOf(
                fit, (column, place) => (row[place].Shown(column, numbers, fit.Detail), row[place].Outcome));
        }
    }

    private static ScreenLine LineOf(TableFit fit, Func<DisplayColumn, int, (string Text, Outcome? Outcome)> cellOf)
    {
        var line = ScreenLine.Of(new string(' ', TableFit.Margin));
        for (int index = 0; index < fit.Places.Count; index++)
        {
            DisplayColumn column = fit.Table.Columns[fit.Places[index]];
            (string text, Outcome? outcome) = cellOf(column, fit.Places[index]);
            string shown = Cutting(text, fit.Widths[index]);
            string padding = new(' ', fit.Widths[index] - ScreenLine.WidthOf(shown));
            string gap = index < fit.Places.Count - 1 ? new string(' ', fit.Detail.Gap) : "";
            line.Append(column.IsNumber ? padding : "").Append(shown, outcome);
            line.Append(column.IsNumber ? gap : padding + gap);
        }

        return line;
    }

    private static string HeadingOf(DisplayColumn column, TableDetail detail) =>
        column.Kind == DisplayKind.Outcome && !detail.HasWords ? "" : column.Heading;

    /// <summary>A text that is cut at its end, where it is longer than its column.</summary>
    private static string Cutting(string text, int width)
    {
        if (ScreenLine.WidthOf(text) <= width)
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
}
