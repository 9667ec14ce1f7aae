using CostCenters.Csv.Imports;

namespace CostCenters.Csv.Folders;

/// <summary>Which files a book folder has.</summary>
internal sealed class BookFiles
{
    private const int MostIgnoredTold = 20;

    private readonly string folder;
    private readonly BookPlaces places;
    private readonly HashSet<string> optional;
    private readonly string state;

    private BookFiles(string folder, BookPlaces places, IReadOnlyList<string> postings)
    {
        this.folder = folder;
        this.places = places;
        Postings = postings;
        optional =
        [
            .. BookFileNames.ControlFiles.Add(BookFileNames.KeyFiguresFile)
                .Where(file => Exists(places.PathOf(file))),
        ];
        state = State();
    }

    /// <summary>The files of postings, relative with <c>/</c>, in name order (ordinal).</summary>
    public IReadOnlyList<string> Postings { get; }

    public bool HasKeyFigures => Has(BookFileNames.KeyFiguresFile);

    /// <summary>Looks at a folder; null when it is missing. All else that is wrong is told and looked past.</summary>
    public static BookFiles? Find(string folder, BookImport import, CancellationToken cancellation)
    {
        if (!Directory.Exists(folder))
        {
            import.Stop(
                ImportIssueCode.MissingFile,
                folder,
                File.Exists(folder)
                    ? "A folder was expected, this is a file. Name the folder that holds the book."
                    : "The folder does not exist. Name the folder that holds the book.");
            return null;
        }

        try
        {
            if (BookPlaces.Find(folder, import, cancellation) is not BookPlaces places)
            {
                return null;
            }

            IReadOnlyList<string> postings = FindPostings(folder, places, import);
            return new BookFiles(folder, places, postings);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            import.Stop(ImportIssueCode.UnreadableFile, folder, $"The folder cannot be read: {error.Message}");
            return null;
        }
    }

    /// <summary>Whether a file is there that a book may leave out.</summary>
    public bool Has(string file) => optional.Contains(file);

    public string PathOf(string file) => places.PathOf(file);

    public CsvInput Input(string file) => CsvInput.FromRegularFile(PathOf(file), file);

    /// <summary>Stops a book whose files were written while they were read: it may be old in part and new in part.
    /// </summary>
    public void RequireUnchanged(BookImport import)
    {
        // In this order: a write that has ended meanwhile has changed the state, and one that has not has a marker.
        if (!import.IsStopped && (places.IsBeingWritten() || State() != state))
        {
            import.Stop(
                ImportIssueCode.UnreadableFile,
                folder,
                "Files of the book were written while it was read. Read it again.");
        }
    }

    private static List<string> FindPostings(string folder, BookPlaces places, BookImport import)
    {
        string subfolder = Path.Combine(folder, BookFileNames.PostingsFolder);
        bool hasFolder = Directory.Exists(subfolder);
        bool hasFile = Exists(places.PathOf(BookFileNames.PostingsFile));
        if (!hasFolder)
        {
            // A missing file is told when it is opened.
            return [BookFileNames.PostingsFile];
        }

        if (hasFile)
        {
            import.Stop(
                ImportIssueCode.MissingFile,
                BookFileNames.PostingsFile,
                $"There is a file {BookFileNames.PostingsFile} and a folder {BookFileNames.PostingsFolder}; "
                    + "remove one.");
        }

        List<string> files = [.. Directory.EnumerateFiles(subfolder)
            .Select(path => Path.GetFileName(path)!)
            .Where(name => name.EndsWith(".csv", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(name => $"{BookFileNames.PostingsFolder}/{name}")];
        if (files.Count == 0)
        {
            import.Stop(
                ImportIssueCode.MissingFile,
                BookFileNames.PostingsFolder,
                "The folder has no file *.csv. Add one, or remove the folder and add postings.csv.");
        }

        return files;
    }

    /// <summary>Tells the files that nothing reads.</summary>
    /// <param name="profiles">The files that hold profiles.</param>
    /// <param name="import">Told.</param>
    public void TellIgnored(IEnumerable<string> profiles, BookImport import)
    {
        string[] known = 
            [BookFileNames.DescriptionFile, BookFileNames.ReadmeFile, .. BookFileNames.Tables, .. profiles];
        IEnumerable<string> unknown = Directory.EnumerateFileSystemEntries(folder)
            .Where(path => !(Path.GetFileName(path) == BookFileNames.PostingsFolder && Directory.Exists(path)))
            .Select(path => Path.GetFileName(path)!)
            .Except(known)
            .Where(name => !PendingWrite.IsName(name));
        string subfolder = Path.Combine(folder, BookFileNames.PostingsFolder);
        if (Directory.Exists(subfolder))
        {
            unknown = unknown.Concat(Directory.EnumerateFileSystemEntries(subfolder)
                .Where(path => Directory.Exists(path) || !path.EndsWith(".csv", StringComparison.Ordinal))
                .Select(path => $"{BookFileNames.PostingsFolder}/{Path.GetFileName(path)}"));
        }

        List<string> names = [.. unknown.Order(StringComparer.Ordinal)];
        foreach (string name in names.Take(MostIgnoredTold))
        {
            import.Note(ImportIssueCode.IgnoredFile, name, "A book has no such file; it is ignored.");
        }

        if (names.Count > MostIgnoredTold)
        {
            import.Note(
                ImportIssueCode.IgnoredFile,
                folder,
                $"A book has none of {names.Count - MostIgnoredTold} more files either; they are ignored.");
        }
    }

    private static bool Exists(string path) => File.Exists(path) || Directory.Exists(path);

    private string State() => places.StateOf(
    [
        BookFileNames.DescriptionFile, BookFileNames.CentersFile, BookFileNames.ElementsFile, BookFileNames.BudgetFile,
        BookFileNames.KeyFiguresFile, .. Postings, .. BookFileNames.ControlFiles,
    ]);
}
