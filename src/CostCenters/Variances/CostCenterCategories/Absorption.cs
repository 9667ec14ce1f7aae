using CostCenters.Explanations;
using CostCenters.Monetary;

namespace CostCenters.Variances.CostCenterCategories;

/// <summary>How much cost output absorbed, against what occurred.</summary>
/// <remarks>
/// <para>Over-absorbed = absorbed - actual. <see cref="Variance"/> is its opposite, actual - absorbed in the cost
/// basis, so that under-absorption is positive and unfavorable.</para>
/// <para>No rounding: a rate of 85,000 ÷ 24,286 stays a fraction. Immutable.</para>
/// <para>Source: OpenStax, Managerial Accounting, under- and overapplied overhead.</para>
/// </remarks>
public sealed partial class Absorption
{
    /// <summary>The key of the under-absorption node.</summary>
    public const string UnderAbsorptionKey = "under-absorption";

    /// <summary>The key of the spending node.</summary>
    public const string SpendingKey = "spending";

    /// <summary>The key of the fixed cost node.</summary>
    public const string FixedCostKey = "fixed-cost";

    private Absorption(Fraction absorbed, Fraction actual, VarianceNode variance)
    {
        Absorbed = absorbed;
        Actual = actual;
        Variance = variance;
    }

    /// <summary>What was absorbed (applied).</summary>
    public Fraction Absorbed { get; }

    /// <summary>What occurred.</summary>
    public Fraction Actual { get; }

    /// <summary>Absorbed - actual; negative is under-absorption.</summary>
    public Fraction OverAbsorbed => Absorbed - Actual;

    /// <summary>Whether more or less was absorbed than occurred.</summary>
    public AbsorptionDirection Direction => OverAbsorbed.Sign switch
    {
        > 0 => AbsorptionDirection.Over,
        < 0 => AbsorptionDirection.Under,
        _ => AbsorptionDirection.Even,
    };

    /// <summary>The node <c>under-absorption</c>: actual - absorbed.</summary>
    public VarianceNode Variance { get; }

    /// <summary>Compares an absorbed amount with what occurred.</summary>
    /// <param name="currency">The currency of both amounts.</param>
    /// <param name="absorbed">What was absorbed.</param>
    /// <param name="actual">What occurred.</param>
    /// <exception cref="ArgumentNullException"><paramref name="currency"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An amount is beyond 10^15 or has more than 8 decimals.</exception>
    public static Absorption FromAmounts(Currency currency, decimal absorbed, decimal actual)
    {
        ArgumentNullException.ThrowIfNull(currency);
        Fraction applied = InputRange.Amount(absorbed);
        Fraction cost = InputRange.Amount(actual);
        return new Absorption(applied, cost, VarianceNode.Leaf(
            UnderAbsorptionKey,
            "under-absorption",
            VarianceBasis.Cost,
            cost - applied,
            "actual - absorbed",
            InputsOf(currency, applied, cost)));
    }

    /// <summary>Absorbs at the plan price of an activity; the difference splits into <c>spending</c> (actual - target
    /// cost) and <c>fixed cost</c> (target cost - absorbed, the volume variance).</summary>
    /// <param name="currency">The currency of every cost.</param>
    /// <param name="plan">Budgeted overhead over its budgeted base.</param>
    /// <param name="actualBase">The base that occurred, such as hours.</param>
    /// <param name="actual">The cost that occurred.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="actualBase"/> is negative, or a figure is beyond
    /// its range.</exception>
    public static Absorption FromPlan(Currency currency, ActivityPlan plan, decimal actualBase, decimal actual)
    {
        ArgumentNullException.ThrowIfNull(currency);
        ArgumentNullException.ThrowIfNull(plan);
        Fraction cost = InputRange.Amount(actual);
        Fraction absorbed = plan.TargetCredit(actualBase);
        Fraction target = plan.TargetCost(actualBase);
        VarianceInput[] inputs =
            [new("target cost", target, InputUnit.Of(currency)), .. InputsOf(currency, absorbed, cost)];
        return new Absorption(absorbed, cost, VarianceNode.Whole(
            UnderAbsorptionKey,
            "under-absorption",
            cost - absorbed,
            "actual - absorbed",
            inputs,
            [
                VarianceNode.Leaf(
                    SpendingKey, "spending", VarianceBasis.Cost, cost - target, "actual - target cost", inputs),
                VarianceNode.Leaf(
                    FixedCostKey,
                    "fixed cost",
                    VarianceBasis.Cost,
                    target - absorbed,
                    "target cost - absorbed",
                    inputs),
            ]));
    }

    private static VarianceInput[] InputsOf(Currency currency, Fraction absorbed, Fraction actual) =>
        [new("absorbed", absorbed, InputUnit.Of(currency)), new("actual", actual, InputUnit.Of(currency))];
}
