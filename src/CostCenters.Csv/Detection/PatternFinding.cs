using System.Text.RegularExpressions;
using CostCenters.Csv.Shapes;

namespace CostCenters.Csv.Detection;

/// <summary>Recognises a part of headings that the next file of the system may have otherwise: a currency, a year.
/// </summary>
/// <remarks>One heading alone may be called so; where several have the same code or year, the system puts it there.
/// </remarks>
internal static partial class PatternFinding
{
    private const int FewestColumns = 2;

    /// <summary>For each heading the pattern <c>Debit ({currency})</c>, or null where it has none.</summary>
    public static string?[] CurrencyPatterns(IReadOnlyList<string> headings)
    {
        string?[] codes = [.. headings.Select(KnownHeadings.CurrencyOf)];
        string[] found = [.. codes.OfType<string>()];
        if (found.Length < FewestColumns || found.Distinct().Count() > 1)
        {
            return new string?[headings.Count];
        }

        return
        [
            .. headings.Select((heading, place) => codes[place] is string code
                ? Unique(
                    Replace(heading, heading.LastIndexOf(code, StringComparison.Ordinal), code, "{currency}"), headings)
                : null),
        ];
    }

    /// <summary>The pattern <c>Budget {year}</c> of a heading whose year others have, too; null where there is none.
    /// </summary>
    public static string? YearPattern(string heading, IReadOnlyList<string> headings)
    {
        string[] years = [.. headings.SelectMany(each => Year().Matches(each).Select(match => match.Value))];
        return years.Length >= FewestColumns
            && years.Distinct().Count() == 1
            && Year().Match(heading) is { Success: true } year
                ? Unique(Replace(heading, year.Index, year.Value, "{year}"), headings)
                : null;
    }

    /// <summary>A heading without its year.</summary>
    public static string WithoutYear(string heading) => Year().Replace(heading, "").Trim();

    private static string? Replace(string heading, int place, string text, string name) =>
        heading.AsSpan().IndexOfAny('{', '}') >= 0
            ? null
            : string.Concat(heading.AsSpan(0, place), name, heading.AsSpan(place + text.Length));

    /// <summary>The pattern, where a single heading follows it.</summary>
    private static string? Unique(string? pattern, IReadOnlyList<string> headings) =>
        pattern is not null && headings.Count(heading => HeadingPattern.Parse(pattern).Match(heading) is not null) == 1
            ? pattern
            : null;

    [GeneratedRegex(@"(?<!\d)(19|20)\d\d(?!\d)")]
    private static partial Regex Year();
}
