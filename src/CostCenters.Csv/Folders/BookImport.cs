using CostCenters.Csv.Imports;

namespace CostCenters.Csv.Folders;

/// <summary>Gathers what is told about all files of a book.</summary>
internal sealed class BookImport
{
    private readonly List<ImportIssue> issues = [];
    private readonly List<ImportedFile> files = [];

    /// <summary>Whether anything so far keeps the book from being read.</summary>
    public bool IsStopped { get; private set; }

    public void Stop(string code, string file, string message) =>
        Stop(code, file, null, message);

    public void Stop(string code, string file, long? line, string message)
    {
        IsStopped = true;
        issues.Add(new ImportIssue(code, ImportSeverity.FileStopped, file, line, null, null, message));
    }

    public void Note(string code, string file, string message) =>
        issues.Add(new ImportIssue(code, ImportSeverity.Note, file, null, null, null, message));

    /// <summary>Takes over the issues and counts of one file.</summary>
    public T? Take<T>(ImportResult<T> result)
        where T : class
    {
        issues.AddRange(result.Issues);
        files.AddRange(result.Files);
        IsStopped |= result.Issues.Any(issue => issue.Severity == ImportSeverity.FileStopped);
        return result.Value;
    }

    public ImportResult<T> ToResult<T>(T? value)
        where T : class => new(value, issues, files);
}
