using System.Text.Json;

namespace CostCenters.Samples;

/// <summary>Members that a JSON file has to have.</summary>
internal static class JsonMembers
{
    /// <summary>The value of a member.</summary>
    /// <exception cref="FormatException">There is no such member.</exception>
    public static JsonElement Member(this JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out JsonElement value)
            ? value
            : throw new FormatException($"plan.json: '{name}' is missing.");
}
