using System.Text.Json.Serialization;

namespace CostCenters.Explanations;

/// <summary>What the amounts of a variance count.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Measure>))]
public enum Measure
{
    /// <summary>Amounts of cost elements: more is unfavorable.</summary>
    Cost,

    /// <summary>Amounts of revenue elements: more is favorable.</summary>
    Revenue,

    /// <summary>Revenue - cost: more is favorable.</summary>
    Margin,
}
