using CostCenters.Csv.Imports;

namespace CostCenters.Csv.Folders;

/// <summary>Which files a book folder has.</summary>
internal sealed class BookFiles
{
    private readonly string folder;

    private BookFiles(string folder, IReadOnlyList<string> postings, bool hasKeyFigures)
    {
        this.folder = folder;
        Postings = postings;
        HasKeyFigures = hasKeyFigures;
    }

    /// <summary>The files of postings, relative with <c>/</c>, in name order (ordinal).</summary>
    public IReadOnlyList<string> Postings { get; }

    public bool HasKeyFigures { get; }

    /// <summary>Looks at a folder; null when it is missing. All else that is wrong is told and looked past.</summary>
    public static BookFiles? Find(string folder, BookImport import)
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
            IReadOnlyList<string> postings = FindPostings(folder, import);
            TellIgnored(folder, import);
            return new BookFiles(folder, postings, Exists(folder, BookFileNames.KeyFiguresFile));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            import.Stop(ImportIssueCode.UnreadableFile, folder, $"The folder cannot be read: {error.Message}");
            return null;
        }
    }

    public string PathOf(string file) => Path.Combine(folder, file);

    public CsvInput Input(string file) => CsvInput.FromFile(PathOf(file), file);

    private static List<string> FindPostings(string folder, BookImport import)
    {
        string subfolder = Path.Combine(folder, BookFileNames.PostingsFolder);
        bool hasFolder = Directory.Exists(subfolder);
        bool hasFile = Exists(folder, BookFileNames.PostingsFile);
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

    private static void TellIgnored(string folder, BookImport import)
    {
        string[] known =
        [
            BookFileNames.DescriptionFile, BookFileNames.CentersFile, BookFileNames.ElementsFile,
            BookFileNames.BudgetFile, BookFileNames.PostingsFile, BookFileNames.KeyFiguresFile,
        ];
        IEnumerable<string> unknown = Directory.EnumerateFileSystemEntries(folder)
            .Where(path => !(Path.GetFileName(path) == BookFileNames.PostingsFolder && Directory.Exists(path)))
            .Select(path => Path.GetFileName(path)!)
            .Except(known);
        string subfolder = Path.Combine(folder, BookFileNames.PostingsFolder);
        if (Directory.Exists(subfolder))
        {
            unknown = unknown.Concat(Directory.EnumerateFileSystemEntries(subfolder)
                .Where(path => Directory.Exists(path) || !path.EndsWith(".csv", StringComparison.Ordinal))
                .Select(path => $"{BookFileNames.PostingsFolder}/{Path.GetFileName(path)}"));
        }

        foreach (string name in unknown.Order(StringComparer.Ordinal))
        {
            import.Note(ImportIssueCode.IgnoredFile, name, "A book has no such file; it is ignored.");
        }
    }

    private static bool Exists(string folder, string file) =>
        File.Exists(Path.Combine(folder, file)) || Directory.Exists(Path.Combine(folder, file));
}
