using System.Collections.Immutable;
using CostCenters.Allocations.Activities;
using CostCenters.Allocations.Chains;

namespace CostCenters.Csv;

/// <summary>The tables of a book folder that allocations need: rules, drivers and prices.</summary>
/// <remarks>Immutable.</remarks>
public sealed class AllocationTables
{
    /// <summary>Creates tables.</summary>
    /// <param name="rules">The rules, the first to run first.</param>
    /// <param name="drivers">The drivers.</param>
    /// <param name="prices">The prices.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public AllocationTables(
        IEnumerable<AllocationRule> rules, IEnumerable<DriverLine> drivers, IEnumerable<ServicePrice> prices)
    {
        ArgumentNullException.ThrowIfNull(rules);
        ArgumentNullException.ThrowIfNull(drivers);
        ArgumentNullException.ThrowIfNull(prices);
        Rules = [.. rules];
        Drivers = [.. drivers];
        Prices = [.. prices];
    }

    /// <summary>The rules, the first to run first.</summary>
    public ImmutableArray<AllocationRule> Rules { get; }

    /// <summary>The drivers.</summary>
    public ImmutableArray<DriverLine> Drivers { get; }

    /// <summary>The prices.</summary>
    public ImmutableArray<ServicePrice> Prices { get; }
}
