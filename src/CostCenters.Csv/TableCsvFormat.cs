using System.Globalization;

namespace CostCenters.Csv;

/// <summary>How a table is written as CSV: as the contract says, or as spreadsheets of a culture open it.</summary>
/// <remarks>
/// <para>Digits are 0 to 9, the sign is <c>-</c>, nothing separates thousands, and lines end with LF in every format. A
/// cell is quoted where it holds the delimiter, a quote or a line end.</para>
/// <para>Immutable.</para>
/// </remarks>
public sealed class TableCsvFormat
{
    private const char Comma = ',';
    private const char Semicolon = ';';

    private TableCsvFormat(char delimiter, string decimalSeparator, bool hasByteOrderMark, bool neutralizesCodes)
    {
        Delimiter = delimiter;
        DecimalSeparator = decimalSeparator;
        HasByteOrderMark = hasByteOrderMark;
        NeutralizesCodes = neutralizesCodes;
    }

    /// <summary>What programs read: comma and point, no byte order mark, all texts as they are.</summary>
    public static TableCsvFormat Contract { get; } = new(Comma, ".", hasByteOrderMark: false, neutralizesCodes: false);

    /// <summary>What stands between two cells: an ASCII character.</summary>
    public char Delimiter { get; }

    /// <summary>What stands before the decimals of a number.</summary>
    public string DecimalSeparator { get; }

    /// <summary>Whether the file begins with the byte order mark of UTF-8, without which spreadsheets guess the
    /// encoding.</summary>
    public bool HasByteOrderMark { get; }

    /// <summary>Whether an apostrophe stands before each text that a spreadsheet would run as a formula: one that
    /// begins with <c>= + - @</c>, tab or carriage return.</summary>
    public bool NeutralizesCodes { get; }

    /// <summary>What a spreadsheet of a culture opens, for people: with the list separator and the decimal separator of
    /// the culture, a byte order mark, and texts kept from being run as formulas.</summary>
    /// <param name="culture">The culture.</param>
    /// <returns>The format; where the list separator is none that can be told from numbers, a semicolon stands in for
    /// it.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="culture"/> is null.</exception>
    public static TableCsvFormat ForCulture(CultureInfo culture)
    {
        ArgumentNullException.ThrowIfNull(culture);
        string decimalSeparator = culture.NumberFormat.NumberDecimalSeparator;
        string listSeparator = culture.TextInfo.ListSeparator;
        bool isUsable = listSeparator.Length == 1
            && ",;|\t".Contains(listSeparator[0], StringComparison.Ordinal)
            && listSeparator != decimalSeparator;
        return new TableCsvFormat(
            isUsable ? listSeparator[0] : Semicolon, decimalSeparator, hasByteOrderMark: true, neutralizesCodes: true);
    }

    /// <summary>The same with or without texts being kept from being run as formulas.</summary>
    /// <param name="neutralizes">Whether they are.</param>
    public TableCsvFormat WithNeutralizedCodes(bool neutralizes) =>
        new(Delimiter, DecimalSeparator, HasByteOrderMark, neutralizes);
}
