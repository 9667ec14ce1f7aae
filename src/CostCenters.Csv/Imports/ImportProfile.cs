using System.Collections.Immutable;
using CostCenters.Csv.Shapes;

namespace CostCenters.Csv.Imports;

/// <summary>The dialect of the files to import: how they split, and how they write numbers, dates and signs.</summary>
/// <remarks>
/// <para>Nothing is guessed. What the profile does not allow is refused with an issue, never read some other way.
/// <see cref="Contract"/> is the dialect of the book folder; every other one is made from it step by step:</para>
/// <code>
/// ImportProfile german = ImportProfile.Contract
///     .WithDelimiter(';')
///     .WithEncoding("windows-1252")
///     .WithNumbers(decimalSeparator: ',', groupSeparators: ".")
///     .WithDatePatterns("dd.MM.yyyy");
/// </code>
/// <para>Immutable; each method returns another profile. Column names are those of the contract.</para>
/// </remarks>
public sealed partial class ImportProfile
{
    private readonly ProfileSettings settings;

    private ImportProfile(ProfileSettings settings) => this.settings = settings;

    /// <summary>
    /// The dialect of the book folder: UTF-8, comma, decimal point, leading minus, ISO dates, no grouping, no
    /// rounding, no <c>sep=</c> line, no preamble.
    /// </summary>
    public static ImportProfile Contract { get; } =
        new(new ProfileSettings { Encoding = FileEncoding.Find("utf-8") });

    /// <summary>The character between cells, unless a <c>sep=</c> line names another.</summary>
    public char Delimiter => settings.Delimiter;

    /// <summary>The name of the encoding, as given.</summary>
    public string EncodingName => settings.EncodingName;

    /// <summary>Whether a first line such as <c>sep=;</c> is accepted.</summary>
    public bool AcceptsSeparatorLine => settings.AcceptsSeparatorLine;

    /// <summary>How many lines in front of the header are skipped.</summary>
    public int PreambleLines => settings.PreambleLines;

    /// <summary>The character between the integer digits and the decimals.</summary>
    public char DecimalSeparator => settings.Numbers.DecimalSeparator;

    /// <summary>The characters that may stand between groups of three digits; empty for none.</summary>
    public string GroupSeparators => settings.Numbers.GroupSeparators;

    /// <summary>The accepted ways to write a negative number.</summary>
    public NegativeStyles NegativeStyles => settings.Numbers.NegativeStyles;

    /// <summary>The suffix of positive amounts, or null when amounts have no suffix.</summary>
    public string? PositiveSuffix => settings.Numbers.PositiveSuffix;

    /// <summary>The suffix of negative amounts, or null when amounts have no suffix.</summary>
    public string? NegativeSuffix => settings.Numbers.NegativeSuffix;

    /// <summary>What the sign of an amount means.</summary>
    public AmountSigns AmountSigns => settings.AmountSigns;

    /// <summary>The accepted date patterns, in the order given.</summary>
    public ImmutableArray<string> DatePatterns => [.. settings.DatePatterns.Select(pattern => pattern.Text)];

    /// <summary>Where the columns of a table come from; one that is not named has its own name in the file.</summary>
    public IReadOnlyDictionary<string, ColumnSource> Columns => settings.Columns;

    /// <summary>The cells that mean the same as an empty one.</summary>
    public ImmutableArray<string> AbsentTokens => settings.AbsentTokens;

    /// <summary>How numbers with too many decimals are rounded; null when they are refused.</summary>
    public MidpointRounding? Rounding => settings.Rounding;

    /// <summary>The longest row that is read, in bytes of UTF-8; a longer one stops its file.</summary>
    public int MaximumRowLength => settings.MaximumRowLength;

    /// <summary>The longest cell that is read, in bytes of UTF-8; null where only rows have a limit.</summary>
    public int? MaximumFieldLength =>
        settings.Shape.Limits.FieldLength is int length and < int.MaxValue ? length : null;

    /// <summary>The most columns of a header.</summary>
    public int MaximumColumns => settings.Shape.Limits.Columns;

    /// <summary>The most rows below the header; null for any number.</summary>
    public long? MaximumRows => settings.Shape.Limits.Rows is long rows and < long.MaxValue ? rows : null;

    /// <summary>The most bytes of a file; null for any number.</summary>
    public long? MaximumFileSize => settings.Shape.Limits.FileSize is long size and < long.MaxValue ? size : null;

    /// <summary>Whether issues carry the offending text.</summary>
    public bool TellsValues => settings.TellsValues;

    /// <summary>Whether the rows and columns of a file are those of a table, under other names at most.</summary>
    internal bool IsPlain => settings.Shape.IsPlain && settings.Columns.Values.All(source => source.IsPlain);

    internal ProfileSettings Settings => settings;

    /// <summary>How the numbers of a column are rounded that have too many decimals; null to refuse them.</summary>
    internal MidpointRounding? RoundingOf(string column) =>
        settings.Roundings.TryGetValue(column, out MidpointRounding rounding) ? rounding : settings.Rounding;
}
