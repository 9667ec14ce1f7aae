using System.Globalization;
using NodaTime;

namespace CostCenters.Samples.SampleCompany;

/// <summary>A month of the company: fiscal years run from April and are named by the year in which they end.</summary>
internal readonly record struct Month(int Index) : IComparable<Month>
{
    public const int FirstYear = 2024;
    public const int LastYear = 2026;

    /// <summary>April 2023, the first month of the book.</summary>
    public static Month First => Of(FirstYear, 1);

    /// <summary>November 2025, the last month with actuals: the peak season has just begun.</summary>
    public static Month LastActual => Of(LastYear, 8);

    /// <summary>March 2026, the last month with a budget.</summary>
    public static Month Last => Of(LastYear, 12);

    public int Year => FirstYear + (Index / 12);

    public int Period => (Index % 12) + 1;

    /// <summary>0 in the first fiscal year, 1 in the second, 2 in the third.</summary>
    public int YearIndex => Index / 12;

    public LocalDate FirstDay => new LocalDate(2023, 4, 1).PlusMonths(Index);

    public LocalDate LastDay => FirstDay.PlusMonths(1).PlusDays(-1);

    public static Month Of(int year, int period) => new(((year - FirstYear) * 12) + period - 1);

    public static IEnumerable<Month> OfYear(int year) => Between(Of(year, 1), Of(year, 12));

    public static IEnumerable<Month> Between(Month from, Month through) =>
        Enumerable.Range(from.Index, through.Index - from.Index + 1).Select(index => new Month(index));

    public bool IsWithin(Month from, Month through) => Index >= from.Index && Index <= through.Index;

    /// <summary>Monday to Friday, without the fixed public holidays.</summary>
    public IReadOnlyList<LocalDate> Workdays()
    {
        LocalDate first = FirstDay;
        return
        [
            .. Enumerable.Range(0, LastDay.Day).Select(first.PlusDays).Where(day =>
                day.DayOfWeek is not (IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday)
                && (day.Month, day.Day) is not ((1, 1) or (5, 1) or (10, 3) or (12, 25) or (12, 26))),
        ];
    }

    public int CompareTo(Month other) => Index.CompareTo(other.Index);

    /// <summary>The period as the book writes it, such as <c>2026-P01</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Year:0000}-P{Period:00}");
}
