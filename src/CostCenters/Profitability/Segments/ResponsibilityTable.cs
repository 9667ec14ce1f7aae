using System.Collections.Frozen;
using CostCenters.Structure;

namespace CostCenters.Profitability.Segments;

/// <summary>Who answers for which element in which center.</summary>
/// <remarks>A rule of a center comes before the one of all centers. Immutable.</remarks>
public sealed class ResponsibilityTable
{
    private readonly FrozenDictionary<(ElementCode Element, CenterCode? Center), Responsibility> rules;

    private ResponsibilityTable(FrozenDictionary<(ElementCode, CenterCode?), Responsibility> rules) =>
        this.rules = rules;

    /// <summary>Creates a table.</summary>
    /// <param name="rules">The rules, in any order.</param>
    /// <exception cref="ArgumentNullException"><paramref name="rules"/> is null.</exception>
    /// <exception cref="ArgumentException">A rule is null, or two are of one element and center.</exception>
    public static ResponsibilityTable Create(IEnumerable<Responsibility> rules)
    {
        ArgumentNullException.ThrowIfNull(rules);
        var table = new Dictionary<(ElementCode, CenterCode?), Responsibility>();
        foreach (Responsibility rule in rules)
        {
            if (rule is null || !table.TryAdd((rule.Element, rule.Center), rule))
            {
                throw new ArgumentException(
                    $"Element '{rule?.Element}' has two rules for {(rule?.Center is CenterCode one ? one : "all")}.",
                    nameof(rules));
            }
        }

        return new ResponsibilityTable(table.ToFrozenDictionary());
    }

    /// <summary>The rule for an element in a center, or null when there is none.</summary>
    /// <param name="center">The center.</param>
    /// <param name="element">The element.</param>
    public Responsibility? Find(CenterCode center, ElementCode element) =>
        rules.GetValueOrDefault((element, center)) ?? rules.GetValueOrDefault((element, null));
}
