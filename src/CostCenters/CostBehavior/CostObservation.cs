using System.Text.Json.Serialization;
using CostCenters.Monetary;

namespace CostCenters.CostBehavior;

/// <summary>What was once seen: an activity and the cost that came with it.</summary>
/// <remarks><c>default(CostObservation)</c> is no cost without activity.</remarks>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public readonly record struct CostObservation
{
    /// <summary>Creates an observation.</summary>
    /// <param name="activity">The activity, not negative.</param>
    /// <param name="cost">The whole cost, any sign.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="activity"/> is negative, or a number is beyond its
    /// range.</exception>
    [JsonConstructor]
    public CostObservation(decimal activity, decimal cost)
    {
        _ = InputRange.NotNegative(activity);
        _ = InputRange.Amount(cost);
        Activity = activity;
        Cost = cost;
    }

    /// <summary>The activity.</summary>
    public decimal Activity { get; }

    /// <summary>The whole cost.</summary>
    public decimal Cost { get; }

    /// <summary>The members by name, the same in every culture.</summary>
    public override string ToString() => RecordText.Of(
        nameof(CostObservation), (nameof(Activity), Activity), (nameof(Cost), Cost));
}
