using System.Globalization;
using System.Text.RegularExpressions;
using CostCenters.Csv.Reading;
using CostCenters.Csv.Shapes;

namespace CostCenters.Csv.Detection;

/// <summary>Finds columns of periods side by side: Jan, Feb, ..., or Budget (Jan) 2026, Actual (Jan) 2026, ...
/// </summary>
internal static partial class PeriodFinding
{
    private const int FewestColumns = 3;

    /// <summary>Takes the columns of periods; none where the headings are no such.</summary>
    public static List<SampleColumn> Find(ColumnFinding columns, ProposalDraft draft)
    {
        Dictionary<string, List<SampleColumn>> series = FindSeries(columns);
        if (series.Count == 0)
        {
            return [];
        }

        if (series.Count > 1)
        {
            OpenSeries(series, columns, draft);
        }
        else
        {
            draft.Profile = draft.Profile.WithPeriodColumns(RuleOf(series.Keys.First(), columns));
        }

        draft.Say($"Columns of periods stand side by side: {string.Join(" and ", series.Keys)}. A cell is "
            + (draft.IsBudget ? "the budget of its period." : "a posting of the last day of its month."));
        if (series.Keys.Any(pattern => !HasYear(pattern)) && YearOf(columns) is null)
        {
            draft.Open(
                "year",
                "The headings of the periods have no year, and no column has it.",
                "PeriodColumns.WithYear",
                "periods.year");
        }

        return [.. series.Values.SelectMany(each => each)];
    }

    /// <summary>The columns of each pattern: three, or two where as many stand beside them.</summary>
    private static Dictionary<string, List<SampleColumn>> FindSeries(ColumnFinding columns)
    {
        var series = columns.Free
            .Select(column => (Column: column, Pattern: PatternOf(column.Heading)))
            .Where(each => each.Pattern is not null)
            .GroupBy(each => each.Pattern!)
            .Where(group => AreInOrder([.. group.Select(each => each.Column.Heading)], group.Key))
            .ToDictionary(group => group.Key, group => group.Select(each => each.Column).ToList());
        return series
            .Where(each => each.Value.Count >= FewestColumns
                || (each.Value.Count == FewestColumns - 1
                    && series.Count(other => other.Value.Count == each.Value.Count) > 1))
            .ToDictionary();
    }

    /// <summary>Whether months with years of two digits follow each other: else the digits are days or weeks.</summary>
    private static bool AreInOrder(string[] headings, string pattern)
    {
        var parsed = HeadingPattern.Parse(pattern);
        int[] months =
        [
            .. headings
                .Where(heading => !Year().IsMatch(heading))
                .Select(heading => PeriodHeading.Read(heading, 0, parsed))
                .Where(heading => heading?.Year is not null)
                .Select(heading => (heading!.Year!.Value * 12) + (heading.Month ?? 0)),
        ];
        return months.Zip(months.Skip(1)).All(pair => pair.Second == pair.First + 1);
    }

    private static SampleColumn? YearOf(ColumnFinding columns) =>
        columns.Candidates(KnownHeadings.Year) is [SampleColumn year] ? year : null;

    private static bool HasYear(string pattern) =>
        pattern.Contains("{year}", StringComparison.Ordinal);

    private static PeriodColumns RuleOf(string pattern, ColumnFinding columns)
    {
        var rule = new PeriodColumns(DayOfMonth.Last, pattern);
        return !HasYear(pattern) && YearOf(columns) is SampleColumn year ? rule.WithYear(year.Source) : rule;
    }

    /// <summary>Several figures stand side by side; none of them is taken until one is named.</summary>
    private static void OpenSeries(
        Dictionary<string, List<SampleColumn>> series, ColumnFinding columns, ProposalDraft draft) => draft.Open(
        "periods",
        $"{string.Join(" and ", series.Keys)} stand side by side; which of them are the amounts nothing decides.",
        "WithPeriodColumns",
        "periods",
        [
            .. series.Keys.Select(pattern => new ProfileChoice(
                pattern,
                $"The amounts stand below {pattern}",
                profile => profile.WithPeriodColumns(RuleOf(pattern, columns)))),
        ]);

    /// <summary>The heading with places for month, or period, and year; null where it has none.</summary>
    private static string? PatternOf(string heading)
    {
        if (heading.AsSpan().IndexOfAny('{', '}') >= 0)
        {
            return null;
        }

        Match named = Words().Matches(heading).FirstOrDefault(match => MonthNames.Find(match.Value) is not null)
            ?? Match.Empty;
        Match year = Year().Match(heading);
        if (named.Success)
        {
            Match shortYear = ShortYear().Match(heading, named.Index + named.Length);
            return Place(heading, named, "{month}", year.Success ? year : shortYear.Groups["year"]);
        }

        Match number = PeriodNumber().Match(heading);
        if (number.Success)
        {
            return Place(heading, number.Groups["number"], "{period}", year);
        }

        Match month = year.Success ? MonthNumber().Match(heading) : Match.Empty;
        return month.Success && MonthNames.Find(month.Groups["number"].Value) is not null
            ? Place(heading, month.Groups["number"], "{month}", year)
            : null;
    }

    private static string Place(string heading, Capture found, string place, Group year)
    {
        IEnumerable<(int Index, int Length, string Text)> places = [(found.Index, found.Length, place)];
        places = year.Success ? places.Append((year.Index, year.Length, "{year}")) : places;
        foreach ((int index, int length, string text) in places.OrderByDescending(each => each.Index))
        {
            heading = string.Create(
                CultureInfo.InvariantCulture, $"{heading.AsSpan(0, index)}{text}{heading.AsSpan(index + length)}");
        }

        return heading;
    }

    [GeneratedRegex(@"\p{L}{3,}")]
    private static partial Regex Words();

    [GeneratedRegex(@"(?<!\d)(19|20)\d\d(?!\d)")]
    private static partial Regex Year();

    /// <summary>A year of two digits behind the name of a month: <c>Jan-26</c>, <c>Jan '26</c>.</summary>
    [GeneratedRegex(@"\G\.?[\s\-_/]{0,2}['\u2019]?(?<year>\d\d)(?!\d)")]
    private static partial Regex ShortYear();

    [GeneratedRegex(@"(?:^|[\s\-_])(?:P|Per\.?|Period|Periode)\s?(?<number>\d{1,2})(?!\d)")]
    private static partial Regex PeriodNumber();

    [GeneratedRegex(@"(?<!\d)(?<number>0?[1-9]|1[0-2])(?!\d)")]
    private static partial Regex MonthNumber();
}
