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
        JsonElement overhead = month.GetProperty("fixedOverhead");
        return new ProductOperations(
            Currency.FromIso(month.GetProperty("currency").GetString()!),
            Number(month, "price"),
            Number(month, "budgetedUnits"),
            Number(month, "unitsSold"),
            Number(month, "unitsMade"),
            Number(month, "revenue"),
            month.GetProperty("inputs").EnumerateArray().Select(ReadInput),
            FixedOverhead.OfBudget(
                AbsorptionBase.LaborHours,
                Number(overhead, "budget"),
                Number(overhead, "budgetedHours"),
                Number(overhead, "actual")));
    }

    private static InputUse ReadInput(JsonElement input)
    {
        var standard = new StandardInput(
            Enum.Parse<InputKind>(input.GetProperty("kind").GetString()!),
            input.GetProperty("name").GetString()!,
            input.GetProperty("unit").GetString()!,
            Number(input, "perUnit"),
            perUnits: 1,
            Number(input, "price"));
        decimal? paid = input.TryGetProperty("paid", out JsonElement hours) ? hours.GetDecimal() : null;
        return new InputUse(standard, Number(input, "used"), paid, Number(input, "cost"));
    }

    private static decimal Number(JsonElement element, string name) => element.GetProperty(name).GetDecimal();
}
