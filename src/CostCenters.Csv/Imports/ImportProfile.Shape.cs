using CostCenters.Csv.Shapes;

namespace CostCenters.Csv.Imports;

public sealed partial class ImportProfile
{
    /// <summary>Where the header stands.</summary>
    public HeaderPlace Header => settings.Shape.Header;

    /// <summary>How amounts stand in a row; null where the column <c>amount</c> is one like any other.</summary>
    public AmountSource? Amount => settings.Shape.Amount;

    /// <summary>Where the file names the currency of its amounts; null where it does not.</summary>
    public CurrencyRule? Currency => settings.Shape.Currency;

    /// <summary>The columns of periods side by side, or null.</summary>
    public PeriodColumns? Periods => settings.Shape.Periods;

    /// <summary>How a report in sections is read, or null.</summary>
    public SectionRules? Sections => settings.Shape.Sections;

    /// <summary>What a last row is that holds the sum of all others.</summary>
    public LastRow LastRow => settings.Shape.LastRow;

    /// <summary>The header stands elsewhere than in the first line, or there is none.</summary>
    /// <param name="place">The place.</param>
    public ImportProfile WithHeader(HeaderPlace place) => With(settings.Shape with { Header = place });

    /// <summary>White space around cells is no part of them.</summary>
    public ImportProfile WithTrimmedCells() => With(settings.Shape with { TrimsCells = true });

    /// <summary>A row may have fewer cells than the header; those that lack are empty.</summary>
    public ImportProfile WithShortRows() => With(settings.Shape with { AllowsShortRows = true });

    /// <summary>A row may have more cells than the header; what has no heading is passed over.</summary>
    public ImportProfile WithSurplusCells() => With(settings.Shape with { AllowsSurplusCells = true });

    /// <summary>Each row starts and ends with a delimiter, <c>|a|b|</c>; other lines and rulers are set aside.
    /// </summary>
    public ImportProfile WithFramedRows() => With(settings.Shape with { IsFramed = true, TrimsCells = true });

    /// <summary>Quotes are text like any other; no cell holds a delimiter or line end.</summary>
    public ImportProfile WithLiteralQuotes() => new(settings with { HasLiteralQuotes = true });

    /// <summary>Lines end with carriage returns alone, as old Macintosh programs write them.</summary>
    public ImportProfile WithCarriageReturns() => new(settings with { ReturnsEndLines = true });

    /// <summary>A byte order mark outweighs the encoding of the profile: UTF-8 or UTF-16.</summary>
    public ImportProfile WithByteOrderMark() => new(settings with { FollowsByteOrderMark = true });

    /// <summary>Numbers may have a power of ten, <c>1.5E+03</c>; they are read exactly.</summary>
    public ImportProfile WithExponents() => new(settings with { Numbers = settings.Numbers.WithExponents() });

    /// <summary>Numbers of one column that have too many decimals are rounded; see <see cref="WithRounding(
    /// MidpointRounding)"/>.</summary>
    /// <param name="column">The column's name in the contract.</param>
    /// <param name="rounding">The rule.</param>
    /// <exception cref="ArgumentException">No table has the column.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An unknown rule.</exception>
    public ImportProfile WithRounding(string column, MidpointRounding rounding)
    {
        TableColumns.Require(column, nameof(column));
        return Enum.IsDefined(rounding)
            ? new(settings with { Roundings = settings.Roundings.SetItem(column, rounding) })
            : throw new ArgumentOutOfRangeException(nameof(rounding), rounding, "An unknown rule.");
    }

    /// <summary>Amounts stand in two columns, or have their sign or scale elsewhere.</summary>
    /// <param name="amount">How they stand in a row.</param>
    /// <exception cref="ArgumentNullException"><paramref name="amount"/> is null.</exception>
    public ImportProfile WithAmount(AmountSource amount)
    {
        ArgumentNullException.ThrowIfNull(amount);
        return With(settings.Shape with { Amount = amount });
    }

    /// <summary>The file names the currency of its amounts, which is compared with that of the book.</summary>
    /// <param name="currency">Where it stands.</param>
    /// <exception cref="ArgumentNullException"><paramref name="currency"/> is null.</exception>
    public ImportProfile WithCurrency(CurrencyRule currency)
    {
        ArgumentNullException.ThrowIfNull(currency);
        return With(settings.Shape with { Currency = currency });
    }

    /// <summary>Periods stand in columns side by side; each filled cell of them is a row.</summary>
    /// <param name="periods">Which columns.</param>
    /// <exception cref="ArgumentNullException"><paramref name="periods"/> is null.</exception>
    public ImportProfile WithPeriodColumns(PeriodColumns periods)
    {
        ArgumentNullException.ThrowIfNull(periods);
        return With(settings.Shape with { Periods = periods });
    }

    /// <summary>The file is a report in sections.</summary>
    /// <param name="sections">How it is read.</param>
    /// <exception cref="ArgumentNullException"><paramref name="sections"/> is null.</exception>
    public ImportProfile WithSections(SectionRules sections)
    {
        ArgumentNullException.ThrowIfNull(sections);
        return With(settings.Shape with { Sections = sections });
    }

    /// <summary>Some rows are totals, which are verified and set aside; several rules may be given.</summary>
    /// <param name="totals">Which rows, and what they sum.</param>
    /// <exception cref="ArgumentNullException"><paramref name="totals"/> is null.</exception>
    public ImportProfile WithTotals(TotalRows totals)
    {
        ArgumentNullException.ThrowIfNull(totals);
        return With(settings.Shape with { Totals = settings.Shape.Totals.Add(totals) });
    }

    /// <summary>A last row that holds the sum of all others, and less text than they, is a total or a row.</summary>
    /// <remarks>Unless told such a row is rejected: read as a posting it would double the file.</remarks>
    /// <param name="meaning">What it is.</param>
    /// <exception cref="ArgumentOutOfRangeException">An unknown meaning.</exception>
    public ImportProfile WithLastRow(LastRow meaning) =>
        Enum.IsDefined(meaning)
            ? With(settings.Shape with { LastRow = meaning })
            : throw new ArgumentOutOfRangeException(nameof(meaning), meaning, "An unknown meaning.");

    /// <summary>Some rows are set aside; several filters may be given, and each must let a row pass.</summary>
    /// <param name="filter">Which rows.</param>
    /// <exception cref="ArgumentNullException"><paramref name="filter"/> is null.</exception>
    public ImportProfile WithFilter(RowFilter filter)
    {
        ArgumentNullException.ThrowIfNull(filter);
        return With(settings.Shape with { Filters = settings.Shape.Filters.Add(filter) });
    }

    /// <summary>A text above the header is used by columns; several may be given.</summary>
    /// <param name="metadata">Where it stands.</param>
    /// <exception cref="ArgumentNullException"><paramref name="metadata"/> is null.</exception>
    public ImportProfile WithMetadata(FileMetadata metadata)
    {
        ArgumentNullException.ThrowIfNull(metadata);
        return With(settings.Shape with { Metadata = settings.Shape.Metadata.Add(metadata) });
    }

    /// <summary>A column is compared with others instead of being read; several may be given.</summary>
    /// <param name="check">The column, and what it must be.</param>
    /// <exception cref="ArgumentNullException"><paramref name="check"/> is null.</exception>
    public ImportProfile WithCheck(ColumnCheck check)
    {
        ArgumentNullException.ThrowIfNull(check);
        return With(settings.Shape with { Checks = settings.Shape.Checks.Add(check) });
    }

    /// <summary>Without a filter that was added before.</summary>
    internal ImportProfile WithoutFilter(RowFilter filter) =>
        With(settings.Shape with { Filters = settings.Shape.Filters.Remove(filter) });

    private ImportProfile With(FileShape shape) => new(settings with { Shape = shape });
}
