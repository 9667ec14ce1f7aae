using System.Collections.Immutable;
using CostCenters.Csv.Folders;
using CostCenters.Csv.Imports;

namespace CostCenters.Csv;

/// <summary>The dialects of the tables of a book, by file; <c>book.json</c> has none.</summary>
/// <remarks>
/// A file that is not named here is read as the field <c>dialect</c> of <c>book.json</c> says, or else by
/// <see cref="ImportProfile.Contract"/>. Immutable.
/// <code>
/// ImportProfile german = ImportProfile.ForCulture("de-DE");
/// BookProfiles profiles = new BookProfiles(german).WithCenters(ImportProfile.Contract);
/// </code>
/// </remarks>
public sealed class BookProfiles
{
    private readonly ImportProfile? all;
    private readonly ImmutableDictionary<string, ImportProfile> byFile;

    /// <summary>Creates profiles that name no file: each table is read as the book says.</summary>
    public BookProfiles()
        : this(null, ImmutableDictionary<string, ImportProfile>.Empty)
    {
    }

    /// <summary>Creates one profile for all tables.</summary>
    /// <param name="all">The dialect of each table that is not given another one.</param>
    /// <exception cref="ArgumentNullException"><paramref name="all"/> is null.</exception>
    public BookProfiles(ImportProfile all)
        : this(NotNull(all), ImmutableDictionary<string, ImportProfile>.Empty)
    {
    }

    private BookProfiles(ImportProfile? all, ImmutableDictionary<string, ImportProfile> byFile)
    {
        this.all = all;
        this.byFile = byFile;
    }

    /// <summary>No file is named.</summary>
    internal static BookProfiles Unspecified { get; } = new();

    /// <summary>The dialect of a file.</summary>
    /// <param name="file">Its name in the folder, such as <c>centers.csv</c> or <c>postings/2026-01.csv</c>; a file of
    /// the folder <c>postings</c> that is not named has the dialect of <c>postings.csv</c>.</param>
    /// <exception cref="ArgumentException"><paramref name="file"/> is null or empty.</exception>
    public ImportProfile Of(string file)
    {
        ArgumentException.ThrowIfNullOrEmpty(file);
        return Named(file) ?? all ?? ImportProfile.Contract;
    }

    /// <summary>The same with another dialect of one file.</summary>
    /// <param name="file">Its name in the folder; <c>postings.csv</c> stands for every file of the folder
    /// <c>postings</c>, too, that is not named itself.</param>
    /// <param name="profile">The dialect.</param>
    /// <exception cref="ArgumentException"><paramref name="file"/> is null or no table of a book.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="profile"/> is null.</exception>
    public BookProfiles WithFile(string file, ImportProfile profile)
    {
        ArgumentException.ThrowIfNullOrEmpty(file);
        return BookFileNames.IsTable(file)
            ? new(all, byFile.SetItem(file, NotNull(profile)))
            : throw new ArgumentException(
                $"A book has no table {file}. The tables are {string.Join(", ", BookFileNames.Tables)} and the files of "
                    + "the folder postings.",
                nameof(file));
    }

    /// <summary>The same with another dialect of <c>centers.csv</c>.</summary>
    /// <param name="profile">The dialect.</param>
    /// <exception cref="ArgumentNullException"><paramref name="profile"/> is null.</exception>
    public BookProfiles WithCenters(ImportProfile profile) => WithFile(BookFileNames.CentersFile, profile);

    /// <summary>The same with another dialect of <c>elements.csv</c>.</summary>
    /// <param name="profile">The dialect.</param>
    /// <exception cref="ArgumentNullException"><paramref name="profile"/> is null.</exception>
    public BookProfiles WithElements(ImportProfile profile) => WithFile(BookFileNames.ElementsFile, profile);

    /// <summary>The same with another dialect of <c>budget.csv</c>.</summary>
    /// <param name="profile">The dialect.</param>
    /// <exception cref="ArgumentNullException"><paramref name="profile"/> is null.</exception>
    public BookProfiles WithBudget(ImportProfile profile) => WithFile(BookFileNames.BudgetFile, profile);

    /// <summary>The same with another dialect of <c>postings.csv</c>, and of each file of the folder <c>postings</c>
    /// that is not named itself.</summary>
    /// <param name="profile">The dialect.</param>
    /// <exception cref="ArgumentNullException"><paramref name="profile"/> is null.</exception>
    public BookProfiles WithPostings(ImportProfile profile) => WithFile(BookFileNames.PostingsFile, profile);

    /// <summary>The same with another dialect of <c>key-figures.csv</c>.</summary>
    /// <param name="profile">The dialect.</param>
    /// <exception cref="ArgumentNullException"><paramref name="profile"/> is null.</exception>
    public BookProfiles WithKeyFigures(ImportProfile profile) => WithFile(BookFileNames.KeyFiguresFile, profile);

    /// <summary>The same with another dialect of the tables of availability control: <c>roles.csv</c>,
    /// <c>budget-changes.csv</c>, <c>commitments.csv</c> and <c>availability-rules.csv</c>.</summary>
    /// <param name="profile">The dialect.</param>
    /// <exception cref="ArgumentNullException"><paramref name="profile"/> is null.</exception>
    public BookProfiles WithControl(ImportProfile profile) =>
        BookFileNames.ControlFiles.Aggregate(this, (profiles, file) => profiles.WithFile(file, profile));

    /// <summary>These profiles, with others for the files that they do not name.</summary>
    internal BookProfiles Over(BookProfiles others) =>
        all is not null ? this : new(others.all, others.byFile.SetItems(byFile));

    private static ImportProfile NotNull(ImportProfile profile)
    {
        ArgumentNullException.ThrowIfNull(profile);
        return profile;
    }

    private ImportProfile? Named(string file) =>
        byFile.TryGetValue(file, out ImportProfile? profile) ? profile
        : BookFileNames.IsPostings(file) && byFile.TryGetValue(BookFileNames.PostingsFile, out profile) ? profile
        : null;
}
