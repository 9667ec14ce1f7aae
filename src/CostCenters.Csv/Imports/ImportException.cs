using System.Collections.Immutable;
using System.Globalization;

namespace CostCenters.Csv.Imports;

/// <summary>Thrown when all or nothing was asked for and not every row was accepted.</summary>
public sealed class ImportException : FormatException
{
    internal ImportException(ImmutableArray<ImportIssue> issues)
        : base(Describe(issues)) =>
        Issues = issues;

    /// <summary>What stopped a file or rejected a row, in the order of files and lines.</summary>
    public ImmutableArray<ImportIssue> Issues { get; }

    private static string Describe(ImmutableArray<ImportIssue> issues) =>
        issues.Length switch
        {
            0 => "The import is not complete.",
            1 => issues[0].ToString(),
            _ => string.Create(CultureInfo.InvariantCulture, $"{issues.Length} faults; the first: {issues[0]}"),
        };
}
