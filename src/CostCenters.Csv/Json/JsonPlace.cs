using System.Globalization;
using System.Text.Json;

namespace CostCenters.Csv.Json;

/// <summary>An object of the JSON of a profile, which tells its mistakes with their place.</summary>
internal sealed class JsonPlace
{
    private readonly Dictionary<string, JsonElement> members = [];
    private readonly HashSet<string> used = [];
    private readonly List<ProfileFault> faults;

    private JsonPlace(string path, List<ProfileFault> faults)
    {
        Path = path;
        this.faults = faults;
    }

    public string Path { get; }

    /// <summary>The names that were there, in their order.</summary>
    public IEnumerable<string> Names => members.Keys;

    public static JsonPlace Of(JsonElement element, string path, List<ProfileFault> faults)
    {
        var place = new JsonPlace(path, faults);
        if (element.ValueKind != JsonValueKind.Object)
        {
            place.Tell("", $"an object {{ ... }} was expected, {Kind(element)} came.");
            return place;
        }

        foreach (JsonProperty member in element.EnumerateObject())
        {
            if (!place.members.TryAdd(member.Name, member.Value))
            {
                place.Tell(member.Name, "the key stands twice. Remove one of the two.");
            }
        }

        return place;
    }

    public bool Has(string name) => members.ContainsKey(name);

    public JsonElement? Take(string name)
    {
        used.Add(name);
        return members.TryGetValue(name, out JsonElement value) ? value : null;
    }

    public string? Text(string name) => Take(name) is JsonElement value ? Text(value, name) : null;

    public bool Flag(string name)
    {
        switch (Take(name)?.ValueKind)
        {
            case null or JsonValueKind.False:
                return false;
            case JsonValueKind.True:
                return true;
            default:
                Tell(name, $"true or false was expected, {Kind(members[name])} came.");
                return false;
        }
    }

    public int? Integer(string name)
    {
        long? number = Long(name);
        if (number is null or (>= int.MinValue and <= int.MaxValue))
        {
            return (int?)number;
        }

        Tell(name, "a whole number of fewer digits was expected.");
        return null;
    }

    public long? Long(string name)
    {
        if (Take(name) is not JsonElement value)
        {
            return null;
        }

        if (value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out long number))
        {
            return number;
        }

        Tell(name, $"a whole number was expected, {Kind(value)} came.");
        return null;
    }

    /// <summary>A text or a list of texts; empty where there is none.</summary>
    public IReadOnlyList<string> Texts(string name)
    {
        if (Take(name) is not JsonElement value)
        {
            return [];
        }

        return value.ValueKind == JsonValueKind.Array
            ? [.. value.EnumerateArray().Select((item, index) => Text(item, Item(name, index)) ?? "")]
            : Text(value, name) is string text ? [text] : [];
    }

    /// <summary>One of the names of a choice; null where there is none or an unknown one.</summary>
    public T? Choice<T>(string name)
        where T : struct, Enum => Text(name) is string text ? Choice<T>(text, name) : null;

    public T? Choice<T>(string text, string name)
        where T : struct, Enum
    {
        foreach (T value in Enum.GetValues<T>())
        {
            if (NameOf(value) == text)
            {
                return value;
            }
        }

        Tell(name, $"one of {string.Join(", ", Enum.GetValues<T>().Select(NameOf))} was expected, \"{text}\" came.");
        return null;
    }

    /// <summary>The texts of an object of texts.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Pairs(string name)
    {
        if (Object(name) is not JsonPlace pairs)
        {
            return [];
        }

        return [.. pairs.Names.ToArray().Select(key => KeyValuePair.Create(key, pairs.Text(key) ?? ""))];
    }

    public JsonPlace? Object(string name) =>
        Take(name) is JsonElement value ? Of(value, Join(name), faults) : null;

    /// <summary>The items of a list, each under its number.</summary>
    public JsonPlace Numbered(string name, JsonElement list)
    {
        var place = new JsonPlace(Join(name), faults);
        foreach ((int index, JsonElement item) in list.EnumerateArray().Index())
        {
            place.members.Add(Item("", index), item);
        }

        return place;
    }

    /// <summary>The objects of a list.</summary>
    public IEnumerable<JsonPlace> Items(string name)
    {
        if (Take(name) is not JsonElement value)
        {
            return [];
        }

        if (value.ValueKind != JsonValueKind.Array)
        {
            Tell(name, $"a list [ ... ] was expected, {Kind(value)} came.");
            return [];
        }

        return value.EnumerateArray().Select((item, index) => Of(item, Join(Item(name, index)), faults));
    }

    /// <summary>What a key makes; what the library says against it is told at its place.</summary>
    public T? Make<T>(string name, Func<T> make)
        where T : class
    {
        int before = faults.Count;
        try
        {
            return make();
        }
        catch (Exception error) when (error is ArgumentException or InvalidOperationException)
        {
            if (faults.Count == before)
            {
                string message = error is ArgumentException { ParamName: string parameter }
                    ? $"{parameter}: {error.Message.Replace(
                        $" (Parameter '{parameter}')", "", StringComparison.Ordinal)}"
                    : error.Message;
                Tell(name, message.ReplaceLineEndings(" "));
            }

            return null;
        }
    }

    public void Tell(string name, string message) => faults.Add(new ProfileFault(Join(name), message));

    /// <summary>Tells the keys that nothing took.</summary>
    public void TellUnknown()
    {
        foreach (string name in members.Keys.Where(name => !used.Contains(name)))
        {
            string known = string.Join(", ", used.Order(StringComparer.Ordinal));
            Tell(name, $"there is no such key here. The keys are {known}.");
        }
    }

    /// <summary>The name of a choice in JSON.</summary>
    public static string NameOf<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());

    public static string Kind(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "a list",
        JsonValueKind.String => $"the text \"{element.GetString()}\"",
        JsonValueKind.Null => "null",
        _ => element.GetRawText(),
    };

    public string Join(string name) =>
        name.Length == 0 ? Path
        : Path.Length == 0 || name[0] == '[' ? Path + name
        : $"{Path}.{name}";

    private static string Item(string name, int index) =>
        string.Create(CultureInfo.InvariantCulture, $"{name}[{index}]");

    private string? Text(JsonElement value, string name)
    {
        if (value.ValueKind == JsonValueKind.String)
        {
            return value.GetString();
        }

        Tell(name, $"a text was expected, {Kind(value)} came.");
        return null;
    }
}
