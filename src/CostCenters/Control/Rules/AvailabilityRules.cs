using System.Collections.Immutable;

namespace CostCenters.Control.Rules;

/// <summary>The rules of availability control that stand side by side, and what happens outside all of them.</summary>
/// <remarks>Immutable.</remarks>
public sealed class AvailabilityRules
{
    /// <summary>Creates rules.</summary>
    /// <param name="rules">The rules; copied.</param>
    /// <param name="outside">What happens to a cost that no rule covers.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">A rule is null, or two have one name.</exception>
    public AvailabilityRules(IEnumerable<AvailabilityRule> rules, RuleResponse outside)
    {
        ArgumentNullException.ThrowIfNull(rules);
        ArgumentNullException.ThrowIfNull(outside);
        Rules = [.. rules];
        Outside = outside;
        if (Rules.Contains(null!) || Rules.DistinctBy(rule => rule.Code).Count() < Rules.Length)
        {
            throw new ArgumentException("A rule is null, or two have one name.", nameof(rules));
        }
    }

    /// <summary>The rules, in the order in which they were given.</summary>
    public ImmutableArray<AvailabilityRule> Rules { get; }

    /// <summary>What happens to a cost that no rule covers.</summary>
    public RuleResponse Outside { get; }

    internal bool SaysTheSameAs(AvailabilityRules other) =>
        Outside.SaysTheSameAs(other.Outside)
        && Rules.Length == other.Rules.Length
        && Rules.Zip(other.Rules).All(pair => pair.First.SaysTheSameAs(pair.Second));
}
