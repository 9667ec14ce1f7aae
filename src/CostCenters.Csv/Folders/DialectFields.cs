using System.Text.Json;
using CostCenters.Csv.Imports;

namespace CostCenters.Csv.Folders;

/// <summary>Reads the field <c>dialect</c> of <c>book.json</c>: a dialect for all tables, or one for each file.</summary>
/// <remarks>A dialect is the name of a culture, <c>"de-DE"</c>, or a file of the folder with the JSON of a profile,
/// <c>"sap.json"</c>; <c>"*"</c> stands for the files that are not named.</remarks>
internal sealed class DialectFields(Func<string, string> pathOf, BookImport import)
{
    private const int MostBytes = 1 << 20;
    private const string Field = "dialect";
    private readonly List<string> profileFiles = [];

    /// <summary>The files that hold profiles.</summary>
    public IReadOnlyList<string> ProfileFiles => profileFiles;

    /// <summary>The dialects; mistakes are told.</summary>
    public BookProfiles Read(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            return ReadOne(value, Field) is ImportProfile all ? new BookProfiles(all) : new BookProfiles();
        }

        BookProfiles profiles = new();
        foreach (JsonProperty member in value.EnumerateObject().Where(member => member.Name == "*"))
        {
            profiles = ReadOne(member.Value, $"{Field}.*") is ImportProfile all ? new BookProfiles(all) : profiles;
        }

        foreach (JsonProperty member in value.EnumerateObject().Where(member => member.Name != "*"))
        {
            string place = $"{Field}.{member.Name}";
            if (!BookFileNames.IsTable(member.Name))
            {
                Tell(place, $"a book has no such table; there are {string.Join(", ", BookFileNames.Tables)}, the files "
                    + "of the folder postings, and * for all others");
            }
            else if (ReadOne(member.Value, place) is ImportProfile profile)
            {
                profiles = profiles.WithFile(member.Name, profile);
            }
        }

        return profiles;
    }

    private ImportProfile? ReadOne(JsonElement value, string place)
    {
        if (value.ValueKind != JsonValueKind.String)
        {
            Tell(place, "a culture such as \"de-DE\", or the name of a file of the folder with the JSON of a profile, was "
                + "expected");
            return null;
        }

        string text = value.GetString()!;
        if (text.EndsWith(".json", StringComparison.OrdinalIgnoreCase))
        {
            return ReadFile(text, place);
        }

        try
        {
            return ImportProfile.ForCulture(text);
        }
        catch (ArgumentException error)
        {
            Tell(place, error.Message.Split(" (Parameter")[0].TrimEnd('.'));
            return null;
        }
    }

    private ImportProfile? ReadFile(string name, string place)
    {
        if (Path.IsPathRooted(name) || name.Split('/', '\\').Contains(".."))
        {
            Tell(place, $"a file within the folder of the book was expected, '{name}' came");
            return null;
        }

        profileFiles.Add(name);
        string path = pathOf(name);
        try
        {
            if (!File.Exists(path) || FileKinds.IsNoFile(path) || new FileInfo(path).Length > MostBytes)
            {
                Tell(place, $"a file '{name}' of at most {MostBytes} bytes was expected in the folder of the book");
                return null;
            }

            return ImportProfile.FromJson(File.ReadAllText(path));
        }
        catch (ProfileFormatException error)
        {
            foreach (ProfileFault fault in error.Faults)
            {
                import.Stop(ImportIssueCode.BadProfile, name, fault.ToString());
            }

            return null;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            Tell(place, $"the file '{name}' cannot be read: {error.Message}");
            return null;
        }
    }

    private void Tell(string place, string message) =>
        import.Stop(ImportIssueCode.BadBook, BookFileNames.DescriptionFile, $"{place}: {message}.");
}
