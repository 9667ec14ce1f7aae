using CostCenters.Monetary;

namespace CostCenters.CostBehavior;

/// <summary>The line through observations with the least squared distances in cost, and how well it fits.</summary>
/// <remarks>
/// <para>Rate = (n∑xy - ∑x∑y) / (n∑x² - (∑x)²), fixed cost = (∑y - rate × ∑x) / n, with activities x and costs y. All
/// figures are exact fractions; nothing is rounded.</para>
/// <para>Source: OpenStax, Principles of Accounting Vol. 2, estimating a variable and fixed cost equation.</para>
/// </remarks>
public sealed record LeastSquaresFit
{
    internal LeastSquaresFit(IReadOnlyList<CostObservation> observations, RelevantRange observed)
    {
        Count = observations.Count;
        ActivitySum = Sum((x, _) => x);
        CostSum = Sum((_, y) => y);
        ActivitySquareSum = Sum((x, _) => x * x);
        ProductSum = Sum((x, y) => x * y);
        CostSquareSum = Sum((_, y) => y * y);
        var count = Fraction.Of(Count);
        Fraction covariation = (count * ProductSum) - (ActivitySum * CostSum);
        Fraction activityVariation = (count * ActivitySquareSum) - (ActivitySum * ActivitySum);
        Fraction costVariation = (count * CostSquareSum) - (CostSum * CostSum);
        Fraction rate = covariation / activityVariation;
        Fraction fixedCost = (CostSum - (rate * ActivitySum)) / count;
        Estimate = new CostEstimate(fixedCost, rate, observed);
        RSquared = costVariation.IsZero ? null : covariation * covariation / (activityVariation * costVariation);
        ResidualSquareSum = CostSquareSum - (fixedCost * CostSum) - (rate * ProductSum);
        ResidualVariance = Count == 2 ? null : ResidualSquareSum / Fraction.Of(Count - 2);

        Fraction Sum(Func<Fraction, Fraction, Fraction> term) => Fraction.Sum(
            observations.Select(seen => term(Fraction.Of(seen.Activity), Fraction.Of(seen.Cost))));
    }

    /// <summary>Fixed cost and variable rate of the line.</summary>
    public CostEstimate Estimate { get; }

    /// <summary>
    /// The coefficient of determination, 0 to 1: the part of the variation in cost that activity explains. Null when
    /// all costs are equal, so that there is no variation to explain.
    /// </summary>
    public Fraction? RSquared { get; }

    /// <summary>∑(cost - cost of the line)².</summary>
    public Fraction ResidualSquareSum { get; }

    /// <summary>
    /// <see cref="ResidualSquareSum"/> / (n - 2), the square of the standard error of the estimate; null for two
    /// observations, which a line always meets.
    /// </summary>
    public Fraction? ResidualVariance { get; }

    /// <summary>The number of observations, n.</summary>
    public int Count { get; }

    /// <summary>∑x.</summary>
    public Fraction ActivitySum { get; }

    /// <summary>∑y.</summary>
    public Fraction CostSum { get; }

    /// <summary>∑x².</summary>
    public Fraction ActivitySquareSum { get; }

    /// <summary>∑xy.</summary>
    public Fraction ProductSum { get; }

    /// <summary>∑y².</summary>
    public Fraction CostSquareSum { get; }

    /// <summary>The members by name, the same in every culture.</summary>
    public override string ToString() => RecordText.Of(
        nameof(LeastSquaresFit),
        (nameof(Estimate), Estimate),
        (nameof(RSquared), RSquared),
        (nameof(ResidualSquareSum), ResidualSquareSum),
        (nameof(ResidualVariance), ResidualVariance),
        (nameof(Count), Count),
        (nameof(ActivitySum), ActivitySum),
        (nameof(CostSum), CostSum),
        (nameof(ActivitySquareSum), ActivitySquareSum),
        (nameof(ProductSum), ProductSum),
        (nameof(CostSquareSum), CostSquareSum));
}
