using System.Collections.Immutable;

namespace CostCenters.Allocations;

/// <summary>A network that cannot be allocated; reports all faults, and nothing was computed.</summary>
public sealed class AllocationException : ArgumentException
{
    internal AllocationException(IEnumerable<AllocationFault> faults)
        : this([.. faults])
    {
    }

    private AllocationException(ImmutableArray<AllocationFault> faults)
        : base(string.Join("\n", faults.Select(fault => fault.Message))) =>
        Faults = faults;

    /// <summary>All faults, by center in the order of the network, then by receiver.</summary>
    public ImmutableArray<AllocationFault> Faults { get; }
}
