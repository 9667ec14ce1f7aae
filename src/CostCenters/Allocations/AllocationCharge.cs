using System.Text.Json.Serialization;
using CostCenters.Structure;

namespace CostCenters.Allocations;

/// <summary>What one sender charges one receiver.</summary>
/// <remarks>Equal when all parts are equal.</remarks>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public readonly record struct AllocationCharge
{
    [JsonConstructor]
    internal AllocationCharge(CenterCode sender, CenterCode receiver, decimal amount)
    {
        Sender = sender;
        Receiver = receiver;
        Amount = amount;
    }

    /// <summary>The center that is credited.</summary>
    public CenterCode Sender { get; }

    /// <summary>The center that is charged; the sender itself for its own use, which credits and charges it alike.
    /// </summary>
    public CenterCode Receiver { get; }

    /// <summary>The amount, rounded up or down to the scale of the network; see
    /// <see cref="AllocationRun.UnroundedCharge"/>.</summary>
    public decimal Amount { get; }

    /// <summary>The members by name, the same in every culture.</summary>
    public override string ToString() => RecordText.Of(
        nameof(AllocationCharge),
        (nameof(Sender), Sender),
        (nameof(Receiver), Receiver),
        (nameof(Amount), Amount));
}
