using System.Collections.Immutable;
using CostCenters.Monetary;

namespace CostCenters.Allocations.Activities;

/// <summary>How long an activity takes, by its variants: base time + the sum of time × count of each term.</summary>
/// <remarks>
/// <para>In units of the driver of the pool, such as minutes. Exact. Immutable.</para>
/// <para>Source: Kaplan and Anderson, Time-Driven Activity-Based Costing (time equations).</para>
/// </remarks>
public sealed class TimeEquation
{
    /// <summary>Creates an equation.</summary>
    /// <param name="baseTime">What the activity takes in any case.</param>
    /// <param name="terms">What else it can take, each name once.</param>
    /// <exception cref="ArgumentNullException"><paramref name="terms"/> is null.</exception>
    /// <exception cref="ArgumentException">A term is null, or two have one name.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="baseTime"/> is negative, beyond 10^9 or has more
    /// than 8 decimals.</exception>
    public TimeEquation(decimal baseTime, IEnumerable<TimeTerm> terms)
    {
        ArgumentNullException.ThrowIfNull(terms);
        _ = InputRange.NotNegative(baseTime);
        BaseTime = baseTime;
        Terms = [.. terms];
        if (Terms.Contains(null!) || Terms.DistinctBy(term => term.Name).Count() < Terms.Length)
        {
            throw new ArgumentException("A term is null or stands twice; name each term once.", nameof(terms));
        }
    }

    /// <summary>What the activity takes in any case.</summary>
    public decimal BaseTime { get; }

    /// <summary>What else it can take.</summary>
    public ImmutableArray<TimeTerm> Terms { get; }

    /// <summary>How long an activity takes.</summary>
    /// <param name="counts">How often each term occurs in it; a term that is left out does not.</param>
    /// <exception cref="ArgumentNullException"><paramref name="counts"/> is null.</exception>
    /// <exception cref="ArgumentException">The equation has no such term.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative or beyond its range.</exception>
    public Fraction TimeOf(IReadOnlyDictionary<string, decimal> counts) =>
        Fraction.Sum(Uses("one", 1m, counts).Select(use => use.Driver));

    /// <summary>What a cost object uses of the pool: its activities by base time, and its terms by their own.</summary>
    /// <param name="costObject">The cost object, or the activity.</param>
    /// <param name="quantity">How often the activity was done for it.</param>
    /// <param name="counts">How often each term occurred in all of them.</param>
    /// <returns>A use for the base time and one for each term, all of the cost object; add them to a pool.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="counts"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="costObject"/> is blank, or the equation has no such term.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">A quantity is negative or beyond its range.</exception>
    public ImmutableArray<ActivityUse> Uses(
        string costObject, decimal quantity, IReadOnlyDictionary<string, decimal> counts)
    {
        ArgumentNullException.ThrowIfNull(counts);
        string? unknown = counts.Keys.Except(Terms.Select(term => term.Name)).Order(StringComparer.Ordinal)
            .FirstOrDefault();
        return unknown is not null
            ? throw new ArgumentException($"The equation has no term '{unknown}'.", nameof(counts))
            :
            [
                new ActivityUse(costObject, quantity, BaseTime),
                .. Terms.Where(term => counts.ContainsKey(term.Name))
                    .Select(term => new ActivityUse(costObject, counts[term.Name], term.Time)),
            ];
    }
}
