using CostCenters.Monetary;
using CostCenters.Structure;

namespace CostCenters.Profitability.Segments;

/// <summary>Who answers for an element, in one center or in all of them.</summary>
/// <remarks>Whether a cost is controllable is a property of the element for the center: the same rent is decided on by
/// the head of a shop, and by somebody else for a department of it. Immutable.</remarks>
public sealed record Responsibility
{
    /// <summary>Creates a rule.</summary>
    /// <param name="element">The element.</param>
    /// <param name="center">The center, or null for all centers that have no rule of their own.</param>
    /// <param name="isControllable">Whether the head of the center decides on its fixed cost.</param>
    /// <param name="answers">Who answers for it; null for the owner of the center if the cost is controllable, and
    /// for nobody named if it is not.</param>
    /// <param name="variableShare">The variable part of a mixed element, 0 to 1; null when nobody said.</param>
    /// <exception cref="ArgumentException"><paramref name="answers"/> has a NUL or half of a surrogate pair.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="variableShare"/> is below 0, above 1 or has more
    /// than 8 decimals.</exception>
    /// <exception cref="InvalidOperationException">A code is <c>default</c>.</exception>
    public Responsibility(
        ElementCode element,
        CenterCode? center,
        bool isControllable,
        string? answers = null,
        decimal? variableShare = null)
    {
        _ = element.Value;
        _ = center?.Value;
        Element = element;
        Center = center;
        IsControllable = isControllable;
        Answers = answers is null ? null : WholeText.Require(answers);
        if (variableShare is decimal share)
        {
            _ = InputRange.NotNegative(share, nameof(variableShare));
            ArgumentOutOfRangeException.ThrowIfGreaterThan(share, 1m, nameof(variableShare));
        }

        VariableShare = variableShare;
    }

    /// <summary>The element.</summary>
    public ElementCode Element { get; }

    /// <summary>The center, or null for all that have no rule of their own.</summary>
    public CenterCode? Center { get; }

    /// <summary>Whether the head of the center decides on the fixed cost.</summary>
    public bool IsControllable { get; }

    /// <summary>Who answers for it, or null.</summary>
    public string? Answers { get; }

    /// <summary>The variable part of a mixed element, or null.</summary>
    public decimal? VariableShare { get; }

    /// <summary>The members by name, the same in every culture.</summary>
    public override string ToString() => RecordText.Of(
        nameof(Responsibility),
        (nameof(Element), Element),
        (nameof(Center), Center),
        (nameof(IsControllable), IsControllable),
        (nameof(Answers), Answers),
        (nameof(VariableShare), VariableShare));
}
