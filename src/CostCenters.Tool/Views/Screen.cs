using System.Text;
using Spectre.Console;

namespace CostCenters.Tool.Views;

/// <summary>Puts title, table and what is left out on a screen of some width.</summary>
internal static class Screen
{
    private const string Nothing = "  No budget and no posting in these periods.";

    /// <summary>A whole view.</summary>
    /// <param name="title">The title.</param>
    /// <param name="table">The table.</param>
    /// <param name="look">How it is written.</param>
    /// <param name="below">Lines below it.</param>
    public static IEnumerable<ScreenLine> Of(
        ScreenTitle title, DisplayTable table, ViewLook look, params IEnumerable<string> below)
    {
        IEnumerable<ScreenLine> first = Wrapped(title.First(look.Numbers), look.Width);
        if (table.Rows.Count == 0)
        {
            return [.. first, ScreenLine.Of(""), ScreenLine.Of(Nothing)];
        }

        return
        [
            .. first,
            .. Wrapped(title.Second(look.Numbers), look.Width),
            .. Tables(table, look),
            .. below.SelectMany(line => Wrapped("  " + line, look.Width)),
        ];
    }

    /// <summary>A text in lines that fit; it is broken at spaces alone, unless a word is too long.</summary>
    public static IEnumerable<ScreenLine> Wrapped(string text, int width)
    {
        int indent = text.Length - text.TrimStart().Length;
        var line = new StringBuilder();
        foreach (string word in text.TrimStart().Split(' ').SelectMany(each => Pieces(each, width - indent)))
        {
            if (line.Length > 0 && indent + line.ToString().GetCellWidth() + 1 + word.GetCellWidth() > width)
            {
                yield return ScreenLine.Of(new string(' ', indent) + line);
                line.Clear();
            }

            line.Append(line.Length > 0 ? " " : "").Append(word);
        }

        yield return ScreenLine.Of(new string(' ', indent) + line);
    }

    /// <summary>A word, in pieces where it is wider than a line.</summary>
    private static IEnumerable<string> Pieces(string word, int width)
    {
        var piece = new StringBuilder();
        foreach (Rune rune in word.EnumerateRunes())
        {
            if (piece.ToString().GetCellWidth() + rune.ToString().GetCellWidth() > width)
            {
                yield return piece.ToString();
                piece.Clear();
            }

            piece.Append(rune.ToString());
        }

        yield return piece.ToString();
    }

    /// <summary>The table, or several below each other where columns of periods do not fit beside each other.</summary>
    private static IEnumerable<ScreenLine> Tables(DisplayTable table, ViewLook look)
    {
        foreach (TableFit fit in Panels.Of(table, look.Numbers, look.Width))
        {
            yield return ScreenLine.Of("");
            foreach (ScreenLine line in TableText.Lines(fit, look.Numbers))
            {
                yield return line;
            }

            string[] leftOut = [.. fit.LeftOut()];
            if (leftOut.Length > 0 || !fit.Detail.HasWords)
            {
                yield return ScreenLine.Of("");
                foreach (ScreenLine line in Wrapped(Note(fit, leftOut), look.Width))
                {
                    yield return line;
                }
            }
        }
    }

    private static string Note(TableFit fit, string[] leftOut)
    {
        bool hasLetters = !fit.Detail.HasWords
            && fit.Table.Columns.Any(column => column.Kind == DisplayKind.Outcome);
        string[] notes =
        [
            .. hasLetters ? ["F favorable, U unfavorable"] : Array.Empty<string>(),
            .. leftOut.Length > 0 ? [$"left out to fit: {string.Join(", ", leftOut)}"] : Array.Empty<string>(),
        ];
        return "  " + string.Join("; ", notes);
    }
}
