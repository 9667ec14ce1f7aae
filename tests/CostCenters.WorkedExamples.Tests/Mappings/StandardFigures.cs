using System.Text.Json;
using CostCenters.Explanations;
using CostCenters.Monetary;
using CostCenters.Variances.Standard;

namespace CostCenters.WorkedExamples.Tests.Mappings;

/// <summary>What the mappings of standard-cost variances share.</summary>
internal static class StandardFigures
{
    // The sources name no units that matter.
    public static VarianceUnits Units { get; } = new(Currency.Usd, "unit");

    public static bool Has(this JsonElement inputs, string name) =>
        inputs.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null;

    public static decimal? OptionalNumber(this JsonElement inputs, string name) =>
        inputs.Has(name) ? inputs.Number(name) : null;

    public static decimal NumberOf(Fraction value) => ExactFigures.Exact(value);

    public static object Flag(VarianceNode node) => Flag(node.ProfitEffect);

    public static object Flag(Fraction profitEffect) => Figures.Flagged(NumberOf(profitEffect));

    public static decimal InputOf(VarianceNode node, string name) =>
        NumberOf(node.Inputs.Single(input => input.Name == name).Value);

    /// <summary>A part by key, next below the node.</summary>
    public static VarianceNode Part(this VarianceNode node, string key) =>
        node.Children.Single(part => part.Key == key);

    public static Dictionary<string, object?> FlagByItem(VarianceNode node) =>
        node.Children.ToDictionary(item => item.Name, item => (object?)Flag(item));

    /// <summary>An actual quantity, whichever of its price and its cost is given.</summary>
    public static PricedQuantity Actual(this JsonElement inputs, decimal quantity) =>
        inputs.Has("actual_price")
            ? PricedQuantity.AtPrice(quantity, inputs.Number("actual_price"))
            : PricedQuantity.ForCost(quantity, inputs.Number("actual_cost"));
}
