using System.Collections.Immutable;

namespace CostCenters.Data.Results;

/// <summary>Some of the postings behind cells, in order of their keys.</summary>
/// <remarks>Immutable.</remarks>
public sealed class SqlPostingPage
{
    internal SqlPostingPage(IEnumerable<SqlPosting> postings, object? next)
    {
        Postings = [.. postings];
        Next = next;
    }

    /// <summary>The postings.</summary>
    public ImmutableArray<SqlPosting> Postings { get; }

    /// <summary>The key behind which the next page begins, or null when there is none.</summary>
    public object? Next { get; }
}
