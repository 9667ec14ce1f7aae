namespace CostCenters.Csv.Imports;

/// <summary>Where a table is read from: a file, a stream or text.</summary>
/// <remarks>Read once. A stream or reader that the caller opened stays open.</remarks>
public sealed class CsvInput
{
    private CsvInput(string name) => Name = name;

    /// <summary>The name that issues tell.</summary>
    public string Name { get; }

    /// <summary>The path of a file, or null.</summary>
    internal string? Path { get; private init; }

    /// <summary>The bytes, or null.</summary>
    internal Stream? Stream { get; private init; }

    /// <summary>The text, or null.</summary>
    internal TextReader? Text { get; private init; }

    /// <summary>A file by its path; one that is missing or cannot be opened is told as an issue.</summary>
    /// <remarks>A pipe or device is read once from its begin to its end, like a stream; the reading waits for what it
    /// holds.</remarks>
    /// <param name="path">The path.</param>
    /// <exception cref="ArgumentException"><paramref name="path"/> is null or empty.</exception>
    public static CsvInput FromFile(string path) =>
        FromFile(path, System.IO.Path.GetFileName(path) is { Length: > 0 } name ? name : path);

    /// <summary>A stream of bytes.</summary>
    /// <param name="stream">The bytes; left open.</param>
    /// <param name="name">The name that issues tell.</param>
    /// <exception cref="ArgumentNullException"><paramref name="stream"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="name"/> is null or empty.</exception>
    public static CsvInput FromStream(Stream stream, string name)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentException.ThrowIfNullOrEmpty(name);
        return new CsvInput(name) { Stream = stream };
    }

    /// <summary>Text; the encoding of a profile does not apply.</summary>
    /// <param name="reader">The text; left open.</param>
    /// <param name="name">The name that issues tell.</param>
    /// <exception cref="ArgumentNullException"><paramref name="reader"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="name"/> is null or empty.</exception>
    public static CsvInput FromText(TextReader reader, string name)
    {
        ArgumentNullException.ThrowIfNull(reader);
        ArgumentException.ThrowIfNullOrEmpty(name);
        return new CsvInput(name) { Text = reader };
    }

    /// <summary>Whether the path must lead to a file: one that is read more than once, or in parallel.</summary>
    internal bool RequiresFile { get; private init; }

    /// <summary>How many bytes are read at once.</summary>
    internal int BlockSize { get; private init; } = 128 * 1024;

    /// <summary>The same input, of which so many bytes are read at once.</summary>
    internal CsvInput InBlocksOf(int bytes) => new(Name)
    {
        Path = Path, Stream = Stream, Text = Text, RequiresFile = RequiresFile, BlockSize = bytes,
    };

    /// <summary>A file by its path that a pipe, a device or a socket cannot stand for.</summary>
    internal static CsvInput FromRegularFile(string path, string name) => new(name)
    {
        Path = path,
        RequiresFile = true,
    };

    internal static CsvInput FromFile(string path, string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return new CsvInput(name) { Path = path };
    }
}
