using System.Security.Cryptography;
using System.Text.Json;

namespace CostCenters.Csv.Folders;

/// <summary>
/// A book that is written whole beside the old one and whose files are being moved to their places: what the marker in
/// the folder says.
/// </summary>
/// <param name="Aside">The name of the folder, in that of the book, which holds the new files.</param>
/// <param name="Lengths">The new files, and the bytes of each.</param>
internal sealed record PendingWrite(string Aside, IReadOnlyDictionary<string, long> Lengths)
{
    /// <summary>The file that makes a write count; while a program writes, it has this file to itself.</summary>
    public const string MarkerFile = "costcenters-write.json";

    /// <summary>A file in the folder aside that its writer has to itself.</summary>
    public const string InUseFile = "in-use";

    private const string Prefix = "costcenters-write-";
    private const int RandomDigits = 32;
    private const int LongestMarker = 64 * 1024;

    private static readonly string[] KnownFiles =
    [
        BookFileNames.DescriptionFile, BookFileNames.CentersFile, BookFileNames.ElementsFile, BookFileNames.BudgetFile,
        BookFileNames.PostingsFile, BookFileNames.KeyFiguresFile,
    ];

    /// <summary>A name of a folder aside that no other write has and that nobody can guess.</summary>
    public static string NewName() =>
        Prefix + RandomNumberGenerator.GetHexString(RandomDigits, lowercase: true);

    /// <summary>Whether a name in the folder of a book is one of a write's.</summary>
    public static bool IsName(string name) => name == MarkerFile || IsAside(name);

    /// <summary>The names of all folders aside, of links none, ordinal.</summary>
    public static IEnumerable<string> AsidesIn(string folder) =>
        new DirectoryInfo(folder).EnumerateDirectories($"{Prefix}*")
            .Where(each => IsAside(each.Name) && each.LinkTarget is null)
            .Select(each => each.Name)
            .Order(StringComparer.Ordinal);

    /// <summary>Writes the marker's content and flushes it: from then on the new book counts.</summary>
    public void Write(FileStream marker)
    {
        using (var json = new Utf8JsonWriter(marker, new JsonWriterOptions { Indented = true, NewLine = "\n" }))
        {
            json.WriteStartObject();
            json.WriteString("folder", Aside);
            json.WriteStartObject("files");
            foreach ((string name, long length) in Lengths)
            {
                json.WriteNumber(name, length);
            }

            json.WriteEndObject();
            json.WriteEndObject();
        }

        marker.Flush(flushToDisk: true);
    }

    /// <summary>Reads a marker; null for one that was never finished, so that the old book counts.</summary>
    public static PendingWrite? Read(FileStream marker)
    {
        if (marker.Length is 0 or > LongestMarker)
        {
            return null;
        }

        try
        {
            using JsonDocument json = JsonDocument.Parse(marker);
            string? aside = json.RootElement.GetProperty("folder").GetString();
            var lengths = json.RootElement.GetProperty("files").EnumerateObject()
                .ToDictionary(file => file.Name, file => file.Value.GetInt64());
            return aside is not null && IsAside(aside) && lengths.Keys.All(KnownFiles.Contains)
                ? new PendingWrite(aside, lengths)
                : null;
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException or KeyNotFoundException
            or FormatException or ArgumentException)
        {
            return null;
        }
    }

    /// <summary>The first file that is neither aside nor in its place as it was written; null when all are.</summary>
    public string? FirstMissing(string folder) =>
        Lengths.FirstOrDefault(file =>
        {
            var aside = new FileInfo(Path.Combine(folder, Aside, file.Key));
            FileInfo found = aside.Exists ? aside : new FileInfo(Path.Combine(folder, file.Key));
            return !found.Exists || found.Length != file.Value;
        }).Key;

    /// <summary>Whether the writer of a folder aside is still at work, if only at making or removing it.</summary>
    public static bool IsInUse(string folder, string aside)
    {
        string path = Path.Combine(folder, aside, InUseFile);
        try
        {
            // To write as well, since opening a pipe to read alone would wait for its writer.
            using FileStream file = new(path, FileMode.Open, FileAccess.ReadWrite, FolderWrite.Alone);
            return false;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return true;
        }
    }

    private static bool IsAside(string name) =>
        name.StartsWith(Prefix, StringComparison.Ordinal)
        && name.Length == Prefix.Length + RandomDigits
        && name[Prefix.Length..].All(char.IsAsciiHexDigitLower);
}
