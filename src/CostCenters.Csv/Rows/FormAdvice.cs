using System.Text;

namespace CostCenters.Csv.Rows;

/// <summary>Says what a text that cannot be read looks like, and what would read it.</summary>
/// <remarks>For messages alone: nothing is ever read by a guess.</remarks>
internal static class FormAdvice
{
    private const int Longest = 40;

    /// <summary>A sentence about a header that lacks columns; empty where nothing strikes.</summary>
    public static string OfHeader(IReadOnlyList<string> names, byte delimiter)
    {
        string text = string.Join((char)delimiter, names);
        if (text.StartsWith("<!DOCTYPE", StringComparison.OrdinalIgnoreCase)
            || text.StartsWith("<html", StringComparison.OrdinalIgnoreCase))
        {
            return " The file is a web page, perhaps of a login: export the table again.";
        }

        char other = ";\t|,".FirstOrDefault(mark =>
            mark != delimiter && names.Sum(name => name.Count(each => each == mark)) >= 2);
        return names.Count <= 2 && other != default
            ? $" The file separates by {NameOf(other)} and the profile by {NameOf((char)delimiter)}: name it with "
                + "WithDelimiter or the JSON key delimiter, or name a dialect such as \"de-DE\" in book.json."
            : "";
    }

    /// <summary>A sentence about a date; empty where nothing strikes.</summary>
    /// <param name="cell">The text.</param>
    /// <param name="patterns">The patterns that the profile has already.</param>
    public static string OfDate(ReadOnlySpan<byte> cell, IEnumerable<string> patterns)
    {
        string shape = ShapeOf(cell);
        string? pattern = shape switch
        {
            "99.99.9999" => "dd.MM.yyyy",
            "9.9.9999" or "99.9.9999" or "9.99.9999" => "d.M.yyyy",
            "99/99/9999" => "dd/MM/yyyy or MM/dd/yyyy",
            "9/9/9999" or "99/9/9999" or "9/99/9999" => "d/M/yyyy or M/d/yyyy",
            "9999/99/99" => "yyyy/MM/dd",
            "99-99-9999" => "dd-MM-yyyy",
            "99999999" => "yyyyMMdd",
            "99-AAA-99" => "dd-MMM-yy",
            "99-AAA-9999" => "dd-MMM-yyyy",
            "99 AAA 9999" => "dd MMM yyyy",
            "9999-99-99T99:99:99" => "yyyy-MM-dd'T'HH:mm:ss",
            "9999-99-99 99:99:99" => "yyyy-MM-dd HH:mm:ss",
            _ => null,
        };
        return pattern is null || pattern.Split(" or ").Intersect(patterns).Any() ? ""
            : $" It looks like {pattern}: name its pattern with WithDatePatterns or the JSON key dates.";
    }

    /// <summary>A sentence about a number; empty where nothing strikes.</summary>
    public static string OfNumber(ReadOnlySpan<byte> cell)
    {
        if (cell.Length > Longest || cell.IndexOfAnyInRange((byte)'0', (byte)'9') < 0)
        {
            return "";
        }

        int comma = cell.LastIndexOf((byte)',');
        int point = cell.LastIndexOf((byte)'.');
        return cell switch
        {
            [(byte)'(', .., (byte)')'] => " Parentheses may mean a minus: say so with WithNegativeStyles or the JSON "
                + "key numbers.negative.",
            [.., (byte)'-'] => " The minus stands behind the number: allow it with WithNegativeStyles or the JSON key "
                + "numbers.negative.",
            [(byte)' ', ..] or [.., (byte)' '] => " Spaces stand around it: take them off with WithTrimmedCells or the "
                + "JSON key trimmedCells.",
            _ when comma > point => " It has a comma: name decimal and group separators with WithNumbers or the JSON "
                + "key numbers.",
            _ when comma >= 0 => " It has groups: name their separator with WithNumbers or the JSON key numbers.",
            _ when cell.IndexOfAny((byte)'e', (byte)'E') > 0 => " It has a power of ten: allow it with WithExponents "
                + "or the JSON key numbers.exponents.",
            _ => "",
        };
    }

    private static string NameOf(char delimiter) => delimiter == '\t' ? "tab" : delimiter.ToString();

    /// <summary>Digits as 9, letters as A, all else as it is; empty for long texts.</summary>
    private static string ShapeOf(ReadOnlySpan<byte> cell) => cell.Length > Longest
        ? ""
        : string.Create(cell.Length, Encoding.Latin1.GetString(cell), (shape, text) =>
        {
            for (int i = 0; i < text.Length; i++)
            {
                shape[i] = char.IsAsciiDigit(text[i]) ? '9'
                    : char.IsAsciiLetter(text[i]) && text[i] != 'T' ? 'A'
                    : text[i];
            }
        });
}
