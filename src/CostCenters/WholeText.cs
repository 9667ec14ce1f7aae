using System.Runtime.CompilerServices;

namespace CostCenters;

/// <summary>The rule of every text that is kept: it can be written to any file, so it holds no NUL and no half of a
/// surrogate pair.</summary>
internal static class WholeText
{
    /// <summary>The text, if it keeps the rule.</summary>
    /// <exception cref="ArgumentException">It does not.</exception>
    public static string Require(string text, [CallerArgumentExpression(nameof(text))] string? parameter = null) =>
        IsWhole(text)
            ? text
            : throw new ArgumentException("A text has a NUL or half of a surrogate pair, which is no text.", parameter);

    public static bool IsWhole(ReadOnlySpan<char> text)
    {
        if (text.Contains('\0'))
        {
            return false;
        }

        for (int index = text.IndexOfAnyInRange('\uD800', '\uDFFF'); index >= 0 && index < text.Length; index++)
        {
            if (!char.IsSurrogate(text[index]))
            {
                continue;
            }

            if (index + 1 == text.Length || !char.IsSurrogatePair(text[index], text[index + 1]))
            {
                return false;
            }

            index++;
        }

        return true;
    }
}
