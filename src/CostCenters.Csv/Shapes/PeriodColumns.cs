using System.Collections.Immutable;

namespace CostCenters.Csv.Shapes;

/// <summary>Columns of periods side by side: each of their filled cells is a row of its own.</summary>
/// <remarks>
/// <para>The heading gives the period: <c>{month}</c> is a calendar month by number or by its name in one of seven
/// languages, <c>{year}</c> its year of four digits, or of two from 2000 to 2099,
/// <c>{period}</c> the number of a fiscal period, and any other place a text that
/// <see cref="ColumnSource.Heading"/> gives. A month stands for a date in a table of dates and for the fiscal period
/// that has it in one of periods, which a calendar of weeks does not allow.</para>
/// <para>An empty cell is no row; one of zero is. Columns that no heading of the rule fits are as always.</para>
/// <code>
/// var budget = new PeriodColumns(DayOfMonth.Last, "Budget ({month}) {year}");
/// var months = new PeriodColumns(DayOfMonth.Last, "{month}").WithYear(ColumnSource.Named("Year"));
/// </code>
/// Immutable.
/// </remarks>
public sealed class PeriodColumns
{
    /// <summary>Creates a rule.</summary>
    /// <param name="day">Which day stands for a month in a table of dates.</param>
    /// <param name="headings">The headings with their places.</param>
    /// <exception cref="ArgumentException">There is none, one is no pattern, or it has neither month nor period.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">An unknown day.</exception>
    public PeriodColumns(DayOfMonth day, params IEnumerable<string> headings)
    {
        ArgumentNullException.ThrowIfNull(headings);
        if (!Enum.IsDefined(day))
        {
            throw new ArgumentOutOfRangeException(nameof(day), day, "An unknown choice.");
        }

        Day = day;
        Headings = [.. headings];
        Patterns = [.. Headings.Select(HeadingPattern.Parse)];
        if (Patterns.IsEmpty || Patterns.Any(pattern =>
            pattern.Names.Contains(MonthPlace) == pattern.Names.Contains(PeriodPlace)))
        {
            throw new ArgumentException(
                "Name at least one heading, each with either {month} or {period}.", nameof(headings));
        }
    }

    private PeriodColumns(PeriodColumns other, ColumnSource? year)
    {
        Day = other.Day;
        Headings = other.Headings;
        Patterns = other.Patterns;
        Year = year;
    }

    /// <summary>Which day stands for a month in a table of dates.</summary>
    public DayOfMonth Day { get; }

    /// <summary>The headings with their places.</summary>
    public ImmutableArray<string> Headings { get; }

    /// <summary>The year of headings that have none; null where all have one.</summary>
    public ColumnSource? Year { get; }

    internal static string MonthPlace => "month";

    internal static string PeriodPlace => "period";

    internal static string YearPlace => "year";

    internal ImmutableArray<HeadingPattern> Patterns { get; }

    /// <summary>The year where the headings have none.</summary>
    /// <param name="year">Four digits: a column, a constant or metadata.</param>
    /// <exception cref="ArgumentNullException"><paramref name="year"/> is null.</exception>
    public PeriodColumns WithYear(ColumnSource year)
    {
        ArgumentNullException.ThrowIfNull(year);
        return new(this, year);
    }
}
