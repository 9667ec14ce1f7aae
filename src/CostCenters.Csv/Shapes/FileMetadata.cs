namespace CostCenters.Csv.Shapes;

/// <summary>A text that stands above the header of a file and that columns may use.</summary>
/// <remarks>
/// <code>
/// FileMetadata year = FileMetadata.At("from", line: 1, cell: 15);
/// FileMetadata span = FileMetadata.Matching("For the period {from} to {through}");
/// </code>
/// A file without it is stopped. Immutable.
/// </remarks>
public sealed class FileMetadata
{
    private FileMetadata(string? name, int line, int cell, string? pattern)
    {
        Name = name;
        Line = line;
        Cell = cell;
        Pattern = pattern;
    }

    /// <summary>Its name, where it is found by its place.</summary>
    public string? Name { get; }

    /// <summary>The line, from 1; 0 where it is found by a pattern.</summary>
    public int Line { get; }

    /// <summary>The cell, from 1; 0 where it is found by a pattern.</summary>
    public int Cell { get; }

    /// <summary>The pattern of a cell, whose places are the names; null where it is found by its place.</summary>
    public string? Pattern { get; }

    /// <summary>The text of one cell.</summary>
    /// <param name="name">The name by which columns ask for it.</param>
    /// <param name="line">The row above the header, from 1.</param>
    /// <param name="cell">The cell, from 1.</param>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is below 1.</exception>
    public static FileMetadata At(string name, int line, int cell)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentOutOfRangeException.ThrowIfLessThan(line, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(cell, 1);
        return new(name, line, cell, null);
    }

    /// <summary>The places of the first cell above the header that follows a pattern.</summary>
    /// <param name="pattern">Text with the names in braces.</param>
    /// <exception cref="ArgumentException">It is no pattern, or has no place.</exception>
    public static FileMetadata Matching(string pattern) =>
        HeadingPattern.Parse(pattern).Names.Count == 0
            ? throw new ArgumentException("The pattern has no place in braces.", nameof(pattern))
            : new(null, 0, 0, pattern);
}
