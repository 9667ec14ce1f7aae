using System.Reflection;

namespace CostCenters.Tool.Commands;

/// <summary>The files that the program brings along.</summary>
internal static class OwnFiles
{
    private const string Root = "Files/";
    private const string BookFolder = Root + "Book/";

    private static readonly Assembly Self = typeof(OwnFiles).Assembly;

    /// <summary>The names of the files of the sample book.</summary>
    public static IEnumerable<string> BookNames =>
        Self.GetManifestResourceNames()
            .Where(name => name.StartsWith(BookFolder, StringComparison.Ordinal))
            .Select(name => name[BookFolder.Length..])
            .Order(StringComparer.Ordinal);

    /// <summary>The JSON Schema of <c>book.json</c>.</summary>
    public static Stream Schema() => Open(Root + "book.schema.json");

    /// <summary>A file of the sample book.</summary>
    public static Stream Book(string name) => Open(BookFolder + name);

    private static Stream Open(string name) =>
        Self.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"The program lacks '{name}'.");
}
