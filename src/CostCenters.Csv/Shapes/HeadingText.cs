using System.Globalization;
using System.Text;

namespace CostCenters.Csv.Shapes;

/// <summary>Compares headings as people do: without letter case, spaces and the kind of dash.</summary>
internal static class HeadingText
{
    /// <summary>The heading in the form in which two that mean the same are equal.</summary>
    public static string Fold(string heading)
    {
        var folded = new StringBuilder(heading.Length);
        foreach (char character in heading.Normalize(NormalizationForm.FormKC))
        {
            if (!char.IsWhiteSpace(character) && char.GetUnicodeCategory(character) != UnicodeCategory.Format)
            {
                folded.Append(IsDash(character) ? '-' : char.ToUpperInvariant(character));
            }
        }

        return folded.ToString();
    }

    private static bool IsDash(char character) =>
        character == '\u2212' || char.GetUnicodeCategory(character) == UnicodeCategory.DashPunctuation;
}
