using System.Collections.Immutable;
using CostCenters.Monetary;

namespace CostCenters.Allocations.Activities;

/// <summary>A cost pool and the activities that use it: a rate per unit of its driver, and what each activity costs.
/// </summary>
/// <remarks>
/// <para>Time-driven: rate (capacity cost rate) = cost ÷ practical capacity, and what was not used of the capacity
/// stays apart; it is not spread. Activity-based without a capacity, and the traditional overhead rate as well: rate =
/// cost ÷ what was used.</para>
/// <para>Law: what the activities cost, and the unused capacity, make the cost of the pool, exactly. Nothing is
/// rounded. Immutable.</para>
/// <para>Source: Kaplan and Anderson, Time-Driven Activity-Based Costing.</para>
/// </remarks>
public sealed class ActivityPool
{
    private readonly Fraction cost;

    private ActivityPool(string name, Fraction cost, Fraction capacity, ImmutableArray<ActivityUse> uses)
    {
        this.cost = cost;
        Name = name;
        Capacity = capacity;
        Uses = uses;
    }

    /// <summary>The name.</summary>
    public string Name { get; }

    /// <summary>The practical capacity in units of the driver, or what was used where no capacity was given; above 0.
    /// </summary>
    public Fraction Capacity { get; }

    /// <summary>The activities that use the pool, as given.</summary>
    public ImmutableArray<ActivityUse> Uses { get; }

    /// <summary>Cost ÷ capacity: what a unit of the driver costs, in the currency of the cost.</summary>
    public Fraction Rate => cost / Capacity;

    /// <summary>What the activities use of the driver.</summary>
    public Fraction Used => Fraction.Sum(Uses.Select(use => use.Driver));

    /// <summary>What the activities cost: rate × used.</summary>
    public Fraction AssignedCost => Rate * Used;

    /// <summary>Capacity - used; below 0, more was done than the capacity is said to hold.</summary>
    public Fraction UnusedCapacity => Capacity - Used;

    /// <summary>Rate × unused capacity.</summary>
    public Fraction UnusedCost => Rate * UnusedCapacity;

    /// <summary>Used ÷ capacity; 1 is 100 percent.</summary>
    public Fraction Utilization => Used / Capacity;

    /// <summary>A pool with a practical capacity, of which the unused part stays apart.</summary>
    /// <param name="name">The name.</param>
    /// <param name="cost">The cost of the capacity.</param>
    /// <param name="capacity">The practical capacity, such as minutes of work; above 0.</param>
    /// <param name="uses">The activities.</param>
    /// <exception cref="ArgumentNullException"><paramref name="uses"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="name"/> is null or blank, or a use is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A figure is beyond its range, or the capacity is not above 0.
    /// </exception>
    public static ActivityPool AtCapacity(string name, decimal cost, decimal capacity, IEnumerable<ActivityUse> uses)
    {
        Fraction whole = InputRange.Positive(capacity);
        return new ActivityPool(Require(name), InputRange.Amount(cost), whole, Require(uses));
    }

    /// <summary>A pool whose whole cost goes to those who used it.</summary>
    /// <param name="name">The name.</param>
    /// <param name="cost">The cost.</param>
    /// <param name="uses">The activities or cost objects; they use more than 0 together.</param>
    /// <exception cref="ArgumentNullException"><paramref name="uses"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="name"/> is null or blank, a use is null, or nothing was
    /// used.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The cost is beyond its range.</exception>
    public static ActivityPool OfUse(string name, decimal cost, IEnumerable<ActivityUse> uses)
    {
        ImmutableArray<ActivityUse> all = Require(uses);
        Fraction used = Fraction.Sum(all.Select(use => use.Driver));
        return used.IsZero
            ? throw new ArgumentException($"Nobody used '{name}', so there is no rate.", nameof(uses))
            : new ActivityPool(Require(name), InputRange.Amount(cost), used, all);
    }

    /// <summary>What one unit of an activity costs: rate × what it takes of the driver.</summary>
    /// <param name="use">The activity.</param>
    /// <exception cref="ArgumentNullException"><paramref name="use"/> is null.</exception>
    public Fraction UnitRate(ActivityUse use)
    {
        ArgumentNullException.ThrowIfNull(use);
        return Rate * Fraction.Of(use.PerUnit);
    }

    /// <summary>What an activity costs in all: rate × what it used of the driver.</summary>
    /// <param name="use">The activity.</param>
    /// <exception cref="ArgumentNullException"><paramref name="use"/> is null.</exception>
    public Fraction CostOf(ActivityUse use)
    {
        ArgumentNullException.ThrowIfNull(use);
        return Rate * use.Driver;
    }

    private static string Require(string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        return name;
    }

    private static ImmutableArray<ActivityUse> Require(IEnumerable<ActivityUse> uses)
    {
        ArgumentNullException.ThrowIfNull(uses);
        ImmutableArray<ActivityUse> all = [.. uses];
        return all.Contains(null!) ? throw new ArgumentException("A use is null.", nameof(uses)) : all;
    }
}
