using CostCenters.Structure;

namespace CostCenters.Control.Rules;

/// <summary>Cells that a rule covers: a center or its subtree, an element or its group.</summary>
/// <remarks>
/// <para>The subtree is that of the last day of each period. Elements of revenue are never covered.</para>
/// <para>Immutable.</para>
/// </remarks>
public sealed record RuleScope
{
    /// <summary>Creates a scope.</summary>
    /// <param name="center">The center, or null for all of them.</param>
    /// <param name="includesDescendants">Whether the centers below it are covered, too.</param>
    /// <param name="element">The element or, with all of its members, the group; null for all of them.</param>
    /// <exception cref="ArgumentException">A code is a default value.</exception>
    public RuleScope(CenterCode? center, bool includesDescendants, ElementCode? element)
    {
        if (center == default(CenterCode) || element == default(ElementCode))
        {
            throw new ArgumentException("A code of a scope is a default value; null stands for all.", nameof(center));
        }

        Center = center;
        IncludesDescendants = includesDescendants;
        Element = element;
    }

    /// <summary>The center, or null for all of them.</summary>
    public CenterCode? Center { get; }

    /// <summary>Whether the centers below it are covered, too.</summary>
    public bool IncludesDescendants { get; }

    /// <summary>The element or group, or null for all of them.</summary>
    public ElementCode? Element { get; }
}
