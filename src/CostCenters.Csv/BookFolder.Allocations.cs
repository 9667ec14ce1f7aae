using CostCenters.Csv.Folders;
using CostCenters.Csv.Imports;
using CostCenters.Cubes;

namespace CostCenters.Csv;

public static partial class BookFolder
{
    /// <summary>The file of drivers, which may be left out.</summary>
    public const string DriversFile = BookFileNames.DriversFile;

    /// <summary>The file of rules of allocation, which may be left out.</summary>
    public const string AllocationsFile = BookFileNames.AllocationsFile;

    /// <summary>The file of plan prices, which may be left out.</summary>
    public const string PricesFile = BookFileNames.PricesFile;

    /// <summary>Reads the tables of a book folder that allocations need; a file that is not there is empty.</summary>
    /// <remarks>A fault of a row rejects the row, and of a rule all its rows; all faults are told.</remarks>
    /// <param name="folder">The path of the folder.</param>
    /// <param name="space">The space of its book.</param>
    /// <param name="profiles">The dialects of the tables, or null for those of the book.</param>
    /// <param name="cancellation">Ends the reading, of which nothing is left then.</param>
    /// <returns>The tables (none when something stops them), all issues, and the counts of each file.</returns>
    /// <exception cref="ArgumentException"><paramref name="folder"/> is null or empty.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="space"/> is null.</exception>
    /// <exception cref="OperationCanceledException">The token asked for it.</exception>
    public static ImportResult<AllocationTables> ReadAllocations(
        string folder, CubeSpace space, BookProfiles? profiles = null, CancellationToken cancellation = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        ArgumentNullException.ThrowIfNull(space);
        var import = new BookImport();
        if (!Directory.Exists(folder))
        {
            import.Stop(
                ImportIssueCode.MissingFile, folder, "The folder does not exist. Name the folder that holds the book.");
            return import.ToResult<AllocationTables>(null);
        }

        if (BookPlaces.Find(folder, import, cancellation) is not BookPlaces places)
        {
            return import.ToResult<AllocationTables>(null);
        }

        BookProfiles named = profiles ?? BookProfiles.Unspecified;
        if (File.Exists(places.PathOf(DescriptionFile)))
        {
            named = named.Over(BookDescription.Read(places.PathOf, import)?.Dialects ?? BookProfiles.Unspecified);
        }

        var drivers = Take(DriversFile, input => DriversCsv.Read(input, space, named.Of(DriversFile), cancellation));
        var rules = Take(AllocationsFile, input => AllocationsCsv.Read(input, space, named.Of(AllocationsFile), cancellation));
        var prices = Take(PricesFile, input => PricesCsv.Read(input, space, named.Of(PricesFile), cancellation));
        return import.ToResult(import.IsStopped ? null : new AllocationTables(rules, drivers, prices));

        IReadOnlyList<T> Take<T>(string file, Func<CsvInput, ImportResult<IReadOnlyList<T>>> read)
        {
            string path = places.PathOf(file);
            return File.Exists(path) || Directory.Exists(path)
                ? import.Take(read(CsvInput.FromRegularFile(path, file))) ?? []
                : [];
        }
    }

    /// <summary>Writes the tables of a book folder that allocations need, all of them or none; files of the same names
    /// are replaced.</summary>
    /// <param name="tables">The tables.</param>
    /// <param name="space">The space of the book.</param>
    /// <param name="folder">The path of the folder, which is made if it is not there.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="folder"/> is null or empty, or the tables hold something
    /// that the files have no place for.</exception>
    /// <exception cref="IOException">A file cannot be written or replaced, or another program writes the book.
    /// </exception>
    /// <exception cref="UnauthorizedAccessException">A file or the folder must not be written.</exception>
    public static void WriteAllocations(AllocationTables tables, CubeSpace space, string folder)
    {
        ArgumentNullException.ThrowIfNull(tables);
        ArgumentNullException.ThrowIfNull(space);
        ArgumentException.ThrowIfNullOrEmpty(folder);
        FolderWrite.Replace(folder,
        [
            (DriversFile, stream => DriversCsv.Write(tables.Drivers, stream)),
            (AllocationsFile, stream => AllocationsCsv.Write(tables.Rules, space, stream)),
            (PricesFile, stream => PricesCsv.Write(tables.Prices, stream)),
        ]);
    }
}
