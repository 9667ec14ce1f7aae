using CostCenters.Explanations;
using CostCenters.KeyFigures;
using CostCenters.Monetary;

namespace CostCenters.UnitCosts;

/// <summary>How far a key figure or a unit cost lies from its budget.</summary>
/// <remarks>
/// <para>Difference = actual - budget, always in that order, unrounded; missing where one of both is. Good or bad comes
/// from what the key figure declares, never from the sign; a unit cost is worse when there is more of it.</para>
/// </remarks>
public sealed record FigureVariance
{
    /// <summary>Compares.</summary>
    /// <param name="budget">The budget, or why there is none.</param>
    /// <param name="actual">The actual, or why there is none.</param>
    /// <param name="preference">Whether more is better, worse or neither.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such preference.</exception>
    public FigureVariance(Figure budget, Figure actual, KeyFigurePreference preference)
    {
        Budget = budget;
        Actual = actual;
        Preference = Enum.IsDefined(preference)
            ? preference
            : throw new ArgumentOutOfRangeException(nameof(preference), preference, "There is no such preference.");
    }

    /// <summary>The budget, or why there is none.</summary>
    public Figure Budget { get; }

    /// <summary>The actual, or why there is none.</summary>
    public Figure Actual { get; }

    /// <summary>Whether more is better, worse or neither.</summary>
    public KeyFigurePreference Preference { get; }

    /// <summary>Actual - budget, or why there is none.</summary>
    public Figure Difference =>
        Figure.Combine(Budget, Actual, (budget, actual) => Figure.Of(actual - budget));

    /// <summary>Difference / |budget|, a share (0.05 is 5 %); missing where the budget is 0.</summary>
    public Figure Ratio =>
        Figure.Quotient(Difference, Budget.Value is Fraction budget ? Figure.Of(budget.Abs()) : Budget);

    /// <summary>Favorable, unfavorable, or neutral: without a difference, and where more is neither better nor
    /// worse; null where there is nothing to compare.</summary>
    public Outcome? Outcome =>
        Difference.Value is not Fraction difference ? null
        : Preference == KeyFigurePreference.Neutral || difference.IsZero ? Explanations.Outcome.Neutral
        : (difference.Sign > 0) == (Preference == KeyFigurePreference.MoreIsBetter) ? Explanations.Outcome.Favorable
        : Explanations.Outcome.Unfavorable;
}
