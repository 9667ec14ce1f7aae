using System.Globalization;
using CostCenters.Monetary;

namespace CostCenters.Csv.Detection;

/// <summary>A cell that looks like a number, taken apart without knowing what its separators mean.</summary>
/// <param name="Body">Digits with separators between them.</param>
/// <param name="Negative">How it is negative, or null.</param>
/// <param name="Sign">A sign or code of a currency, empty without one.</param>
/// <param name="Suffix">Letters behind it that may be its sign, empty without them.</param>
/// <param name="HasExponent">Whether a power of ten stands behind it.</param>
internal sealed record NumberText(
    string Body, Imports.NegativeStyles Negative, string Sign, string Suffix, bool HasExponent)
{
    /// <summary>The characters that stand between digits.</summary>
    public static string Separators => ".,'\u2019 \u00A0\u202F";

    private static readonly string[] Suffixes = ["D", "C", "DR", "CR", "S", "H"];

    /// <summary>Takes a cell apart; null when it is no number.</summary>
    public static NumberText? Read(string cell)
    {
        string text = cell.Trim();
        var negative = Imports.NegativeStyles.None;
        if (text is ['(', .., ')'])
        {
            negative = Imports.NegativeStyles.Parentheses;
            text = text[1..^1].Trim();
        }

        string sign = TakeFront(ref text);
        TakeMinus(ref text, ref negative);
        sign += sign.Length == 0 ? TakeFront(ref text) : "";
        bool hasExponent = TakeExponent(ref text);
        string back = TakeBack(ref text);
        TakeMinus(ref text, ref negative);
        back += back.Length == 0 ? TakeBack(ref text) : "";
        bool isSuffix = Suffixes.Contains(back, StringComparer.OrdinalIgnoreCase);
        sign += isSuffix ? "" : back;
        return text.Length > 0
            && text.Any(char.IsAsciiDigit)
            && char.IsAsciiDigit(text[^1])
            && text.All(character =>
                char.IsAsciiDigit(character) || Separators.Contains(character, StringComparison.Ordinal))
            && (sign.Length == 0 || IsCurrency(sign))
                ? new(text, negative, sign, isSuffix ? back : "", hasExponent)
                : null;
    }

    private static bool IsCurrency(string sign) =>
        Currency.TryFromIso(sign, out _)
        || sign is "z\u0142" or "kr" or "Fr." or "CHF" or "K\u010D" or "R$"
        || sign.All(character => char.GetUnicodeCategory(character) == UnicodeCategory.CurrencySymbol);

    private static void TakeMinus(ref string text, ref Imports.NegativeStyles negative)
    {
        if (negative == Imports.NegativeStyles.None && text is ['-', ..])
        {
            negative = Imports.NegativeStyles.LeadingMinus;
            text = text[1..].TrimStart();
        }
        else if (negative == Imports.NegativeStyles.None && text is [.., '-'])
        {
            negative = Imports.NegativeStyles.TrailingMinus;
            text = text[..^1].TrimEnd();
        }
    }

    private static string TakeFront(ref string text)
    {
        int end = 0;
        while (end < text.Length && IsSignCharacter(text[end]))
        {
            end++;
        }

        string sign = text[..end];
        text = text[end..].TrimStart();
        return sign;
    }

    private static string TakeBack(ref string text)
    {
        int start = text.Length;
        while (start > 0 && IsSignCharacter(text[start - 1]))
        {
            start--;
        }

        string sign = text[start..];
        text = text[..start].TrimEnd();
        return sign;
    }

    private static bool TakeExponent(ref string text)
    {
        int mark = text.LastIndexOfAny(['e', 'E']);
        bool isExponent = mark > 0
            && char.IsAsciiDigit(text[mark - 1])
            && mark + 1 < text.Length
            && text[(mark + 1)..].TrimStart('+', '-') is { Length: > 0 and <= 3 } digits
            && digits.All(char.IsAsciiDigit);
        text = isExponent ? text[..mark] : text;
        return isExponent;
    }

    private static bool IsSignCharacter(char character) =>
        char.IsLetter(character) || char.GetUnicodeCategory(character) == UnicodeCategory.CurrencySymbol;
}
