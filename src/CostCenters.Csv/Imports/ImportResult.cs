using System.Collections.Immutable;

namespace CostCenters.Csv.Imports;

/// <summary>What came out of an import: the value, and everything that was wrong with its files.</summary>
/// <typeparam name="T">What the files were read into.</typeparam>
/// <remarks>
/// Content never throws: a row with a fault is rejected whole and every fault of it is told; a file that could
/// not be read has an issue that says so, and then there is no value.
/// </remarks>
public sealed class ImportResult<T>
    where T : class
{
    internal ImportResult(T? value, IEnumerable<ImportIssue> issues, IEnumerable<ImportedFile> files)
    {
        Value = value;
        Issues = [.. issues];
        Files = [.. files];
        Counts = Files.Aggregate(default(ImportCounts), (sum, file) => sum + file.Counts);
    }

    /// <summary>What was accepted; null when a file was stopped.</summary>
    public T? Value { get; }

    /// <summary>Every issue, in the order of the files, then of their lines.</summary>
    public ImmutableArray<ImportIssue> Issues { get; }

    /// <summary>The files that were read, in the order of reading.</summary>
    public ImmutableArray<ImportedFile> Files { get; }

    /// <summary>The data rows of all files together.</summary>
    public ImportCounts Counts { get; }

    /// <summary>Whether every row of every file was accepted.</summary>
    public bool IsComplete => Value is not null && Counts.Rejected == 0;

    /// <summary>The value, for callers who want all or nothing.</summary>
    /// <exception cref="ImportException">A file was stopped or a row rejected.</exception>
    public T GetOrThrow() =>
        IsComplete
            ? Value!
            : throw new ImportException([.. Issues.Where(issue => issue.Severity != ImportSeverity.Note)]);
}
