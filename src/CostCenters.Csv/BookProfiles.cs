using CostCenters.Csv.Imports;

namespace CostCenters.Csv;

/// <summary>The dialects of the tables of a book; <c>book.json</c> has none.</summary>
/// <remarks>
/// Without another word each table is read by <see cref="ImportProfile.Contract"/>. Immutable.
/// <code>
/// ImportProfile german = ImportProfile.Contract.WithDelimiter(';').WithNumbers(',', ".");
/// var profiles = new BookProfiles(german) { Centers = ImportProfile.Contract };
/// </code>
/// </remarks>
public sealed class BookProfiles
{
    /// <summary>Creates profiles by which every table is read as the contract says.</summary>
    public BookProfiles()
        : this(ImportProfile.Contract)
    {
    }

    /// <summary>Creates one profile for all tables.</summary>
    /// <param name="all">The dialect of each table that is not given another one.</param>
    /// <exception cref="ArgumentNullException"><paramref name="all"/> is null.</exception>
    public BookProfiles(ImportProfile all)
    {
        ArgumentNullException.ThrowIfNull(all);
        Centers = all;
        Elements = all;
        Budget = all;
        Postings = all;
        KeyFigures = all;
    }

    /// <summary>The dialect of <c>centers.csv</c>.</summary>
    /// <exception cref="ArgumentNullException">The profile is null.</exception>
    public ImportProfile Centers { get; init => field = NotNull(value); }

    /// <summary>The dialect of <c>elements.csv</c>.</summary>
    /// <exception cref="ArgumentNullException">The profile is null.</exception>
    public ImportProfile Elements { get; init => field = NotNull(value); }

    /// <summary>The dialect of <c>budget.csv</c>.</summary>
    /// <exception cref="ArgumentNullException">The profile is null.</exception>
    public ImportProfile Budget { get; init => field = NotNull(value); }

    /// <summary>The dialect of <c>postings.csv</c>, or of each file of the folder <c>postings</c>.</summary>
    /// <exception cref="ArgumentNullException">The profile is null.</exception>
    public ImportProfile Postings { get; init => field = NotNull(value); }

    /// <summary>The dialect of <c>key-figures.csv</c>.</summary>
    /// <exception cref="ArgumentNullException">The profile is null.</exception>
    public ImportProfile KeyFigures { get; init => field = NotNull(value); }

    /// <summary>Each table as the contract says.</summary>
    internal static BookProfiles Contract { get; } = new();

    private static ImportProfile NotNull(ImportProfile value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return value;
    }
}
