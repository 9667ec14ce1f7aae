using CostCenters.Csv.Bulk;
using CostCenters.Csv.Folders;
using CostCenters.Csv.Imports;
using CostCenters.Csv.Rows;
using CostCenters.Csv.Tables;
using CostCenters.Cubes;
using CostCenters.KeyFigures;

namespace CostCenters.Csv;

public static partial class BookFolder
{
    /// <summary>Reads a book into cubes, on all processors and without keeping its postings.</summary>
    /// <remarks>
    /// The same rows are accepted as by <see cref="Read"/>, with the same issues in the same order and the same
    /// figures, whatever the number of threads; the tables of availability control are left to it.
    /// </remarks>
    /// <param name="folder">The path of the folder. A file that changes its length meanwhile stops the book.</param>
    /// <param name="threads">The most threads at work, 1 or more; null for one on each processor.</param>
    /// <param name="progress">Told how far the reading has come, or null. Reports come one after the other, from any
    /// thread.</param>
    /// <param name="quantities">Whether the cubes hold quantities, too. Without them a large book takes less memory and
    /// time; the same rows are accepted.</param>
    /// <param name="comparableWeeks">Whether the postings are added up by comparable weeks, too, for
    /// <see cref="BookCubes.ComparableWeeks"/>; this takes the memory of one more cube.</param>
    /// <param name="profiles">The dialects of the tables, or null for the contract. A table in UTF-8 is read by all
    /// threads, most quickly without constants and sign suffixes; one in another encoding by one thread.</param>
    /// <param name="mostTold">How many rejected rows of the budget and of each file of postings are told with their
    /// faults, the first of the file, 0 or more; the others are counted in <see cref="ImportedFile.Untold"/>, which
    /// takes no memory. Null for all.</param>
    /// <param name="cancellation">Ends the import, of which nothing is left then.</param>
    /// <returns>The book (none when something stops it), all issues, and the counts of each file.</returns>
    /// <exception cref="ArgumentException"><paramref name="folder"/> is null or empty.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="threads"/> is below 1, or
    /// <paramref name="mostTold"/> is negative.</exception>
    /// <exception cref="AmountOverflowException">The rows of a cell add up to more than 64 bits hold.</exception>
    /// <exception cref="OperationCanceledException">The token asked for it.</exception>
    public static ImportResult<BookCubes> ReadCubes(
        string folder,
        int? threads = null,
        IProgress<ImportProgress>? progress = null,
        bool quantities = true,
        bool comparableWeeks = false,
        BookProfiles? profiles = null,
        int? mostTold = null,
        CancellationToken cancellation = default)
    {
        if (threads is int count)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(count, 1, nameof(threads));
        }

        ArgumentOutOfRangeException.ThrowIfNegative(mostTold ?? 0, nameof(mostTold));
        var settings = new BulkSettings
        {
            Threads = threads ?? Environment.ProcessorCount,
            KeepsQuantities = quantities,
            AddsComparableWeeks = comparableWeeks,
            MostTold = mostTold ?? int.MaxValue,
        };
        return ReadCubes(folder, profiles ?? BookProfiles.Unspecified, settings, progress, cancellation);
    }

    internal static ImportResult<BookCubes> ReadCubes(
        string folder,
        BookProfiles profiles,
        BulkSettings settings,
        IProgress<ImportProgress>? progress,
        CancellationToken cancellation)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        cancellation.ThrowIfCancellationRequested();
        var import = new BookImport();
        BookFiles? files = BookFiles.Find(folder, import, cancellation);
        return import.ToResult(
            files is not null && ReadFrame(files, profiles, import, cancellation) is BookFrame frame
                ? ReadCubes(files, frame, settings, progress, import, cancellation)
                : null);
    }

    private static BookCubes? ReadCubes(
        BookFiles files,
        BookFrame frame,
        BulkSettings settings,
        IProgress<ImportProgress>? progress,
        BookImport import,
        CancellationToken cancellation)
    {
        (string name, CubeSpace space, BookProfiles profiles) = frame;
        var axes = new BookAxes(space);
        var budgets = new BudgetSums(space, settings.Threads);
        var actual = new ParallelCubeBuilder(space, settings.Threads);
        ParallelCubeBuilder? comparable = settings.AddsComparableWeeks && space.Calendar.WeekPattern is not null
            ? new ParallelCubeBuilder(space, settings.Threads)
            : null;
        TableContext context = TableContext.Of(space);
        var periods = new BudgetPeriods(space.Calendar);
        var budgetTable = new BulkTable(BudgetRowReader.Schema, profiles.Of(BudgetFile), context, dialect =>
            new BudgetColumns(dialect, axes, periods, budgets, settings.KeepsQuantities));
        Dictionary<ImportProfile, BulkTable> postingTables = PostingTables(files, profiles, context, dialect =>
            new PostingColumns(dialect, axes, actual, settings.KeepsQuantities, comparable));
        List<BulkFile> tables =
        [
            new(BudgetFile, files.PathOf(BudgetFile), budgetTable, settings),
            .. files.Postings.Select(file => new BulkFile(
                file, files.PathOf(file), postingTables[profiles.Of(file)], settings)),
        ];
        new BulkImport(tables, settings).Run(progress, cancellation);
        if (!tables[0].Outcomes.IsStopped)
        {
            TellVersions(budgets, tables[0], profiles.Of(BudgetFile).TellsValues);
        }

        foreach (BulkFile table in tables)
        {
            import.Take(table.Outcomes.ToResult());
        }

        IReadOnlyList<KeyFigureValue>? keyFigures = files.HasKeyFigures
            ? import.Take(KeyFiguresCsv.Read(
                files.Input(KeyFiguresFile), space.Centers, space.Calendar, profiles.Of(KeyFiguresFile), cancellation))
            : [];
        TellLeftAside(files, import);
        files.RequireUnchanged(import);
        cancellation.ThrowIfCancellationRequested();
        return import.IsStopped
            ? null
            : new BookCubes(
                name,
                actual.Build(cancellation),
                comparable?.Build(cancellation),
                budgets.Accepted.Select(version => new BudgetCube(version.Name, version.Cube.Build(cancellation))),
                keyFigures!,
                new PostingSearch(axes, files, profiles, settings, settings.KeepsQuantities));
    }

    /// <summary>One table for each dialect that files of postings have.</summary>
    private static Dictionary<ImportProfile, BulkTable> PostingTables(
        BookFiles files, BookProfiles profiles, TableContext context, Func<ColumnDialect, RowColumns> columns) =>
        files.Postings.Select(profiles.Of).Distinct().ToDictionary(
            profile => profile, profile => new BulkTable(PostingRowReader.Schema, profile, context, columns));

    private static void TellVersions(BudgetSums budgets, BulkFile file, bool tellsValues)
    {
        foreach (BudgetSums.VersionSums version in budgets.Accepted)
        {
            file.Outcomes.Note(
                UnsafeCode.Find(version.Name, file.Name, null, BudgetRowReader.VersionName, tellsValues));
        }
    }
}
