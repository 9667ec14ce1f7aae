using CostCenters.Csv.Cells;
using CostCenters.Csv.Shapes;

namespace CostCenters.Csv.Imports;

public sealed partial class ImportProfile
{
    /// <summary>Cells are divided by this character.</summary>
    /// <param name="delimiter">An ASCII character that is no quote, line end, letter or digit.</param>
    /// <exception cref="ArgumentException">The character cannot divide cells.</exception>
    public ImportProfile WithDelimiter(char delimiter) =>
        IsDelimiter(delimiter)
            ? new(settings with { Delimiter = delimiter })
            : throw new ArgumentException(
                "A delimiter is an ASCII character other than quote, line end, letter or digit.", nameof(delimiter));

    /// <summary>Bytes are text in this encoding.</summary>
    /// <param name="name">An encoding that .NET knows, such as <c>utf-8</c> or <c>windows-1252</c>.</param>
    /// <exception cref="ArgumentException">No such encoding is known.</exception>
    public ImportProfile WithEncoding(string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        try
        {
            return new(settings with { Encoding = FileEncoding.Find(name), EncodingName = name });
        }
        catch (NotSupportedException error)
        {
            throw new ArgumentException($"The encoding {name} is not supported.", nameof(name), error);
        }
    }

    /// <summary>A first line such as <c>sep=;</c>, as Excel writes it, is accepted and names the delimiter.</summary>
    public ImportProfile WithSeparatorLine() => new(settings with { AcceptsSeparatorLine = true });

    /// <summary>So many lines stand in front of the header; they are skipped, and counted in line numbers.</summary>
    /// <param name="lines">Lines by line feeds, quotes or not; 0 for none.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    public ImportProfile WithPreamble(int lines)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(lines);
        return new(settings with { PreambleLines = lines });
    }

    /// <summary>Numbers are written with these separators.</summary>
    /// <param name="decimalSeparator">Between integer digits and decimals.</param>
    /// <param name="groupSeparators">
    /// The characters of which one may stand between groups of three digits, such as <c>","</c> or
    /// <c>"\u00A0\u202F"</c> for no-break spaces; empty for no grouping. Groups of another size, a grouped number
    /// with a leading zero (<c>0.125</c> is no 125), or two different separators in one number, are refused.
    /// </param>
    /// <exception cref="ArgumentException">
    /// A separator is a digit, sign, parenthesis or letter, or is both decimal and group separator.
    /// </exception>
    public ImportProfile WithNumbers(char decimalSeparator, string groupSeparators)
    {
        ArgumentNullException.ThrowIfNull(groupSeparators);
        return new(settings with
        {
            Numbers = settings.Numbers.WithSeparators(decimalSeparator, groupSeparators),
        });
    }

    /// <summary>Negative numbers are written in these ways.</summary>
    /// <param name="styles">One or more; an unlisted one is refused.</param>
    /// <exception cref="ArgumentOutOfRangeException">An unknown style.</exception>
    public ImportProfile WithNegativeStyles(NegativeStyles styles)
    {
        const NegativeStyles All =
            NegativeStyles.LeadingMinus | NegativeStyles.TrailingMinus | NegativeStyles.Parentheses;
        if ((styles & ~All) != 0)
        {
            throw new ArgumentOutOfRangeException(nameof(styles), styles, "An unknown style.");
        }

        return new(settings with { Numbers = settings.Numbers.WithNegativeStyles(styles) });
    }

    /// <summary>Every amount ends with one of two suffixes, which is its sign; quantities have none.</summary>
    /// <param name="positive">The suffix of a positive amount, such as <c>D</c>; compared exactly.</param>
    /// <param name="negative">The suffix of a negative amount, such as <c>C</c>; compared exactly.</param>
    /// <remarks>Spaces may stand before a suffix. An amount without one, or with a minus as well, is refused.</remarks>
    /// <exception cref="ArgumentException">A suffix is empty or not made of letters, or one ends the other.</exception>
    public ImportProfile WithSignSuffixes(string positive, string negative)
    {
        ArgumentException.ThrowIfNullOrEmpty(positive);
        ArgumentException.ThrowIfNullOrEmpty(negative);
        return new(settings with { Numbers = settings.Numbers.WithSuffixes(positive, negative) });
    }

    /// <summary>The sign of an amount means this.</summary>
    /// <param name="signs">Natural signs, or those of a general ledger.</param>
    /// <exception cref="ArgumentOutOfRangeException">An unknown meaning.</exception>
    public ImportProfile WithAmountSigns(AmountSigns signs) =>
        Enum.IsDefined(signs)
            ? new(settings with { AmountSigns = signs })
            : throw new ArgumentOutOfRangeException(nameof(signs), signs, "An unknown meaning.");

    /// <summary>Dates are written in one of these patterns, names in English unless told.</summary>
    /// <param name="patterns">
    /// Patterns of Noda Time such as <c>yyyy-MM-dd</c>, <c>dd/MM/yyyy</c>, <c>dd-MMM-yy</c> (00 to 30 is 2000 to
    /// 2030) or <c>yyyy-MM-dd HH:mm:ss</c>, whose time is dropped; <c>[de-DE] d. MMMM yyyy</c> for month names of
    /// another language, as .NET has them (it has none where a program is built without globalization);
    /// <c>excel-serial</c> for the numbers that stand behind dates in workbooks (from 61, which is
    /// 1900-03-01, a fraction being the time). A date that two patterns read differently is refused.
    /// </param>
    /// <exception cref="ArgumentException">No pattern is given, or one is none of a date.</exception>
    public ImportProfile WithDatePatterns(params IEnumerable<string> patterns)
    {
        ArgumentNullException.ThrowIfNull(patterns);
        DatePattern[] read = [.. patterns.Select(DatePattern.Create)];
        return read.Length > 0
            ? new(settings with { DatePatterns = [.. read] })
            : throw new ArgumentException("Name at least one pattern.", nameof(patterns));
    }

    /// <summary>A contract column has another header name in the file, or one of several.</summary>
    /// <remarks>A file without one of the names is stopped, also where the contract lets the column be absent: what a
    /// profile names is expected.</remarks>
    /// <param name="column">The column's name in the contract, exactly.</param>
    /// <param name="headings">The names in the file, compared without case, spaces and the kind of dash.</param>
    /// <exception cref="ArgumentException">A name is empty, no table has the column, or it has a constant.</exception>
    public ImportProfile WithColumn(string column, params IEnumerable<string> headings) =>
        WithColumn(column, ColumnSource.Named(headings));

    /// <summary>A contract column comes from somewhere in the file.</summary>
    /// <param name="column">The column's name in the contract, exactly.</param>
    /// <param name="source">Where its text comes from.</param>
    /// <exception cref="ArgumentNullException"><paramref name="source"/> is null.</exception>
    /// <exception cref="ArgumentException">No table has the column, or it has a constant.</exception>
    public ImportProfile WithColumn(string column, ColumnSource source)
    {
        TableColumns.Require(column, nameof(column));
        ArgumentNullException.ThrowIfNull(source);
        return settings.Columns.GetValueOrDefault(column) is ConstantSource
            ? throw new ArgumentException($"The column {column} has a constant.", nameof(column))
            : new(settings with { Columns = settings.Columns.SetItem(column, source) });
    }

    /// <summary>
    /// A contract column has the same text in every row; a column of that name in the file is ignored.
    /// </summary>
    /// <param name="column">The column's name in the contract, exactly.</param>
    /// <param name="value">The text of the cell, as it would stand in the file.</param>
    /// <exception cref="ArgumentException">The name is empty, no table has the column, or it has a header name.
    /// </exception>
    public ImportProfile WithConstant(string column, string value)
    {
        TableColumns.Require(column, nameof(column));
        ArgumentNullException.ThrowIfNull(value);
        return settings.Columns.GetValueOrDefault(column) is not (null or ConstantSource)
            ? throw new ArgumentException($"The column {column} has a header name.", nameof(column))
            : new(settings with { Columns = settings.Columns.SetItem(column, ColumnSource.Constant(value)) });
    }

    /// <summary>Cells with one of these texts are read as empty.</summary>
    /// <param name="tokens">Texts such as <c>NULL</c>, compared exactly; none for none.</param>
    /// <exception cref="ArgumentException">A token is empty.</exception>
    public ImportProfile WithAbsentTokens(params IEnumerable<string> tokens)
    {
        ArgumentNullException.ThrowIfNull(tokens);
        string[] copy = [.. tokens];
        return copy.Any(string.IsNullOrEmpty)
            ? throw new ArgumentException("A token is a text.", nameof(tokens))
            : new(settings with { AbsentTokens = [.. copy] });
    }

    /// <summary>
    /// Numbers with more decimals than their column takes are rounded, and what that changed is told
    /// (<see cref="ImportedFile.RoundingRests"/>). More than 28 decimals are refused all the same.
    /// </summary>
    /// <param name="rounding">The rule; it sees the number with its sign.</param>
    /// <exception cref="ArgumentOutOfRangeException">An unknown rule.</exception>
    public ImportProfile WithRounding(MidpointRounding rounding) =>
        Enum.IsDefined(rounding)
            ? new(settings with { Rounding = rounding })
            : throw new ArgumentOutOfRangeException(nameof(rounding), rounding, "An unknown rule.");

    /// <summary>Issues do not carry the offending text, which may be personal or confidential.</summary>
    public ImportProfile WithoutOffendingValues() => new(settings with { TellsValues = false });

    /// <summary>A column that no table of the contract has comes from somewhere in the file.</summary>
    internal ImportProfile WithOtherColumn(string column, ColumnSource source) =>
        new(settings with { Columns = settings.Columns.SetItem(column, source) });

    internal static bool IsDelimiter(char character) =>
        char.IsAscii(character)
        && !char.IsAsciiLetterOrDigit(character)
        && character is not ('"' or '\r' or '\n' or '\0');
}
