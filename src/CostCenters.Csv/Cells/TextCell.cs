using System.Globalization;

namespace CostCenters.Csv.Cells;

/// <summary>Keeps texts from being run as formulas by a spreadsheet that opens a written file.</summary>
/// <remarks>
/// Writing puts one apostrophe before a text that starts with <c>= + - @</c>, tab or carriage return, with or
/// without apostrophes before it; reading takes one off. Both are exact inverses, so texts come back as they were.
/// </remarks>
internal static class TextCell
{
    private const char Apostrophe = '\'';

    /// <summary>The text as it is written.</summary>
    public static string Neutralize(string text) => StartsAsFormula(text, out _) ? Apostrophe + text : text;

    /// <summary>The text as it was before it was written.</summary>
    public static string Restore(string cell) =>
        StartsAsFormula(cell, out int apostrophes) && apostrophes > 0 ? cell[1..] : cell;

    /// <summary>Whether a spreadsheet would run the text as a formula.</summary>
    public static bool IsFormula(string text) => StartsAsFormula(text, out _);

    /// <summary>Whether the text has characters that nobody sees: controls, marks of direction, no width.</summary>
    public static bool HasHiddenCharacters(string text) =>
        text.Any(character => char.GetUnicodeCategory(character) is UnicodeCategory.Control or UnicodeCategory.Format
            or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);

    private static bool StartsAsFormula(string text, out int apostrophes)
    {
        apostrophes = 0;
        while (apostrophes < text.Length && text[apostrophes] == Apostrophe)
        {
            apostrophes++;
        }

        return apostrophes < text.Length && text[apostrophes] is '=' or '+' or '-' or '@' or '\t' or '\r';
    }
}
