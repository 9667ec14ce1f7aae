using CostCenters.Monetary;

namespace CostCenters.Variances.CostCenterCategories;

/// <summary>What a cost center used of one cost element, against the target for its actual activity.</summary>
/// <remarks>
/// <para>Either priced (quantities and prices) or valued (amounts alone). A target or actual that is null is not there,
/// which differs from 0: an input that was not planned, or one that was not used.</para>
/// <para>Costs are positive, actual - target. Immutable.</para>
/// </remarks>
public sealed record CenterInput
{
    internal CenterInput(
        string name,
        string? unit,
        Fraction planPrice,
        (Fraction? Quantity, Fraction? Cost) target,
        (Fraction? Quantity, Fraction? Cost) actual)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        Name = name;
        Unit = unit;
        PlanPrice = planPrice;
        (TargetQuantity, TargetCost) = target;
        (ActualQuantity, ActualCost) = actual;
    }

    /// <summary>The name of the cost element or of the resource.</summary>
    public string Name { get; }

    /// <summary>What the quantities count, or null for an input without quantities.</summary>
    public string? Unit { get; }

    /// <summary>The cost allowed for the actual activity, or null when the input was not planned.</summary>
    public Fraction? TargetCost { get; }

    /// <summary>The cost that occurred, or null when the input was not used.</summary>
    public Fraction? ActualCost { get; }

    internal Fraction? TargetQuantity { get; }

    internal Fraction? ActualQuantity { get; }

    internal Fraction PlanPrice { get; }

    /// <summary>An input by quantities and prices.</summary>
    /// <param name="name">The name of the cost element or of the resource.</param>
    /// <param name="unit">What the quantities count, such as <c>kg</c>.</param>
    /// <param name="planPrice">The plan price of a unit.</param>
    /// <param name="targetQuantity">The quantity allowed for the actual activity, or null when it was not planned.
    /// </param>
    /// <param name="actualQuantity">The quantity used.</param>
    /// <param name="actualPrice">The actual price of a unit.</param>
    /// <exception cref="ArgumentException">A text is null or blank.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A figure is negative, beyond 10^9 or has more than 8 decimals.
    /// </exception>
    public static CenterInput Priced(
        string name,
        string unit,
        decimal planPrice,
        decimal? targetQuantity,
        decimal actualQuantity,
        decimal actualPrice)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(unit);
        Fraction plan = InputRange.NotNegative(planPrice);
        Fraction? target = targetQuantity is decimal t ? InputRange.NotNegative(t, nameof(targetQuantity)) : null;
        Fraction actual = InputRange.NotNegative(actualQuantity);
        Fraction cost = actual * InputRange.NotNegative(actualPrice);
        return new CenterInput(name, unit, plan, (target, target * plan), (actual, cost));
    }

    /// <summary>An input by quantities and costs: the plan price is target cost ÷ target quantity.</summary>
    /// <param name="name">The name of the cost element or of the resource.</param>
    /// <param name="unit">What the quantities count, such as <c>kg</c>.</param>
    /// <param name="targetQuantity">The quantity allowed for the actual activity, above 0.</param>
    /// <param name="targetCost">Its cost.</param>
    /// <param name="actualQuantity">The quantity used.</param>
    /// <param name="actualCost">Its cost.</param>
    /// <exception cref="ArgumentException">A text is null or blank.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A quantity is negative, the target quantity is 0, or a figure is
    /// beyond its range.</exception>
    public static CenterInput Costed(
        string name,
        string unit,
        decimal targetQuantity,
        decimal targetCost,
        decimal actualQuantity,
        decimal actualCost)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(unit);
        Fraction target = InputRange.Positive(targetQuantity);
        Fraction cost = InputRange.Amount(targetCost);
        Fraction actual = InputRange.NotNegative(actualQuantity);
        return new CenterInput(
            name, unit, cost / target, (target, cost), (actual, InputRange.Amount(actualCost)));
    }

    /// <summary>An input by amounts alone.</summary>
    /// <param name="name">The name of the cost element.</param>
    /// <param name="targetCost">The cost allowed for the actual activity, or null when it was not planned.</param>
    /// <param name="actualCost">The cost that occurred, or null when none did.</param>
    /// <exception cref="ArgumentException"><paramref name="name"/> is null or blank, or both costs are null.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">A cost is beyond 10^15 or has more than 8 decimals.</exception>
    public static CenterInput Valued(string name, decimal? targetCost, decimal? actualCost) =>
        targetCost is null && actualCost is null
            ? throw new ArgumentException("A target, an actual or both were expected.", nameof(targetCost))
            : new CenterInput(
                name,
                null,
                Fraction.Zero,
                (null, targetCost is decimal target ? InputRange.Amount(target, nameof(targetCost)) : null),
                (null, actualCost is decimal actual ? InputRange.Amount(actual, nameof(actualCost)) : null));
}
