using System.Globalization;
using System.Text.Json;
using CostCenters.Control.Spending;
using CostCenters.Ledgers;
using CostCenters.Monetary;
using CostCenters.Structure;
using NodaTime.Text;

namespace CostCenters.Samples.BudgetControl;

/// <summary>Reads a purchase from a file of JSON.</summary>
internal static class Purchase
{
    /// <exception cref="FormatException">The file is no purchase; says what was expected.</exception>
    public static SpendingDocument Read(string path)
    {
        using FileStream file = File.OpenRead(path);
        try
        {
            using var json = JsonDocument.Parse(file);
            JsonElement purchase = WithOnly(json.RootElement, "id", "stage", "currency", "lines");
            return new SpendingDocument(
                new DocumentId(Text(purchase, "id")),
                Stage(Text(purchase, "stage")),
                Currency.FromIso(Text(purchase, "currency")),
                Field(purchase, "lines", JsonValueKind.Array, "a list").EnumerateArray().Select(Line));
        }
        catch (Exception error) when (error is JsonException or FormatException or KeyNotFoundException
            or InvalidOperationException or ArgumentException)
        {
            throw new FormatException($"{Path.GetFileName(path)} is no purchase: {error.Message}", error);
        }
    }

    private static SpendingLine Line(JsonElement json)
    {
        JsonElement line = WithOnly(json, "date", "center", "element", "amount", "takesOver");
        return new SpendingLine(
            new Posting(
                LocalDatePattern.Iso.Parse(Text(line, "date")).GetValueOrThrow(),
                new CenterCode(Text(line, "center")),
                new ElementCode(Text(line, "element")),
                Amount(line)),
            line.TryGetProperty("takesOver", out JsonElement earlier) ? TakesOver(earlier) : null);
    }

    private static TakeOver TakesOver(JsonElement json)
    {
        JsonElement earlier = WithOnly(json, "id", "line", "amount");
        return new TakeOver(
            new DocumentId(Text(earlier, "id")),
            Field(earlier, "line", JsonValueKind.Number, "a number").TryGetInt32(out int line)
                ? line
                : throw new FormatException("line: expected a whole number."),
            Amount(earlier));
    }

    /// <summary>A misspelt field that is passed over would make the answer that to another purchase.</summary>
    private static JsonElement WithOnly(JsonElement json, params string[] names)
    {
        string? other = json.ValueKind == JsonValueKind.Object
            ? json.EnumerateObject().Select(field => field.Name).FirstOrDefault(name => !names.Contains(name))
            : throw new FormatException($"expected an object with {string.Join(", ", names)}.");
        return other is null
            ? json
            : throw new FormatException($"{other}: expected one of {string.Join(", ", names)}.");
    }

    private static JsonElement Field(JsonElement json, string name, JsonValueKind kind, string expected) =>
        json.TryGetProperty(name, out JsonElement value) && value.ValueKind == kind
            ? value
            : throw new FormatException($"{name}: expected {expected}.");

    private static string Text(JsonElement json, string name) =>
        Field(json, name, JsonValueKind.String, "a text").GetString()!;

    private static SpendingStage Stage(string text) =>
        Enum.GetValues<SpendingStage>().Where(stage => $"{stage}" == text).Cast<SpendingStage?>().SingleOrDefault()
            ?? throw new FormatException("stage: expected Request, Order or Actual.");

    private static decimal Amount(JsonElement json) =>
        decimal.TryParse(
            Text(json, "amount"),
            NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint,
            CultureInfo.InvariantCulture,
            out decimal amount)
                ? amount
                : throw new FormatException("amount: expected a number as a text, such as \"12.50\".");
}
