using System.Collections.Immutable;
using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Serialization;

namespace CostCenters.Calendars;

/// <summary>How the 52 weeks of a fiscal year fall into periods.</summary>
/// <remarks>
/// <para>Written <c>4-4-5</c> where each quarter has the same lengths, <c>13x4</c> where all periods have four weeks,
/// and else with the weeks of every period: <c>4-5-4-4-4-5-4-4-5-4-4-5</c>.</para>
/// <para>Equal when the lengths are equal. Immutable.</para>
/// </remarks>
[JsonConverter(typeof(TextJsonConverter<WeekPattern>))]
[TypeConverter(typeof(TextTypeConverter<WeekPattern>))]
public sealed class WeekPattern : IEquatable<WeekPattern>, ITextValue<WeekPattern>
{
    private const int WeeksOfAYear = 52;
    private const int WeeksOfAQuarter = 13;
    private const string ThirteenFoursText = "13x4";

    private WeekPattern(ImmutableArray<int> weeks)
    {
        Weeks = weeks;
        WeeksBefore = [.. weeks.Select((_, period) => weeks[..period].Sum()), WeeksOfAYear];
    }

    /// <summary>4-4-5: twelve periods, each quarter of four, four and five weeks.</summary>
    public static WeekPattern FourFourFive { get; } = OfQuarter(4, 4, 5);

    /// <summary>4-5-4: twelve periods, each quarter of four, five and four weeks.</summary>
    public static WeekPattern FourFiveFour { get; } = OfQuarter(4, 5, 4);

    /// <summary>5-4-4: twelve periods, each quarter of five, four and four weeks.</summary>
    public static WeekPattern FiveFourFour { get; } = OfQuarter(5, 4, 4);

    /// <summary>13x4: thirteen periods of four weeks, which make no quarters.</summary>
    public static WeekPattern ThirteenFours { get; } = new([.. Enumerable.Repeat(4, 13)]);

    static string ITextValue<WeekPattern>.Expected =>
        "a pattern of weeks; write 4-4-5, 4-5-4, 5-4-4, 13x4, or the weeks of all periods, which make 52";

    /// <summary>The weeks of each period in a year of 52.</summary>
    public ImmutableArray<int> Weeks { get; }

    /// <summary>Periods in a quarter, or null where the periods make no four quarters of thirteen weeks.</summary>
    public int? PeriodsPerQuarter
    {
        get
        {
            int periods = Weeks.Length / 4;
            return Weeks.Length % 4 == 0
                && Enumerable.Range(0, 4).All(quarter => WeeksBefore[quarter * periods] == quarter * WeeksOfAQuarter)
                    ? periods
                    : null;
        }
    }

    /// <summary>The weeks of a year of 52 before each period, and behind the last.</summary>
    internal ImmutableArray<int> WeeksBefore { get; }

    /// <summary>Any lengths of periods, such as months of six weeks, or quarters that differ.</summary>
    /// <param name="weeks">The weeks of each period in a year of 52, 1 or more each; they make 52 together.</param>
    /// <exception cref="ArgumentNullException"><paramref name="weeks"/> is null.</exception>
    /// <exception cref="ArgumentException">A period has no week, or together they do not make 52.</exception>
    public static WeekPattern Of(IEnumerable<int> weeks)
    {
        ArgumentNullException.ThrowIfNull(weeks);
        ImmutableArray<int> lengths = [.. weeks];
        return IsYear(lengths)
            ? new WeekPattern(lengths)
            : throw new ArgumentException(
                $"The weeks {string.Join('-', lengths)} do not make a year of {WeeksOfAYear}.", nameof(weeks));
    }

    /// <summary>Whether two patterns have the same lengths.</summary>
    public static bool operator ==(WeekPattern? left, WeekPattern? right) => Equals(left, right);

    /// <summary>Whether two patterns differ.</summary>
    public static bool operator !=(WeekPattern? left, WeekPattern? right) => !Equals(left, right);

    /// <inheritdoc/>
    public bool Equals(WeekPattern? other) => other is not null && Weeks.SequenceEqual(other.Weeks);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as WeekPattern);

    /// <inheritdoc/>
    public override int GetHashCode() => Weeks.Aggregate(0, HashCode.Combine);

    /// <summary>Text such as <c>4-4-5</c> or <c>13x4</c>.</summary>
    public override string ToString()
    {
        if (Equals(ThirteenFours))
        {
            return ThirteenFoursText;
        }

        bool repeats = PeriodsPerQuarter == 3
            && Enumerable.Range(3, 9).All(period => Weeks[period] == Weeks[period - 3]);
        return string.Join('-', repeats ? Weeks[..3] : Weeks);
    }

    static bool ITextValue<WeekPattern>.TryRead(
        ReadOnlySpan<char> text, IFormatProvider? provider, [MaybeNullWhen(false)] out WeekPattern value)
    {
        value = text is ThirteenFoursText ? ThirteenFours : null;
        if (value is not null || text.Length > 2 * WeeksOfAYear)
        {
            return value is not null;
        }

        var lengths = ImmutableArray.CreateBuilder<int>();
        foreach (Range part in text.Split('-'))
        {
            if (!int.TryParse(text[part], NumberStyles.None, CultureInfo.InvariantCulture, out int weeks)
                || weeks > WeeksOfAYear)
            {
                return false;
            }

            lengths.Add(weeks);
        }

        ImmutableArray<int> read = lengths.ToImmutable();
        ImmutableArray<int> year = read is [_, _, _] && read.Sum() == WeeksOfAQuarter
            ? [.. read, .. read, .. read, .. read]
            : read;
        value = IsYear(year) ? new WeekPattern(year) : null;
        return value is not null;
    }

    string ITextValue<WeekPattern>.ExactText() => ToString();

    private static WeekPattern OfQuarter(int first, int second, int third) =>
        new([.. Enumerable.Repeat(new[] { first, second, third }, 4).SelectMany(weeks => weeks)]);

    private static bool IsYear(ImmutableArray<int> weeks) =>
        weeks.All(length => length is >= 1 and <= WeeksOfAYear) && weeks.Sum() == WeeksOfAYear;
}
