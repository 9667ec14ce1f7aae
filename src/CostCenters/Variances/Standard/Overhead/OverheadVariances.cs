using CostCenters.Explanations;

namespace CostCenters.Variances.Standard.Overhead;

/// <summary>The total of overhead, variable and fixed, in the two-, three- or four-variance set.</summary>
/// <remarks>
/// <para>Trees of basis cost: a positive amount harms profit. No rounding.</para>
/// <para>The root is <c>overhead</c> = actual - absorbed overhead. Parts by set: <c>controllable</c>, <c>overhead
/// spending</c>, <c>variable overhead spending</c>, <c>fixed overhead spending</c>, <c>variable overhead
/// efficiency</c>, <c>fixed overhead efficiency</c>, <c>overhead efficiency</c>, <c>idle capacity</c>, <c>overhead
/// volume</c>.</para>
/// <para>Source: Accountingverse for the sets with volume, accountinglectures for those with idle capacity.</para>
/// </remarks>
public static partial class OverheadVariances
{
    /// <summary>The key of the overhead node.</summary>
    public const string OverheadKey = "overhead";

    /// <summary>The key of the controllable node.</summary>
    public const string ControllableKey = "controllable";

    /// <summary>The key of the overhead spending node.</summary>
    public const string OverheadSpendingKey = "overhead-spending";

    /// <summary>The key of the overhead volume node.</summary>
    public const string OverheadVolumeKey = "overhead-volume";

    /// <summary>The key of the idle capacity node.</summary>
    public const string IdleCapacityKey = "idle-capacity";

    /// <summary>The key of the variable overhead spending node.</summary>
    public const string VariableOverheadSpendingKey = "variable-overhead-spending";

    /// <summary>The key of the variable overhead efficiency node.</summary>
    public const string VariableOverheadEfficiencyKey = "variable-overhead-efficiency";

    /// <summary>The key of the fixed overhead spending node.</summary>
    public const string FixedOverheadSpendingKey = "fixed-overhead-spending";

    /// <summary>The key of the fixed overhead efficiency node.</summary>
    public const string FixedOverheadEfficiencyKey = "fixed-overhead-efficiency";

    /// <summary>The key of the overhead efficiency node.</summary>
    public const string OverheadEfficiencyKey = "overhead-efficiency";

    /// <summary>Splits the variance of overhead.</summary>
    /// <param name="standard">Rates and fixed budget.</param>
    /// <param name="hours">Standard hours, and actual hours for every set but the two-variance one.</param>
    /// <param name="actual">Actual overhead; divided for <see cref="OverheadSet.FourWithFixedSpending"/>.</param>
    /// <param name="set">Which set.</param>
    /// <param name="units">Currency and unit of the base.</param>
    /// <exception cref="ArgumentException"><paramref name="hours"/> lacks actual hours, or <paramref name="actual"/>
    /// the division, that the set needs.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="set"/> is no set.</exception>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static VarianceNode Analyze(
        OverheadStandard standard,
        OverheadHours hours,
        ActualOverhead actual,
        OverheadSet set,
        VarianceUnits units)
    {
        ArgumentNullException.ThrowIfNull(standard);
        ArgumentNullException.ThrowIfNull(hours);
        ArgumentNullException.ThrowIfNull(actual);
        ArgumentNullException.ThrowIfNull(units);
        Domain.RequireDefined(set, nameof(set));
        var parts = new OverheadParts(standard, hours, actual, units);
        return VarianceNode.Whole(
            OverheadKey,
            "overhead",
            actual.Total - parts.Absorbed,
            "actual overhead - absorbed overhead",
            [units.Amount("actual overhead", actual.Total), units.Amount("absorbed overhead", parts.Absorbed)],
            set switch
            {
                OverheadSet.Two => [parts.Controllable(), parts.Volume()],
                OverheadSet.ThreeWithVariableEfficiency =>
                    [parts.Spending(), parts.VariableEfficiency(), parts.Volume()],
                OverheadSet.ThreeWithIdleCapacity =>
                    [parts.Spending(), parts.IdleCapacity(), parts.TotalEfficiency()],
                OverheadSet.FourWithFixedSpending =>
                    [parts.VariableSpending(), parts.FixedSpending(), parts.VariableEfficiency(), parts.Volume()],
                _ => [parts.Spending(), parts.IdleCapacity(), parts.VariableEfficiency(), parts.FixedEfficiency()],
            });
    }
}
