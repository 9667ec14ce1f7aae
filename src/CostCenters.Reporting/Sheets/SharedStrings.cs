using System.Globalization;
using System.Text;

namespace CostCenters.Reporting.Sheets;

/// <summary>The texts of a workbook, each once.</summary>
internal sealed class SharedStrings
{
    private const int LongestCell = 32_767;

    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);
    private readonly List<string> texts = [];

    public int NumberOf(string text)
    {
        if (!numbers.TryGetValue(text, out int number))
        {
            number = texts.Count;
            numbers.Add(text, number);
            texts.Add(text);
        }

        return number;
    }

    public void Write(XmlBytes xml)
    {
        xml.Raw("""
            <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
            <sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">
            """u8);
        foreach (string text in texts)
        {
            xml.Raw("<si><t xml:space=\"preserve\">"u8).Text(Printable(text)).Raw("</t></si>"u8);
        }

        xml.Raw("</sst>"u8);
    }

    /// <summary>A text that a cell can hold: what nobody would see is shown as what it is, <c>\u{202E}</c>, and what a
    /// spreadsheet program would take for an escape of its own is escaped.</summary>
    public static string Printable(string text)
    {
        if (text.Length <= LongestCell && !text.AsSpan().ContainsAnyExceptInRange(' ', '~')
            && !text.Contains("_x", StringComparison.Ordinal))
        {
            return text;
        }

        var shown = new StringBuilder(text.Length);
        foreach (Rune rune in text.EnumerateRunes())
        {
            if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format
                or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
                or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned)
            {
                shown.Append(CultureInfo.InvariantCulture, $"\\u{{{rune.Value:X}}}");
            }
            else
            {
                shown.Append(rune.ToString());
            }

            if (shown.Length >= LongestCell - 32)
            {
                shown.Append('…');
                break;
            }
        }

        return EscapeEscapes(shown.ToString());
    }

    /// <summary>Programs read <c>_x0041_</c> as the letter A.</summary>
    private static string EscapeEscapes(string text)
    {
        int start = text.IndexOf("_x", StringComparison.Ordinal);
        while (start >= 0)
        {
            bool isEscape = start + 6 < text.Length && text[start + 6] == '_'
                && !text.AsSpan(start + 2, 4).ContainsAnyExcept(HexDigits);
            text = isEscape ? text.Insert(start, "_x005F") : text;
            start = text.IndexOf("_x", start + (isEscape ? 8 : 2), StringComparison.Ordinal);
        }

        return text;
    }

    private static readonly System.Buffers.SearchValues<char> HexDigits =
        System.Buffers.SearchValues.Create("0123456789abcdefABCDEF");
}
