using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace CostCenters.Csv.Cells;

/// <summary>One way of writing a date, with or without a time.</summary>
/// <remarks>A pattern of Noda Time, whose names are English unless a language stands in front of it as in
/// <c>[de-DE] d. MMMM yyyy</c>; or <c>excel-serial</c>, the days since the end of 1899 that a date cell of a workbook
/// has.</remarks>
internal sealed class DatePattern
{
    private const string IsoText = "yyyy-MM-dd";
    private const string SerialText = "excel-serial";

    private readonly Func<string, LocalDateTime?> read;

    private DatePattern(string text, Func<string, LocalDateTime?> read)
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
            (string pattern, CultureInfo language) = SplitLanguage(text);
            return new(
                text,
                text == SerialText ? ExcelSerial.Read : FromDates(pattern, language) ?? FromTimes(pattern, language));
        }
        catch (Exception error) when (error is InvalidPatternException or CultureNotFoundException)
        {
            throw new ArgumentException($"\"{text}\" is no pattern of a date: {error.Message}", nameof(text), error);
        }
    }

    public LocalDate? Read(string cell) => read(cell)?.Date;

    /// <summary>The date with its time of day, which is midnight where the pattern has none.</summary>
    public LocalDateTime? ReadMoment(string cell) => read(cell);

    /// <summary>Takes the language off a pattern; that of a pattern without one is English, by the rules of no
    /// country.</summary>
    private static (string Pattern, CultureInfo Language) SplitLanguage(string text)
    {
        int end = text.StartsWith('[') ? text.IndexOf(']', StringComparison.Ordinal) : -1;
        return end < 2
            ? (text, CultureInfo.InvariantCulture)
            : (text[(end + 1)..].TrimStart(), CultureInfo.GetCultureInfo(text[1..end], predefinedOnly: true));
    }

    /// <summary>Null where the pattern has more than a date in it.</summary>
    private static Func<string, LocalDateTime?>? FromDates(string text, CultureInfo language)
    {
        LocalDatePattern pattern;
        try
        {
            pattern = LocalDatePattern.Create(text, language);
        }
        catch (InvalidPatternException)
        {
            return null;
        }

        return cell => pattern.Parse(cell).TryGetValue(default, out LocalDate date) ? date.AtMidnight() : null;
    }

    private static Func<string, LocalDateTime?> FromTimes(string text, CultureInfo language)
    {
        LocalDateTimePattern pattern = LocalDateTimePattern.Create(text, language);
        return cell => pattern.Parse(cell).TryGetValue(default, out LocalDateTime moment) ? moment : null;
    }
}
