using System.Collections.Immutable;
using CostCenters.Monetary;
using CostCenters.Structure;

namespace CostCenters.Allocations;

/// <summary>A center whose cost pool is charged to others, and by what.</summary>
/// <remarks>Its pool is its own cost and what it is charged itself. Immutable.</remarks>
public sealed class AllocationSender
{
    /// <summary>Creates a sender.</summary>
    /// <param name="center">The center.</param>
    /// <param name="basis">What the values of the drivers are.</param>
    /// <param name="drivers">The receivers with their drivers, each receiver once, in any order.</param>
    /// <exception cref="ArgumentNullException"><paramref name="drivers"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="basis"/> is no basis.</exception>
    public AllocationSender(CenterCode center, DriverBasis basis, IEnumerable<AllocationDriver> drivers)
    {
        ArgumentNullException.ThrowIfNull(drivers);
        _ = InputRange.Defined(basis);
        Center = center;
        Basis = basis;
        Drivers = [.. drivers];
    }

    /// <summary>The center.</summary>
    public CenterCode Center { get; }

    /// <summary>What the values of the drivers are.</summary>
    public DriverBasis Basis { get; }

    /// <summary>The receivers with their drivers, as given.</summary>
    public ImmutableArray<AllocationDriver> Drivers { get; }
}
