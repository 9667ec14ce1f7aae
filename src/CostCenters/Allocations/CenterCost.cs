using System.Text.Json.Serialization;
using CostCenters.Monetary;
using CostCenters.Structure;

namespace CostCenters.Allocations;

/// <summary>What a center costs before anything is allocated: its primary cost.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public readonly record struct CenterCost
{
    /// <summary>Creates a cost.</summary>
    /// <param name="center">The center.</param>
    /// <param name="amount">In the currency of the network, any sign; 0 for a center that only receives.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="amount"/> is beyond 10^15 or has more than 8
    /// decimals.</exception>
    [JsonConstructor]
    public CenterCost(CenterCode center, decimal amount)
    {
        Center = center;
        Amount = MoneyRange.Require(amount);
    }

    /// <summary>The center.</summary>
    public CenterCode Center { get; }

    /// <summary>The amount.</summary>
    public decimal Amount { get; }

    /// <summary>The members by name, the same in every culture.</summary>
    public override string ToString() => RecordText.Of(
        nameof(CenterCost), (nameof(Center), Center), (nameof(Amount), Amount));
}
