using CostCenters.Books;
using CostCenters.Budgets;
using CostCenters.Csv.Folders;
using CostCenters.Csv.Imports;
using CostCenters.Csv.Rows;
using CostCenters.Csv.Tables;
using CostCenters.Cubes;
using CostCenters.Journals;
using CostCenters.KeyFigures;
using CostCenters.Ledgers;
using CostCenters.Monetary;
using CostCenters.Structure;

namespace CostCenters.Csv;

/// <summary>
/// Reads and writes a book: a folder with <c>book.json</c>, <c>centers.csv</c>, <c>elements.csv</c>, <c>budget.csv</c>,
/// <c>postings.csv</c> (or a folder <c>postings</c> of such files) and, if they are there, <c>key-figures.csv</c>,
/// <c>roles.csv</c>, <c>budget-changes.csv</c>, <c>commitments.csv</c> and <c>availability-rules.csv</c>.
/// </summary>
/// <remarks>
/// Faults in rows of all tables but the master data reject the row; a missing file, a bad header, a wrong
/// <c>book.json</c> or any fault in the master data stops the book, with all faults told. Whole-year budget rows are
/// spread evenly by <see cref="RemainderRule.LargestRemainder"/>; amounts have the minor digits of the currency.
/// </remarks>
public static partial class BookFolder
{
    /// <summary>The name of the file that describes the book.</summary>
    public const string DescriptionFile = BookFileNames.DescriptionFile;

    /// <summary>The file of centers.</summary>
    public const string CentersFile = BookFileNames.CentersFile;

    /// <summary>The file of elements.</summary>
    public const string ElementsFile = BookFileNames.ElementsFile;

    /// <summary>The file of budgets.</summary>
    public const string BudgetFile = BookFileNames.BudgetFile;

    /// <summary>The file of postings.</summary>
    public const string PostingsFile = BookFileNames.PostingsFile;

    /// <summary>The folder of files of postings.</summary>
    public const string PostingsFolder = BookFileNames.PostingsFolder;

    /// <summary>The file of key figures.</summary>
    public const string KeyFiguresFile = BookFileNames.KeyFiguresFile;

    /// <summary>Reads a book.</summary>
    /// <param name="folder">The path of the folder.</param>
    /// <param name="stamp">Who imports, and when: each file of postings becomes one document of the ledger.</param>
    /// <param name="profiles">The dialects of the tables, or null for the contract.</param>
    /// <param name="cancellation">Ends the reading, of which nothing is left then.</param>
    /// <returns>The book (none when something stops it), all issues, and the counts of each file.</returns>
    /// <exception cref="ArgumentException"><paramref name="folder"/> is null or empty.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="stamp"/> is null.</exception>
    /// <exception cref="AmountOverflowException">The budget rows of a cell add up to more than 64 bits.</exception>
    /// <exception cref="OperationCanceledException">The token asked for it.</exception>
    public static ImportResult<Book> Read(
        string folder,
        CommandStamp stamp,
        BookProfiles? profiles = null,
        CancellationToken cancellation = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        ArgumentNullException.ThrowIfNull(stamp);
        cancellation.ThrowIfCancellationRequested();
        var import = new BookImport();
        BookFiles? files = BookFiles.Find(folder, import, cancellation);
        return import.ToResult(
            files is not null
                && ReadFrame(files, profiles ?? BookProfiles.Unspecified, import, cancellation) is BookFrame frame
                ? ReadTables(files, frame, stamp, import, cancellation)
                : null);
    }

    /// <summary>Writes a book; files of the same names are replaced, a folder of postings is refused.</summary>
    /// <remarks>
    /// <para>Of roles, rules, changes of budgets, requests and orders there is written what holds now: the roles and
    /// rules, the changes that are part of a budget beyond its latest version, and what is open of requests and orders,
    /// each as one of that amount. How it came to that, the journal tells.</para>
    /// <para>All or nothing: whatever happens, the folder holds the old book or the new one, and readers see one of
    /// them.
    /// The new files are written into a folder <c>costcenters-write-...</c> in that of the book and moved to their
    /// places at the end. What a broken-off write leaves is told by <see cref="Read"/> and removed by the next write.
    /// </para>
    /// </remarks>
    /// <param name="book">The book.</param>
    /// <param name="folder">The path of the folder, which is made if it is not there.</param>
    /// <param name="cancellation">Ends the writing before the new book counts; the folder holds the old one
    /// then.</param>
    /// <exception cref="ArgumentNullException"><paramref name="book"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="folder"/> is null or empty, or the book holds something that
    /// the files have no place for: two revisions of a budget, a change that waits for its approval.</exception>
    /// <exception cref="IOException">The folder has a folder of postings, a file cannot be written or replaced, or
    /// another program writes the book. The message says which of the two books counts if it is not the old one.
    /// </exception>
    /// <exception cref="UnauthorizedAccessException">A file or the folder must not be written.</exception>
    /// <exception cref="OperationCanceledException">The token asked for it.</exception>
    public static void Write(Book book, string folder, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(book);
        Write(book.Snapshot(), folder, cancellation);
    }

    /// <summary>Writes a book as it stood at one position; see
    /// <see cref="Write(Book, string, CancellationToken)"/>.</summary>
    /// <param name="book">The book.</param>
    /// <param name="folder">The path of the folder, which is made if it is not there.</param>
    /// <param name="cancellation">Ends the writing before the new book counts; the folder holds the old one
    /// then.</param>
    /// <exception cref="ArgumentNullException"><paramref name="book"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="folder"/> is null or empty, or the book holds something that
    /// the files have no place for.</exception>
    /// <exception cref="IOException">The folder has a folder of postings, or a file cannot be written.</exception>
    /// <exception cref="OperationCanceledException">The token asked for it.</exception>
    public static void Write(BookSnapshot book, string folder, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(book);
        ArgumentException.ThrowIfNullOrEmpty(folder);
        if (Directory.Exists(Path.Combine(folder, PostingsFolder)))
        {
            throw new IOException($"'{folder}' has a folder of postings; remove it, a book has one or the other.");
        }

        cancellation.ThrowIfCancellationRequested();
        FolderWrite.Replace(folder,
        [
            (DescriptionFile, stream => BookDescription.Write(book.Name, book.Space, stream)),
            (CentersFile, stream => CentersCsv.Write(book.Space.Centers, stream)),
            (ElementsFile, stream => ElementsCsv.Write(book.Space.Elements, stream)),
            (BudgetFile, stream => BudgetsCsv.Write(book.Budgets, book.Space, stream, cancellation)),
            (PostingsFile, stream => PostingsCsv.Write(book.Ledger.Postings(cancellation), book.Space, stream)),
            (KeyFiguresFile, stream => KeyFiguresCsv.Write(book.KeyFigures, stream)),
            .. ControlTables(book, folder),
        ]);
    }

    /// <summary>Reads name and master data; null when something stops the book, all faults being told.</summary>
    private static BookFrame? ReadFrame(
        BookFiles files, BookProfiles profiles, BookImport import, CancellationToken cancellation)
    {
        BookDescription? description = BookDescription.Read(files.PathOf, import);
        profiles = profiles.Over(description?.Dialects ?? BookProfiles.Unspecified);
        files.TellIgnored(description?.ProfileFiles ?? [], import);
        CenterHierarchy? centers = import.Take(
            CentersCsv.Read(files.Input(CentersFile), profiles.Of(CentersFile), cancellation));
        ElementChart? elements = import.Take(
            ElementsCsv.Read(files.Input(ElementsFile), profiles.Of(ElementsFile), cancellation));
        if (import.IsStopped || description is null || centers is null || elements is null)
        {
            TellHeaders(files, profiles, import, cancellation);
            return null;
        }

        var space = new CubeSpace(
            centers,
            elements,
            description.Calendar,
            description.Currency,
            new DecimalScale(description.Scale));
        return new BookFrame(description.Name, space, profiles);
    }

    private static Book? ReadTables(
        BookFiles files,
        BookFrame frame,
        CommandStamp stamp,
        BookImport import,
        CancellationToken cancellation)
    {
        (string name, CubeSpace space, BookProfiles profiles) = frame;
        var book = new Book(name, space);
        IReadOnlyList<BudgetVersion>? budgets = import.Take(BudgetsCsv.Read(
            files.Input(BudgetFile),
            space,
            Phasing.Even(RemainderRule.LargestRemainder),
            profiles.Of(BudgetFile),
            cancellation));
        foreach (BudgetVersion budget in budgets ?? [])
        {
            book.Budgets.Add(budget, stamp).GetOrThrow();
        }

        foreach (string file in files.Postings)
        {
            import.Take(PostingsCsv.Post(
                files.Input(file), book.Ledger, new DocumentId(file), stamp, profiles.Of(file), cancellation));
        }

        IReadOnlyList<KeyFigureValue>? keyFigures = files.HasKeyFigures
            ? import.Take(KeyFiguresCsv.Read(
                files.Input(KeyFiguresFile), space.Centers, space.Calendar, profiles.Of(KeyFiguresFile), cancellation))
            : [];
        if (keyFigures?.Count > 0)
        {
            book.KeyFigures.Record(keyFigures, stamp).GetOrThrow();
        }

        ReadControl(files, book, profiles, stamp, import, cancellation);
        files.RequireUnchanged(import);
        cancellation.ThrowIfCancellationRequested();
        return import.IsStopped ? null : book;
    }

    /// <summary>Of a book that is stopped anyway, the headers of the other files are still checked.</summary>
    private static void TellHeaders(
        BookFiles files, BookProfiles profiles, BookImport import, CancellationToken cancellation)
    {
        TellHeader(BudgetFile, BudgetRowReader.Schema, profiles.Of(BudgetFile));
        foreach (string file in files.Postings)
        {
            TellHeader(file, PostingRowReader.Schema, profiles.Of(file));
        }

        if (files.HasKeyFigures)
        {
            TellHeader(KeyFiguresFile, KeyFiguresCsv.Schema, profiles.Of(KeyFiguresFile));
        }

        foreach ((string file, RowSchema schema) in ControlSchemas.Where(pair => files.Has(pair.File)))
        {
            TellHeader(file, schema, profiles.Of(file));
        }

        void TellHeader(string file, RowSchema schema, ImportProfile profile)
        {
            using TableReader table = TableReader.Open(
                files.Input(file), schema, profile, default, cancellation);
            import.Take(table.Log.ToResult<object>(null));
        }
    }
}
