using System.Collections.Immutable;
using CostCenters.Monetary;

namespace CostCenters.Allocations.Activities;

/// <summary>What cost objects (products, customers, orders) take of several pools, and what nobody used.</summary>
/// <remarks>
/// <para>Uses of one name are one cost object. With one pool for all overhead it is the traditional overhead rate,
/// beside which the activity-based figures show whom the single rate subsidizes.</para>
/// <para>Law: the cost of the objects and of the unused capacity makes the cost of the pools, exactly. Nothing is
/// rounded. Immutable.</para>
/// <para>Source: Horngren, Datar and Rajan, Cost Accounting, activity-based costing.</para>
/// </remarks>
public sealed class ActivityBasedCosting
{
    private readonly ImmutableDictionary<string, Fraction> costs;

    private ActivityBasedCosting(ImmutableArray<ActivityPool> pools)
    {
        Pools = pools;
        Objects = [.. pools.SelectMany(pool => pool.Uses).Select(use => use.Name).Distinct(StringComparer.Ordinal)];
        costs = pools
            .SelectMany(pool => pool.Uses.Select(use => (use.Name, Cost: pool.CostOf(use))))
            .GroupBy(part => part.Name, StringComparer.Ordinal)
            .ToImmutableDictionary(
                parts => parts.Key, parts => Fraction.Sum(parts.Select(part => part.Cost)), StringComparer.Ordinal);
    }

    /// <summary>The pools, as given.</summary>
    public ImmutableArray<ActivityPool> Pools { get; }

    /// <summary>The cost objects, as they first appear.</summary>
    public ImmutableArray<string> Objects { get; }

    /// <summary>What the cost objects take together.</summary>
    public Fraction AssignedCost => Fraction.Sum(costs.Values);

    /// <summary>The cost of capacity that nobody used, which no object takes.</summary>
    public Fraction UnusedCost => Fraction.Sum(Pools.Select(pool => pool.UnusedCost));

    /// <summary>What a cost object takes of all pools.</summary>
    /// <exception cref="KeyNotFoundException">No pool has such an object.</exception>
    public Fraction this[string costObject] => costs[costObject];

    /// <summary>Adds up what cost objects take of pools.</summary>
    /// <param name="pools">The pools.</param>
    /// <exception cref="ArgumentNullException"><paramref name="pools"/> is null.</exception>
    /// <exception cref="ArgumentException">A pool is null.</exception>
    public static ActivityBasedCosting Create(IEnumerable<ActivityPool> pools)
    {
        ArgumentNullException.ThrowIfNull(pools);
        ImmutableArray<ActivityPool> all = [.. pools];
        return all.Contains(null!)
            ? throw new ArgumentException("A pool is null.", nameof(pools))
            : new ActivityBasedCosting(all);
    }
}
