using System.Globalization;
using System.Text.Json;
using CostCenters.Control;
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
            JsonElement purchase = json.RootElement;
            return new SpendingDocument(
                new DocumentId(Text(purchase, "id")),
                Enum.TryParse(Text(purchase, "stage"), out SpendingStage stage) && Enum.IsDefined(stage)
                    ? stage
                    : throw new FormatException("stage: expected Request, Order or Actual."),
                Currency.FromIso(Text(purchase, "currency")),
                purchase.GetProperty("lines").EnumerateArray().Select(Line));
        }
        catch (Exception error) when (error is JsonException or KeyNotFoundException or InvalidOperationException
            or ArgumentException)
        {
            throw new FormatException($"{Path.GetFileName(path)} is no purchase: {error.Message}", error);
        }
    }

    private static SpendingLine Line(JsonElement line) => new(
        new Posting(
            LocalDatePattern.Iso.Parse(Text(line, "date")).GetValueOrThrow(),
            new CenterCode(Text(line, "center")),
            new ElementCode(Text(line, "element")),
            Amount(line, "amount")),
        line.TryGetProperty("takesOver", out JsonElement earlier)
            ? new TakeOver(
                new DocumentId(Text(earlier, "id")), earlier.GetProperty("line").GetInt32(), Amount(earlier, "amount"))
            : null);

    private static string Text(JsonElement element, string name) =>
        element.GetProperty(name).GetString() ?? throw new FormatException($"{name}: expected a text.");

    private static decimal Amount(JsonElement element, string name) =>
        decimal.TryParse(
            Text(element, name),
            NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint,
            CultureInfo.InvariantCulture,
            out decimal amount)
                ? amount
                : throw new FormatException($"{name}: expected an amount such as \"12.50\".");
}
