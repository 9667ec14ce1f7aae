using System.Collections.Immutable;
using CostCenters.Monetary;
using CostCenters.Structure;

namespace CostCenters.Reports.Reading;

/// <summary>From which size on a variance is worth a reader's time.</summary>
/// <remarks>
/// A variance is material when |difference| reaches the amount and, where a percentage is named, the budget is absent
/// or 0 or |percent| reaches it. Immutable; <see cref="WithGroup"/> adds a threshold of its own for an element group.
/// </remarks>
public sealed class Materiality
{
    private readonly ImmutableDictionary<ElementCode, Materiality> groups;

    /// <summary>Creates a threshold for all elements.</summary>
    /// <param name="amount">The smallest material |difference|, inclusive; 0 when only the percentage counts.</param>
    /// <param name="percent">The smallest material |percent|, inclusive; null when only the amount counts.</param>
    /// <exception cref="ArgumentOutOfRangeException">A threshold is negative.</exception>
    public Materiality(decimal amount, decimal? percent)
        : this(amount, percent, ImmutableDictionary<ElementCode, Materiality>.Empty)
    {
    }

    private Materiality(decimal amount, decimal? percent, ImmutableDictionary<ElementCode, Materiality> groups)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(amount);
        if (percent is decimal p)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(p, nameof(percent));
        }

        Amount = amount;
        Percent = percent;
        this.groups = groups;
    }

    /// <summary>The smallest material |difference|, inclusive.</summary>
    public decimal Amount { get; }

    /// <summary>The smallest material |percent|, inclusive; null when only the amount counts.</summary>
    public decimal? Percent { get; }

    /// <summary>This threshold, with another for an element and all elements below it.</summary>
    /// <param name="group">The element, usually a group.</param>
    /// <param name="threshold">Its threshold; groups of its own count for nothing.</param>
    /// <exception cref="ArgumentNullException"><paramref name="threshold"/> is null.</exception>
    public Materiality WithGroup(ElementCode group, Materiality threshold)
    {
        ArgumentNullException.ThrowIfNull(threshold);
        return new Materiality(Amount, Percent, groups.SetItem(group, threshold));
    }

    /// <summary>Whether a variance is material, by the threshold for all elements.</summary>
    /// <param name="variance">The variance.</param>
    public bool IsMaterial(Variance variance)
    {
        decimal magnitude = Math.Abs(variance.Difference);

        // |difference| / |budget| >= percent / 100, without a division that could round or a product that overflows.
        return magnitude >= Amount
            && (Percent is not decimal percent
                || variance.Budget is null or 0m
                || Fraction.Of(magnitude) * Fraction.Of(100m)
                    >= Fraction.Of(percent) * Fraction.Of(variance.Budget.Value).Abs());
    }

    /// <summary>Whether a variance of an element is material: by the nearest group that has a threshold.</summary>
    /// <param name="variance">The variance.</param>
    /// <param name="element">Its element, or null for the threshold of all elements.</param>
    /// <param name="chart">The chart that holds the element and its groups.</param>
    /// <exception cref="ArgumentNullException"><paramref name="chart"/> is null.</exception>
    public bool IsMaterial(Variance variance, CostElement? element, ElementChart chart)
    {
        ArgumentNullException.ThrowIfNull(chart);
        for (CostElement? group = element; group is not null; group = ParentOf(group, chart))
        {
            if (groups.TryGetValue(group.Code, out Materiality? threshold))
            {
                return threshold.IsMaterial(variance);
            }
        }

        return IsMaterial(variance);
    }

    private static CostElement? ParentOf(CostElement element, ElementChart chart) =>
        element.Parent is ElementCode parent ? chart[parent] : null;
}
