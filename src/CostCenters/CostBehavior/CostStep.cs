using System.Text.Json.Serialization;
using CostCenters.Monetary;

namespace CostCenters.CostBehavior;

/// <summary>One level of a step-fixed cost: what it costs up to an activity.</summary>
/// <remarks>A step begins above the end of the step before it, the first one at 0. <c>default(CostStep)</c> ends at 0,
/// and no cost function takes it.</remarks>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public readonly record struct CostStep
{
    /// <summary>Creates a step.</summary>
    /// <param name="through">The last activity that it covers, above 0.</param>
    /// <param name="amount">The cost of every activity that it covers, as a whole.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="through"/> is not above 0, or a number is beyond
    /// its range.</exception>
    [JsonConstructor]
    public CostStep(decimal through, decimal amount)
    {
        _ = InputRange.Positive(through);
        _ = InputRange.Amount(amount);
        Through = through;
        Amount = amount;
    }

    /// <summary>The last activity that it covers.</summary>
    public decimal Through { get; }

    /// <summary>The cost of every activity that it covers, as a whole.</summary>
    public decimal Amount { get; }

    /// <summary>The members by name, the same in every culture.</summary>
    public override string ToString() => RecordText.Of(
        nameof(CostStep), (nameof(Through), Through), (nameof(Amount), Amount));
}
