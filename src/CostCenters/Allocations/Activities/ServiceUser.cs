using System.Text.Json.Serialization;
using CostCenters.Monetary;
using CostCenters.Structure;

namespace CostCenters.Allocations.Activities;

/// <summary>What a center booked of a service's capacity, and what it used.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public readonly record struct ServiceUser
{
    /// <summary>Creates a user.</summary>
    /// <param name="center">The center.</param>
    /// <param name="capacity">The capacity that is kept ready for it (budgeted usage).</param>
    /// <param name="usage">What it used.</param>
    /// <exception cref="ArgumentOutOfRangeException">A figure is negative, beyond 10^9 or has more than 8 decimals.
    /// </exception>
    [JsonConstructor]
    public ServiceUser(CenterCode center, decimal capacity, decimal usage)
    {
        _ = InputRange.NotNegative(capacity);
        _ = InputRange.NotNegative(usage);
        Center = center;
        Capacity = capacity;
        Usage = usage;
    }

    /// <summary>The center.</summary>
    public CenterCode Center { get; }

    /// <summary>The capacity that is kept ready for it.</summary>
    public decimal Capacity { get; }

    /// <summary>What it used.</summary>
    public decimal Usage { get; }

    /// <summary>The members by name, the same in every culture.</summary>
    public override string ToString() => RecordText.Of(
        nameof(ServiceUser), (nameof(Center), Center), (nameof(Capacity), Capacity), (nameof(Usage), Usage));
}
