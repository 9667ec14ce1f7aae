using System.Globalization;
using System.Text;

namespace CostCenters.Csv.Rows;

/// <summary>Shows texts of files in messages: control characters escaped, long ones cut.</summary>
internal static class ShownText
{
    private const int Longest = 200;

    public static string Of(string text)
    {
        var shown = new StringBuilder(Math.Min(text.Length, Longest + 1));
        foreach (Rune rune in text.EnumerateRunes())
        {
            if (shown.Length >= Longest)
            {
                return shown.Append(CultureInfo.InvariantCulture, $"… ({text.Length} characters)").ToString();
            }

            _ = Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format
                or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
                ? shown.Append(CultureInfo.InvariantCulture, $"\\u{rune.Value:X4}")
                : shown.Append(rune.ToString());
        }

        return shown.ToString();
    }
}
