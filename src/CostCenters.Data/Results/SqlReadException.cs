namespace CostCenters.Data.Results;

/// <summary>A database could not be read to the end, or did not stay as it was; nothing of the reading is left.
/// </summary>
/// <remarks>The exception of the provider, where there is one, is the inner one.</remarks>
public sealed class SqlReadException : IOException
{
    internal SqlReadException(string source, string message, Exception? inner = null)
        : base($"{source}: {message}", inner) =>
        SourceName = source;

    /// <summary>What failed: an engine and a table, or the name of a shard.</summary>
    public string SourceName { get; }
}
