using System.Text.Json;
using NodaTime;
using NodaTime.Text;

namespace CostCenters.WorkedExamples.Tests;

/// <summary>
/// The inputs of an example, read by name. It remembers what was read, so that an input that no mapping knows is
/// refused and never ignored.
/// </summary>
public sealed class Given
{
    private readonly JsonElement element;
    private readonly List<(string Name, Given Value)> parts = [];
    private bool isRead;

    public Given(JsonElement element)
    {
        this.element = element;
        if (element.ValueKind == JsonValueKind.Object)
        {
            parts.AddRange(element.EnumerateObject().Select(part => (part.Name, new Given(part.Value))));
        }
        else if (element.ValueKind == JsonValueKind.Array)
        {
            parts.AddRange(element.EnumerateArray().Select((part, index) => ($"[{index}]", new Given(part))));
        }
    }

    public bool IsNumber => element.ValueKind == JsonValueKind.Number;

    public bool IsObject => element.ValueKind == JsonValueKind.Object;

    /// <summary>The parts of an object with their names, or the items of a list.</summary>
    public IReadOnlyList<(string Name, Given Value)> Parts
    {
        get
        {
            isRead = true;
            return parts;
        }
    }

    /// <summary>The items of a list.</summary>
    public IEnumerable<Given> Items => Parts.Select(part => part.Value);

    public static Given Parse(string text) => new(JsonElement.Parse(text));

    /// <summary>Whether there is a value, which asking does not read; a null is no value.</summary>
    public bool Has(string name)
    {
        if (Find(name) is not Given part)
        {
            return false;
        }

        bool isNull = part.element.ValueKind == JsonValueKind.Null;
        part.isRead |= isNull;
        return !isNull;
    }

    public Given Part(string name)
    {
        isRead = true;
        return Find(name) ?? throw new KeyNotFoundException($"There is no input {name}.");
    }

    /// <summary>The first of the names that has a value, or none.</summary>
    public Given? Optional(params ReadOnlySpan<string> names)
    {
        isRead = true;
        Given? found = null;
        foreach (string name in names)
        {
            if (Has(name))
            {
                found ??= Find(name);
            }
        }

        return found;
    }

    public decimal Number()
    {
        isRead = true;
        return element.GetDecimal();
    }

    public string Text()
    {
        isRead = true;
        return element.GetString() ?? throw new InvalidDataException("A text is null.");
    }

    public LocalDate Date() => LocalDatePattern.Iso.Parse(Text()).GetValueOrThrow();

    /// <summary>A number, or the sum of the numbers of an object or a list.</summary>
    public decimal Sum() => IsNumber ? Number() : Items.Sum(part => part.Number());

    public string Text(string name) => Part(name).Text();

    public decimal Number(string name) => Part(name).Number();

    public int Whole(string name) => (int)Number(name);

    /// <summary>A whole number that may be left out.</summary>
    public int Whole(string name, int otherwise) => (int)(OptionalNumber(name) ?? otherwise);

    public decimal? OptionalNumber(params ReadOnlySpan<string> names) => Optional(names)?.Number();

    public decimal? OptionalSum(params ReadOnlySpan<string> names) => Optional(names)?.Sum();

    public bool IsSet(string name) => OptionalNumber(name) is not (null or 0m);

    public LocalDate Date(string name) => Part(name).Date();

    public decimal[] Numbers(string name) => [.. Part(name).Items.Select(item => item.Number())];

    public int[] Wholes(string name) => [.. Numbers(name).Select(number => (int)number)];

    public LocalDate[] Dates(string name) => [.. Part(name).Items.Select(item => item.Date())];

    /// <summary>The paths of what was not read; of an object that nobody looked into, the path of the whole.</summary>
    public IEnumerable<string> Unread() => Unread("");

    private IEnumerable<string> Unread(string path)
    {
        if (!isRead)
        {
            return [path];
        }

        return parts.SelectMany(part => part.Value.Unread(path.Length == 0 ? part.Name : $"{path}.{part.Name}"));
    }

    private Given? Find(string name) => parts.FirstOrDefault(part => part.Name == name).Value;
}
