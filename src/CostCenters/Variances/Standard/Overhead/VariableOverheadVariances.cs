using CostCenters.Explanations;
using CostCenters.Variances.Standard.PriceAndQuantity;

namespace CostCenters.Variances.Standard.Overhead;

/// <summary>Why variable overhead differs from what is allowed for the output: spending and efficiency.</summary>
/// <remarks>
/// <para>Tree of basis cost: a positive amount harms profit. No rounding, unless the actual rate was rounded; then the
/// rest is the part <c>variable overhead rounding</c>.</para>
/// <para><c>variable overhead</c> = <c>variable overhead spending</c> (also expenditure or rate; on the actual hours) +
/// <c>variable overhead efficiency</c> (at the standard rate). OpenStax calls the efficiency controllable.</para>
/// <para>Source: OpenStax, Principles of Accounting, Volume 2, Managerial Accounting, overhead variances.</para>
/// </remarks>
public static partial class VariableOverheadVariances
{
    /// <summary>The key of the variable overhead node.</summary>
    public const string VariableOverheadKey = "variable-overhead";

    /// <summary>The key of the variable overhead spending node.</summary>
    public const string VariableOverheadSpendingKey = "variable-overhead-spending";

    /// <summary>The key of the variable overhead efficiency node.</summary>
    public const string VariableOverheadEfficiencyKey = "variable-overhead-efficiency";

    /// <summary>The key of the variable overhead rounding node.</summary>
    public const string VariableOverheadRoundingKey = "variable-overhead-rounding";

    private static readonly PriceQuantityTerms Terms = new(
        VariableOverheadKey,
        "variable overhead",
        VariableOverheadSpendingKey,
        "variable overhead spending",
        "rate",
        "hours");

    /// <summary>Splits the variance of variable overhead.</summary>
    /// <param name="standard">The hours (or units) allowed for the actual output, at the standard rate.</param>
    /// <param name="actual">The hours (or units) worked and the actual variable overhead.</param>
    /// <param name="units">Currency and unit.</param>
    /// <exception cref="ArgumentException"><paramref name="standard"/> has no rate.</exception>
    /// <exception cref="ArgumentOutOfRangeException">Hours are negative.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="units"/> is null.</exception>
    public static VarianceNode Analyze(PricedQuantity standard, PricedQuantity actual, VarianceUnits units)
    {
        Domain.RequireNotNegative(standard.Quantity, nameof(standard));
        Domain.RequireNotNegative(actual.Quantity, nameof(actual));
        var split = new PriceQuantitySplit(Terms, standard, actual, JointVariance.InPrice, units);
        return split.Whole(
            actual.Cost,
            split.Quantity(
                VariableOverheadEfficiencyKey,
                "variable overhead efficiency",
                "standard hours",
                standard.Quantity,
                "actual hours",
                actual.Quantity));
    }
}
