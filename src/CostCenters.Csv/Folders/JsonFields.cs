using System.Globalization;
using System.Text.Json;
using CostCenters.Csv.Imports;

namespace CostCenters.Csv.Folders;

/// <summary>Reads the fields of an object of <c>book.json</c> and tells every one that is missing or wrong.</summary>
internal sealed class JsonFields
{
    private const int MostTold = 20;

    private readonly JsonElement element;
    private readonly string path;
    private readonly BookImport import;

    public JsonFields(JsonElement element, string path, BookImport import)
    {
        this.element = element;
        this.path = path;
        this.import = import;
        if (element.ValueKind != JsonValueKind.Object)
        {
            Tell("", "an object { ... } was expected");
        }
    }

    public string? Text(string name)
    {
        if (Find(name) is not JsonElement value)
        {
            Tell(name, "a text was expected, the field is missing");
            return null;
        }

        if (value.ValueKind != JsonValueKind.String)
        {
            Tell(name, "a text was expected");
            return null;
        }

        return value.GetString();
    }

    public JsonElement? Raw(string name) => Find(name);

    public bool Has(string name) => Find(name) is not null;

    public bool HasObject(string name) => Find(name) is { ValueKind: JsonValueKind.Object };

    public int? Number(string name, int from, int through)
    {
        if (Find(name) is not JsonElement value)
        {
            Tell(name, $"{Bounds("a number", from, through)}, the field is missing");
            return null;
        }

        if (value.ValueKind == JsonValueKind.Number
            && value.TryGetInt32(out int number) && number >= from && number <= through)
        {
            return number;
        }

        Tell(name, Bounds("a whole number", from, through));
        return null;
    }

    public JsonFields? Object(string name)
    {
        if (Find(name) is JsonElement value)
        {
            return new JsonFields(value, $"{path}{name}.", import);
        }

        Tell(name, "an object { ... } was expected, the field is missing");
        return null;
    }

    /// <summary>One of a few texts, as the value that it stands for.</summary>
    public TValue? OneOf<TValue>(string name, params ReadOnlySpan<(string Text, TValue Value)> choices)
        where TValue : struct
    {
        if (Text(name) is not string text)
        {
            return null;
        }

        var names = new List<string>();
        foreach ((string choice, TValue value) in choices)
        {
            if (choice == text)
            {
                return value;
            }

            names.Add(choice);
        }

        Tell(name, $"one of {string.Join(", ", names)} was expected, '{text}' came");
        return null;
    }

    /// <summary>The value that a text stands for.</summary>
    public T? Value<T>(string name)
        where T : class, IParsable<T>
    {
        if (Text(name) is not string text)
        {
            return null;
        }

        try
        {
            return T.Parse(text, null);
        }
        catch (FormatException error)
        {
            Tell(name, error.Message.TrimEnd('.'));
            return null;
        }
    }

    public void Tell(string name, string what) =>
        import.Stop(
            ImportIssueCode.BadBook,
            BookFileNames.DescriptionFile,
            $"{(path + name).TrimEnd('.') switch { "" => "The file", string field => field }}: {what}.");

    public void TellUnknown(params ReadOnlySpan<string> known)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            return;
        }

        var seen = new HashSet<string>();
        int more = 0;
        int told = 0;
        foreach (JsonProperty field in element.EnumerateObject())
        {
            bool isTwice = !seen.Add(field.Name);
            if (!isTwice && known.Contains(field.Name))
            {
                continue;
            }

            if (++told > MostTold)
            {
                more++;
            }
            else if (isTwice)
            {
                Tell(field.Name, "the field stands twice");
            }
            else
            {
                import.Note(
                    ImportIssueCode.IgnoredColumn,
                    BookFileNames.DescriptionFile,
                    $"{path}{field.Name}: a book has no such field; it is ignored.");
            }
        }

        if (more > 0)
        {
            import.Note(
                ImportIssueCode.IgnoredColumn,
                BookFileNames.DescriptionFile,
                $"{path}: {more} more fields are unknown or stand twice.");
        }
    }

    private static string Bounds(string what, int from, int through) =>
        string.Create(CultureInfo.InvariantCulture, $"{what} from {from} to {through} was expected");

    private JsonElement? Find(string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out JsonElement value) ? value : null;
}
