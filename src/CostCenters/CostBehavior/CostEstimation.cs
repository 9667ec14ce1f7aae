using System.Collections.Immutable;
using CostCenters.Monetary;

namespace CostCenters.CostBehavior;

/// <summary>Estimates the fixed and the variable part of a cost from what was observed.</summary>
public static class CostEstimation
{
    /// <summary>The high-low method: the line through the observations of the highest and the lowest activity.
    /// </summary>
    /// <remarks>
    /// <para>Rate = difference in cost / difference in activity; fixed cost = cost - rate × activity, at either point.
    /// Highest and lowest are told by activity, never by cost. Unrounded; the order of the observations does not
    /// matter.</para>
    /// <para>Source: OpenStax, Principles of Accounting Vol. 2, estimating a variable and fixed cost equation.</para>
    /// </remarks>
    /// <param name="observations">At least two, with different activities among them.</param>
    /// <param name="tie">Which cost counts where several share the highest or lowest activity.</param>
    /// <exception cref="ArgumentNullException"><paramref name="observations"/> is null.</exception>
    /// <exception cref="ArgumentException">All observations have the same activity, or there are fewer than two.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="tie"/> is no rule.</exception>
    public static CostEstimate HighLow(IEnumerable<CostObservation> observations, HighLowTie tie) =>
        HighLow(observations, tie, CostFunction.Fixed(0m));

    /// <summary>The high-low method for costs of which a part is known, such as a step in the fixed cost.</summary>
    /// <remarks>The known cost is taken off each observation first; the estimate is of the rest alone.</remarks>
    /// <param name="observations">At least two, with different activities among them.</param>
    /// <param name="tie">Which cost counts where several share the highest or lowest activity.</param>
    /// <param name="known">The known part of the cost.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">All observations have the same activity, or there are fewer than two.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="tie"/> is no rule, or <paramref name="known"/>
    /// refuses the highest or lowest activity.</exception>
    public static CostEstimate HighLow(
        IEnumerable<CostObservation> observations, HighLowTie tie, CostFunction known)
    {
        ArgumentNullException.ThrowIfNull(known);
        ImmutableArray<CostObservation> seen = RequireTwoActivities(observations, out RelevantRange observed);
        Fraction low = CostAt(observed.From, costs => costs.Min());
        Fraction high = CostAt(observed.Through, costs => costs.Max());
        Fraction rate = (high - low) / (Fraction.Of(observed.Through) - Fraction.Of(observed.From));
        return new CostEstimate(low - (rate * Fraction.Of(observed.From)), rate, observed);

        Fraction CostAt(decimal activity, Func<IEnumerable<decimal>, decimal> widest)
        {
            ImmutableArray<decimal> costs =
                [.. seen.Where(point => point.Activity == activity).Select(point => point.Cost)];
            Fraction cost = tie switch
            {
                HighLowTie.Average => Fraction.Sum(costs.Select(Fraction.Of)) / Fraction.Of(costs.Length),
                HighLowTie.Widest => Fraction.Of(widest(costs)),
                _ => throw new ArgumentOutOfRangeException(nameof(tie), tie, "There is no such rule."),
            };
            return cost - known.CostAt(activity);
        }
    }

    /// <summary>The least-squares method: the regression line of cost on activity.</summary>
    /// <param name="observations">At least two, with different activities among them.</param>
    /// <exception cref="ArgumentNullException"><paramref name="observations"/> is null.</exception>
    /// <exception cref="ArgumentException">All observations have the same activity, or there are fewer than two.
    /// </exception>
    public static LeastSquaresFit LeastSquares(IEnumerable<CostObservation> observations)
    {
        ImmutableArray<CostObservation> seen = RequireTwoActivities(observations, out RelevantRange observed);
        return new LeastSquaresFit(seen, observed);
    }

    private static ImmutableArray<CostObservation> RequireTwoActivities(
        IEnumerable<CostObservation> observations, out RelevantRange observed)
    {
        ArgumentNullException.ThrowIfNull(observations);
        ImmutableArray<CostObservation> seen = [.. observations];
        observed = seen.IsEmpty
            ? default
            : new RelevantRange(seen.Min(point => point.Activity), seen.Max(point => point.Activity));
        return observed.From < observed.Through
            ? seen
            : throw new ArgumentException(
                $"{seen.Length} observations of one activity were given; a line needs two activities.",
                nameof(observations));
    }
}
