using CostCenters.Explanations;
using CostCenters.Monetary;

namespace CostCenters.Variances.CostCenterCategories;

/// <summary>One actual cost against the targets of two plans: SAP's target versions 0, 1 and 2.</summary>
/// <remarks>
/// <para>Version 0, <c>total variance</c> = actual cost - target cost of the standard plan. It is the sum of version 1,
/// <c>production variance</c> = actual cost - target cost of the revised plan, and version 2, <c>planning variance</c>
/// = target cost of the revised plan - target cost of the standard plan.</para>
/// <para>All targets are for the actual activity; cost basis, no rounding.</para>
/// </remarks>
public static partial class TargetVersions
{
    /// <summary>The key of the total variance node.</summary>
    public const string TotalVarianceKey = "total-variance";

    /// <summary>The key of the production variance node.</summary>
    public const string ProductionVarianceKey = "production-variance";

    /// <summary>The key of the planning variance node.</summary>
    public const string PlanningVarianceKey = "planning-variance";

    /// <summary>Compares an actual cost with both plans.</summary>
    /// <param name="currency">The currency of every cost.</param>
    /// <param name="standard">The plan of the standard price.</param>
    /// <param name="revised">The plan as it stood when the work was done.</param>
    /// <param name="actualActivity">The activity performed.</param>
    /// <param name="actualCost">The cost that occurred.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="actualActivity"/> is negative, or a figure is
    /// beyond its range.</exception>
    public static VarianceNode Analyze(
        Currency currency,
        ActivityPlan standard,
        ActivityPlan revised,
        decimal actualActivity,
        decimal actualCost)
    {
        ArgumentNullException.ThrowIfNull(currency);
        ArgumentNullException.ThrowIfNull(standard);
        ArgumentNullException.ThrowIfNull(revised);
        Fraction actual = InputRange.Amount(actualCost);
        Fraction target = standard.TargetCost(actualActivity);
        Fraction revisedTarget = revised.TargetCost(actualActivity);
        InputUnit unit = InputUnit.Of(currency);
        VarianceInput[] inputs =
        [
            new("actual cost", actual, unit),
            new("target cost of the standard plan", target, unit),
            new("target cost of the revised plan", revisedTarget, unit),
        ];
        return VarianceNode.Whole(
            TotalVarianceKey,
            "total variance",
            actual - target,
            "actual cost - target cost of the standard plan",
            inputs,
            [
                VarianceNode.Leaf(
                    ProductionVarianceKey,
                    "production variance",
                    VarianceBasis.Cost,
                    actual - revisedTarget,
                    "actual cost - target cost of the revised plan",
                    inputs),
                VarianceNode.Leaf(
                    PlanningVarianceKey,
                    "planning variance",
                    VarianceBasis.Cost,
                    revisedTarget - target,
                    "target cost of the revised plan - target cost of the standard plan",
                    inputs),
            ]);
    }
}
