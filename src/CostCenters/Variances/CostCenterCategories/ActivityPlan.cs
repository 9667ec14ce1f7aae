using CostCenters.Monetary;

namespace CostCenters.Variances.CostCenterCategories;

/// <summary>What a cost center plans to perform of an activity type, and what that costs.</summary>
/// <remarks>Immutable; no rounding: the price stays a fraction.</remarks>
public sealed record ActivityPlan
{
    /// <summary>Creates a plan.</summary>
    /// <param name="activity">The planned activity, above 0, such as 1,000 hours; in absorption the budgeted base.
    /// </param>
    /// <param name="variableCost">The planned cost that goes with activity.</param>
    /// <param name="fixedCost">The planned cost that does not.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="activity"/> is not above 0, or a figure is beyond
    /// its range.</exception>
    public ActivityPlan(decimal activity, decimal variableCost, decimal fixedCost)
    {
        _ = InputRange.Positive(activity);
        _ = InputRange.Amount(variableCost);
        _ = InputRange.Amount(fixedCost);
        Activity = activity;
        VariableCost = variableCost;
        FixedCost = fixedCost;
    }

    /// <summary>The planned activity; above 0.</summary>
    public decimal Activity { get; }

    /// <summary>The planned cost that goes with activity.</summary>
    public decimal VariableCost { get; }

    /// <summary>The planned cost that does not.</summary>
    public decimal FixedCost { get; }

    /// <summary>The plan price of a unit of activity: (variable + fixed cost) ÷ planned activity.</summary>
    public Fraction Price => (Fraction.Of(VariableCost) + Fraction.Of(FixedCost)) / Fraction.Of(Activity);

    /// <summary>Actual activity ÷ planned activity; 1 is 100 percent.</summary>
    /// <param name="actualActivity">The activity performed.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="actualActivity"/> is negative or beyond its range.
    /// </exception>
    public Fraction OperatingRate(decimal actualActivity) =>
        InputRange.NotNegative(actualActivity) / Fraction.Of(Activity);

    /// <summary>The cost allowed for an activity: fixed cost + variable cost x operating rate.</summary>
    /// <param name="actualActivity">The activity performed.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="actualActivity"/> is negative or beyond its range.
    /// </exception>
    public Fraction TargetCost(decimal actualActivity) =>
        Fraction.Of(FixedCost) + (Fraction.Of(VariableCost) * OperatingRate(actualActivity));

    /// <summary>What an activity absorbs at the plan price: activity x price.</summary>
    /// <param name="actualActivity">The activity performed, or the actual base.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="actualActivity"/> is negative or beyond its range.
    /// </exception>
    public Fraction TargetCredit(decimal actualActivity) => InputRange.NotNegative(actualActivity) * Price;

    /// <summary>The members by name, the same in every culture.</summary>
    public override string ToString() => RecordText.Of(
        nameof(ActivityPlan),
        (nameof(Activity), Activity),
        (nameof(VariableCost), VariableCost),
        (nameof(FixedCost), FixedCost),
        (nameof(Price), Price));
}
