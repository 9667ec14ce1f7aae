using System.Buffers;

namespace CostCenters.Samples.VarianceReport;

/// <summary>Makes texts of files fit for a line on a screen.</summary>
internal static class Printable
{
    private const int LongestName = 60;

    private static readonly SearchValues<char> Controls =
        SearchValues.Create([.. Enumerable.Range(0, 256).Select(code => (char)code).Where(char.IsControl)]);

    /// <summary>The text on one line: a line end or another control character becomes a space.</summary>
    public static string OneLine(string text) =>
        text.AsSpan().ContainsAny(Controls)
            ? string.Concat(text.Select(character => char.IsControl(character) ? ' ' : character))
            : text;

    /// <summary>A text on one line that is cut when it would make a table too wide to read.</summary>
    public static string Short(string text)
    {
        string line = OneLine(text);
        int end = char.IsHighSurrogate(line.ElementAtOrDefault(LongestName - 2)) ? LongestName - 2 : LongestName - 1;
        return line.Length <= LongestName ? line : line[..end].TrimEnd() + "…";
    }
}
