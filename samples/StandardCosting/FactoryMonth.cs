using System.Text.Json;
using CostCenters.Monetary;
using CostCenters.Profitability;

namespace CostCenters.Samples.StandardCosting;

/// <summary>One month of a factory with one product, as <c>factory-month.json</c> tells it.</summary>
internal static class FactoryMonth
{
    public static ProductOperations Read(string path)
    {
        using JsonDocument json = JsonDocument.Parse(File.ReadAllBytes(path));
        JsonElement month = json.RootElement;
        JsonElement overhead = Field(month, "fixedOverhead");
        return new ProductOperations(
            Currency.FromIso(Field(month, "currency").GetString()!),
            Number(month, "price"),
            Number(month, "budgetedUnits"),
            Number(month, "unitsSold"),
            Number(month, "unitsMade"),
            Number(month, "revenue"),
            Field(month, "inputs").EnumerateArray().Select(ReadInput),
            FixedOverhead.OfBudget(
                AbsorptionBase.LaborHours,
                Number(overhead, "budget"),
                Number(overhead, "budgetedHours"),
                Number(overhead, "actual")));
    }

    private static InputUse ReadInput(JsonElement input)
    {
        var standard = new StandardInput(
            Enum.Parse<InputKind>(Field(input, "kind").GetString()!),
            Field(input, "name").GetString()!,
            Field(input, "unit").GetString()!,
            Number(input, "perUnit"),
            perUnits: 1,
            Number(input, "price"));
        decimal? paid = input.TryGetProperty("paid", out JsonElement hours) ? hours.GetDecimal() : null;
        return new InputUse(standard, Number(input, "used"), paid, Number(input, "cost"));
    }

    private static decimal Number(JsonElement element, string name) =>
        Field(element, name) is { ValueKind: JsonValueKind.Number } number
            ? number.GetDecimal()
            : throw new FormatException($"'{name}' is not a number.");

    private static JsonElement Field(JsonElement element, string name) =>
        element.TryGetProperty(name, out JsonElement value)
            ? value
            : throw new FormatException($"'{name}' is missing.");
}
