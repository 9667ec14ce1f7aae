using System.Text.Json.Serialization;
using CostCenters.Monetary;
using CostCenters.Structure;

namespace CostCenters.Allocations;

/// <summary>How much of a sender one receiver uses: a weight, a percentage or a fixed amount.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public readonly record struct AllocationDriver
{
    /// <summary>Creates a driver.</summary>
    /// <param name="receiver">The center that is charged; the sender itself for its own use.</param>
    /// <param name="value">In the unit that the sender's <see cref="DriverBasis"/> says, or null when it is not known.
    /// </param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="value"/> is beyond 10^15 or has more than 8
    /// decimals.</exception>
    [JsonConstructor]
    public AllocationDriver(CenterCode receiver, decimal? value)
    {
        if (value is decimal known)
        {
            _ = InputRange.Amount(known, nameof(value));
        }

        Receiver = receiver;
        Value = value;
    }

    /// <summary>The center that is charged.</summary>
    public CenterCode Receiver { get; }

    /// <summary>The value, or null when it is not known, which is not 0.</summary>
    public decimal? Value { get; }

    /// <summary>The members by name, the same in every culture.</summary>
    public override string ToString() => RecordText.Of(
        nameof(AllocationDriver), (nameof(Receiver), Receiver), (nameof(Value), Value));
}
