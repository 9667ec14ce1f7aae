using System.Collections.Immutable;

namespace CostCenters.Csv.Shapes;

/// <summary>Where the text of a table's column comes from in a row of a foreign file.</summary>
/// <remarks>
/// <code>
/// ColumnSource center = ColumnSource.Named("Cost Center", "Kostenstelle").Normalized(CodeNormalizations.Trim);
/// ColumnSource department = ColumnSource.Named("AccountDisplayValue").Part("-", 2);
/// </code>
/// Immutable.
/// </remarks>
public abstract partial class ColumnSource
{
    /// <summary>The most columns of a file: as many as a sheet of a spreadsheet has.</summary>
    internal const int MostColumns = 16_384;

    private protected ColumnSource()
    {
    }

    /// <summary>A column by its heading, or by one of several; a file has one of them.</summary>
    /// <param name="headings">
    /// The headings, compared without letter case, spaces and the kind of dash. A place in braces stands for any text,
    /// which a <see cref="Metadata(string)"/> of that name gives: <c>Debit ({currency})</c>.
    /// </param>
    /// <exception cref="ArgumentException">There is none, or one is empty or no pattern.</exception>
    public static ColumnSource Named(params IEnumerable<string> headings) => new NamedSource(headings);

    /// <summary>A column by its heading that some files lack; the text is empty then.</summary>
    /// <param name="headings">As those of <see cref="Named"/>.</param>
    /// <exception cref="ArgumentException">There is none, or one is empty or no pattern.</exception>
    public static ColumnSource NamedIfPresent(params IEnumerable<string> headings) =>
        new NamedSource(headings, isOptional: true);

    /// <summary>A column by its place.</summary>
    /// <param name="position">1 for the first column.</param>
    /// <exception cref="ArgumentOutOfRangeException">The place is below 1 or beyond 16,384.</exception>
    public static ColumnSource At(int position) => new PositionSource(position);

    /// <summary>The same text in every row.</summary>
    /// <param name="text">As it would stand in the file; may be empty for an absent cell.</param>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    public static ColumnSource Constant(string text) => new ConstantSource(text);

    /// <summary>A text from above the header or from a heading; see <see cref="FileMetadata"/>.</summary>
    /// <param name="name">Its name.</param>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    public static ColumnSource Metadata(string name) => new MetadataSource(name);

    /// <summary>The label of the section that a row stands in; see <see cref="SectionRules"/>.</summary>
    /// <param name="level">0 for the innermost section, 1 for the outermost, 2 for the next one in it.</param>
    /// <exception cref="ArgumentOutOfRangeException">The level is negative.</exception>
    public static ColumnSource Section(int level = 0) => new SectionSource(level);

    /// <summary>What stands at a named place of the heading of a period's column; see <see cref="PeriodColumns"/>.
    /// </summary>
    /// <param name="place">The name of the place, such as <c>plan</c>.</param>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    public static ColumnSource Heading(string place) => new HeadingSource(place);

    /// <summary>Several texts with a separator between them; empty ones are left out.</summary>
    /// <param name="separator">What stands between them; may be empty.</param>
    /// <param name="parts">The texts.</param>
    /// <exception cref="ArgumentException">There are fewer than two parts.</exception>
    public static ColumnSource Joined(string separator, params IEnumerable<ColumnSource> parts) =>
        new JoinedSource(separator, parts);

    /// <summary>A date from a year and a month, written as the contract writes it.</summary>
    /// <param name="year">Four digits.</param>
    /// <param name="month">1 to 12, or its name in English, German, French, Spanish, Italian, Portuguese or
    /// Dutch, short or long.</param>
    /// <param name="day">Which day of the month.</param>
    /// <exception cref="ArgumentNullException">A source is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An unknown choice.</exception>
    public static ColumnSource MonthDate(ColumnSource year, ColumnSource month, DayOfMonth day) =>
        new MonthDateSource(year, month, day);

    /// <summary>A date of which the file has day and month alone: the one that lies in a span of days.</summary>
    /// <remarks>No day of the span, or two, is a fault of the row: a year is never guessed.</remarks>
    /// <param name="dayAndMonth">Two or three digits of day and month without separator, <c>0102</c> or <c>102</c>
    /// for the first of February.</param>
    /// <param name="from">The first day of the span, by one of the profile's date patterns or as <c>yyyyMMdd</c>.
    /// </param>
    /// <param name="through">The last day of the span, likewise.</param>
    /// <exception cref="ArgumentNullException">A source is null.</exception>
    public static ColumnSource DayAndMonth(ColumnSource dayAndMonth, ColumnSource from, ColumnSource through) =>
        new DayAndMonthSource(dayAndMonth, from, through);

    /// <summary>A fiscal period from year and number, written as the contract writes it: <c>2026-P03</c>.</summary>
    /// <param name="year">Four digits.</param>
    /// <param name="number">1 or more, leading zeros allowed.</param>
    /// <exception cref="ArgumentNullException">A source is null.</exception>
    public static ColumnSource Period(ColumnSource year, ColumnSource number) => new PeriodSource(year, number);

    /// <summary>This text, or another one where it is empty.</summary>
    /// <param name="other">The other source.</param>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is null.</exception>
    public ColumnSource Or(ColumnSource other) => new AlternativeSource(this, other);

    /// <summary>One text or another, as a test says.</summary>
    /// <param name="test">The test of the row.</param>
    /// <param name="source">The text where it says yes.</param>
    /// <param name="other">The text where it says no.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static ColumnSource When(RowTest test, ColumnSource source, ColumnSource other) =>
        new ConditionalSource(test, source, other);

    /// <summary>One part of the text.</summary>
    /// <param name="separator">What stands between the parts.</param>
    /// <param name="number">1 for the first part; a text with fewer parts gives an empty one.</param>
    /// <exception cref="ArgumentException">The separator is empty.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The number is below 1.</exception>
    public ColumnSource Part(string separator, int number) => new PartSource(this, separator, number);

    /// <summary>The text in one form, so that codes which differ by form alone are one.</summary>
    /// <param name="normalizations">What is done, in the order of the values.</param>
    /// <exception cref="ArgumentOutOfRangeException">None, or an unknown one.</exception>
    public ColumnSource Normalized(CodeNormalizations normalizations) => new NormalizedSource(this, normalizations, 0);

    /// <summary>The text filled with zeros in front; an empty one stays empty.</summary>
    /// <param name="width">The number of characters to reach, 1 to 100.</param>
    /// <exception cref="ArgumentOutOfRangeException">The width is out of bounds.</exception>
    public ColumnSource Padded(int width)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(width, 100);
        return new NormalizedSource(this, CodeNormalizations.None, width);
    }

    /// <summary>Another text for some texts; one that is not listed stays as it is.</summary>
    /// <param name="texts">The texts of the file and what stands for them; compared exactly.</param>
    /// <exception cref="ArgumentException">There is none.</exception>
    public ColumnSource Translated(IEnumerable<KeyValuePair<string, string>> texts) =>
        new TranslatedSource(this, texts.ToImmutableDictionary());

    /// <summary>Whether the text is written as the contract writes it, whatever the dialect of the file.</summary>
    internal virtual bool IsContractForm => false;

    /// <summary>Whether the text is that of a single column by its heading, as it stands.</summary>
    internal virtual bool IsPlain => false;
}
