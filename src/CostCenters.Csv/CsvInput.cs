using CostCenters.Csv.Rows;

namespace CostCenters.Csv;

/// <summary>Where a table is read from: a file, a stream or text.</summary>
/// <remarks>Read once. A stream or reader that the caller opened stays open.</remarks>
public sealed class CsvInput
{
    private readonly Func<RowSchema, ImportProfile, ImportLog, RowReader?> open;

    private CsvInput(string name, Func<RowSchema, ImportProfile, ImportLog, RowReader?> open)
    {
        Name = name;
        this.open = open;
    }

    /// <summary>The name that issues tell.</summary>
    public string Name { get; }

    /// <summary>A file by its path; one that is missing or cannot be opened is told as an issue.</summary>
    /// <param name="path">The path.</param>
    /// <exception cref="ArgumentException"><paramref name="path"/> is null or empty.</exception>
    public static CsvInput FromFile(string path) =>
        FromFile(path, Path.GetFileName(path) is { Length: > 0 } name ? name : path);

    /// <summary>A stream of bytes.</summary>
    /// <param name="stream">The bytes; left open.</param>
    /// <param name="name">The name that issues tell.</param>
    /// <exception cref="ArgumentNullException"><paramref name="stream"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="name"/> is null or empty.</exception>
    public static CsvInput FromStream(Stream stream, string name)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentException.ThrowIfNullOrEmpty(name);
        return new CsvInput(
            name, (schema, profile, log) => RowReader.Open(stream, schema, profile, log, leaveOpen: true));
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
        return new CsvInput(
            name, (schema, profile, log) => RowReader.Open(reader, schema, profile, log, leaveOpen: true));
    }

    internal static CsvInput FromFile(string path, string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return new CsvInput(name, (schema, profile, log) => RowReader.OpenFile(path, schema, profile, log));
    }

    internal RowReader? Open(RowSchema schema, ImportProfile profile, ImportLog log) => open(schema, profile, log);
}
