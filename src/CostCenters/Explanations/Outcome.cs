using System.Text.Json.Serialization;

namespace CostCenters.Explanations;

/// <summary>Whether a difference helps or harms profit.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Outcome>))]
public enum Outcome
{
    /// <summary>There is no difference.</summary>
    Neutral,

    /// <summary>Less cost, or more revenue or margin, than budgeted.</summary>
    Favorable,

    /// <summary>More cost, or less revenue or margin, than budgeted.</summary>
    Unfavorable,
}
