using System.Globalization;
using System.Text;

namespace CostCenters.Tool.Writing;

/// <summary>Makes texts of files fit for a line on a screen.</summary>
/// <remarks>Control characters, marks of direction, zero-width characters and line separators could forge or break what
/// a terminal shows, so they are shown as what they are: <c>\u{202E}</c>.</remarks>
internal static class Printable
{
    private const int LongestName = 60;

    /// <summary>The text on one line, with everything that has no width or moves the cursor made visible.</summary>
    public static string OneLine(string text)
    {
        if (!text.AsSpan().ContainsAnyExceptInRange(' ', '~'))
        {
            return text;
        }

        var line = new StringBuilder(text.Length);
        foreach (Rune rune in text.EnumerateRunes())
        {
            Append(line, rune);
        }

        return line.ToString();
    }

    /// <summary>A text on one line that is cut when it would make a table too wide to read.</summary>
    public static string Short(string text)
    {
        string line = OneLine(text);
        int end = char.IsHighSurrogate(line.ElementAtOrDefault(LongestName - 2)) ? LongestName - 2 : LongestName - 1;
        return line.Length <= LongestName ? line : line[..end].TrimEnd() + "…";
    }

    /// <summary>Appends a character, or what stands for it where nobody would see it.</summary>
    public static void Append(StringBuilder text, Rune rune)
    {
        if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format
            or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator)
        {
            text.Append(CultureInfo.InvariantCulture, $"\\u{{{rune.Value:X}}}");
        }
        else
        {
            text.Append(rune.ToString());
        }
    }
}
