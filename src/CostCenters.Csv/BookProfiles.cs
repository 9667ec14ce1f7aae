using CostCenters.Csv.Imports;

namespace CostCenters.Csv;

/// <summary>The dialects of the tables of a book; <c>book.json</c> has none.</summary>
/// <remarks>
/// Without another word each table is read by <see cref="ImportProfile.Contract"/>. Immutable.
/// <code>
/// ImportProfile german = ImportProfile.Contract.WithDelimiter(';').WithNumbers(',', ".");
/// BookProfiles profiles = new BookProfiles(german).WithCenters(ImportProfile.Contract);
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
        : this(all, all, all, all, all, all)
    {
    }

    private BookProfiles(
        ImportProfile centers,
        ImportProfile elements,
        ImportProfile budget,
        ImportProfile postings,
        ImportProfile keyFigures,
        ImportProfile control)
    {
        Centers = NotNull(centers);
        Elements = NotNull(elements);
        Budget = NotNull(budget);
        Postings = NotNull(postings);
        KeyFigures = NotNull(keyFigures);
        Control = NotNull(control);
    }

    /// <summary>The dialect of <c>centers.csv</c>.</summary>
    public ImportProfile Centers { get; }

    /// <summary>The dialect of <c>elements.csv</c>.</summary>
    public ImportProfile Elements { get; }

    /// <summary>The dialect of <c>budget.csv</c>.</summary>
    public ImportProfile Budget { get; }

    /// <summary>The dialect of <c>postings.csv</c>, or of each file of the folder <c>postings</c>.</summary>
    public ImportProfile Postings { get; }

    /// <summary>The dialect of <c>key-figures.csv</c>.</summary>
    public ImportProfile KeyFigures { get; }

    /// <summary>The dialect of the tables of availability control: <c>roles.csv</c>, <c>budget-changes.csv</c>,
    /// <c>commitments.csv</c> and <c>availability-rules.csv</c>.</summary>
    public ImportProfile Control { get; }

    /// <summary>Each table as the contract says.</summary>
    internal static BookProfiles Contract { get; } = new();

    /// <summary>The same with another dialect of <c>centers.csv</c>.</summary>
    /// <param name="profile">The dialect.</param>
    /// <exception cref="ArgumentNullException"><paramref name="profile"/> is null.</exception>
    public BookProfiles WithCenters(ImportProfile profile) =>
        new(profile, Elements, Budget, Postings, KeyFigures, Control);

    /// <summary>The same with another dialect of <c>elements.csv</c>.</summary>
    /// <param name="profile">The dialect.</param>
    /// <exception cref="ArgumentNullException"><paramref name="profile"/> is null.</exception>
    public BookProfiles WithElements(ImportProfile profile) =>
        new(Centers, profile, Budget, Postings, KeyFigures, Control);

    /// <summary>The same with another dialect of <c>budget.csv</c>.</summary>
    /// <param name="profile">The dialect.</param>
    /// <exception cref="ArgumentNullException"><paramref name="profile"/> is null.</exception>
    public BookProfiles WithBudget(ImportProfile profile) =>
        new(Centers, Elements, profile, Postings, KeyFigures, Control);

    /// <summary>The same with another dialect of <c>postings.csv</c>, or of each file of the folder
    /// <c>postings</c>.</summary>
    /// <param name="profile">The dialect.</param>
    /// <exception cref="ArgumentNullException"><paramref name="profile"/> is null.</exception>
    public BookProfiles WithPostings(ImportProfile profile) =>
        new(Centers, Elements, Budget, profile, KeyFigures, Control);

    /// <summary>The same with another dialect of <c>key-figures.csv</c>.</summary>
    /// <param name="profile">The dialect.</param>
    /// <exception cref="ArgumentNullException"><paramref name="profile"/> is null.</exception>
    public BookProfiles WithKeyFigures(ImportProfile profile) =>
        new(Centers, Elements, Budget, Postings, profile, Control);

    /// <summary>The same with another dialect of the tables of availability control.</summary>
    /// <param name="profile">The dialect.</param>
    /// <exception cref="ArgumentNullException"><paramref name="profile"/> is null.</exception>
    public BookProfiles WithControl(ImportProfile profile) =>
        new(Centers, Elements, Budget, Postings, KeyFigures, profile);

    private static ImportProfile NotNull(ImportProfile profile)
    {
        ArgumentNullException.ThrowIfNull(profile);
        return profile;
    }
}
