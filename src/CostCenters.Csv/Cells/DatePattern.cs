using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace CostCenters.Csv.Cells;

/// <summary>One way of writing a date, with or without a time that is dropped.</summary>
internal sealed class DatePattern
{
    private const string IsoText = "yyyy-MM-dd";

    private readonly Func<string, LocalDate?> read;

    private DatePattern(string text, Func<string, LocalDate?> read)
    {
        Text = text;
        this.read = read;
        Plain = PlainDatePattern.Create(text);
    }

    public static DatePattern Iso { get; } = Create(IsoText);

    public string Text { get; }

    /// <summary>Whether this is the contract's own pattern, which has a faster road.</summary>
    public bool IsIso => Text == IsoText;

    /// <summary>The same pattern for bytes, if it is one of digits alone.</summary>
    public PlainDatePattern? Plain { get; }

    /// <exception cref="ArgumentException">The text is no pattern of a date.</exception>
    public static DatePattern Create(string text)
    {
        ArgumentException.ThrowIfNullOrEmpty(text);
        try
        {
            return new(text, FromDates(text) ?? FromTimes(text));
        }
        catch (InvalidPatternException error)
        {
            throw new ArgumentException($"\"{text}\" is no pattern of a date: {error.Message}", nameof(text), error);
        }
    }

    public LocalDate? Read(string cell) => read(cell);

    /// <summary>Null where the pattern has more than a date in it.</summary>
    private static Func<string, LocalDate?>? FromDates(string text)
    {
        LocalDatePattern pattern;
        try
        {
            pattern = LocalDatePattern.Create(text, CultureInfo.InvariantCulture);
        }
        catch (InvalidPatternException)
        {
            return null;
        }

        return cell => pattern.Parse(cell).TryGetValue(default, out LocalDate date) ? date : null;
    }

    private static Func<string, LocalDate?> FromTimes(string text)
    {
        LocalDateTimePattern pattern = LocalDateTimePattern.Create(text, CultureInfo.InvariantCulture);
        return cell => pattern.Parse(cell).TryGetValue(default, out LocalDateTime moment) ? moment.Date : null;
    }
}
