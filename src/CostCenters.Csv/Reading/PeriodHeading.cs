using CostCenters.Csv.Shapes;

namespace CostCenters.Csv.Reading;

/// <summary>One column of a period: where it stands and what its heading says.</summary>
/// <param name="Position">The position of its cells.</param>
/// <param name="Places">What stands at the places of the heading.</param>
/// <param name="Year">The year, if the heading has it.</param>
/// <param name="Month">The calendar month, if it has one.</param>
/// <param name="Number">The number of the fiscal period, if it has one.</param>
internal sealed record PeriodHeading(
    int Position, IReadOnlyDictionary<string, string> Places, int? Year, int? Month, int? Number)
{
    /// <summary>What a heading says by a pattern; null when it is none of a period.</summary>
    public static PeriodHeading? Read(string heading, int position, HeadingPattern pattern)
    {
        if (pattern.Match(heading) is not IReadOnlyDictionary<string, string> places)
        {
            return null;
        }

        int? year = places.TryGetValue(PeriodColumns.YearPlace, out string? yearText)
            ? MonthNames.FindYear(yearText) ?? ShortYear(yearText)
            : null;
        int? month = places.TryGetValue(PeriodColumns.MonthPlace, out string? monthText)
            ? MonthNames.Find(monthText)
            : null;
        int? number = places.TryGetValue(PeriodColumns.PeriodPlace, out string? numberText)
            ? NumberOf(numberText)
            : null;
        bool hasYear = year is not null || yearText is null;
        return hasYear && (month ?? number) is not null ? new(position, places, year, month, number) : null;
    }

    /// <summary>A year of two digits, as <c>Jan-26</c> has it.</summary>
    private static int? ShortYear(string text) =>
        text.Length == 2 && NumberOf(text) is int year ? 2_000 + year : null;

    private static int? NumberOf(string text) =>
        text.Length is >= 1 and <= 3 && text.All(char.IsAsciiDigit)
            ? text.Aggregate(0, (number, digit) => (number * 10) + (digit - '0'))
            : null;
}
