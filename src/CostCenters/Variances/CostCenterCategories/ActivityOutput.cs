using CostCenters.Monetary;

namespace CostCenters.Variances.CostCenterCategories;

/// <summary>What a cost center performed of an activity type, what of it was allocated, and at which price.</summary>
/// <remarks>Immutable.</remarks>
public sealed record ActivityOutput
{
    /// <summary>Creates an output.</summary>
    /// <param name="unit">What the activity counts, such as <c>hour</c>.</param>
    /// <param name="plan">The plan.</param>
    /// <param name="performed">The activity performed.</param>
    /// <param name="allocated">The activity credited to the center.</param>
    /// <param name="allocationPrice">The price of the credit; null where activity was allocated at the plan price.
    /// </param>
    /// <param name="unplannedScrap">Activity performed beyond planned scrap that nobody can use; 0 when there was none.
    /// </param>
    /// <param name="mixedPrice">The price of a mix of sources at which receivers value the output; null where there is
    /// no mix.</param>
    /// <param name="manualPlanPrice">A plan price that was set by hand; null where it is planned cost ÷ planned
    /// activity.</param>
    /// <exception cref="ArgumentException"><paramref name="unit"/> is null or blank.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="plan"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A figure is negative, beyond 10^9 or has more than 8 decimals.
    /// </exception>
    public ActivityOutput(
        string unit,
        ActivityPlan plan,
        decimal performed,
        decimal allocated,
        decimal? allocationPrice,
        decimal unplannedScrap,
        decimal? mixedPrice,
        decimal? manualPlanPrice)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(unit);
        ArgumentNullException.ThrowIfNull(plan);
        Unit = unit;
        Plan = plan;
        Performed = performed;
        Allocated = allocated;
        UnplannedScrap = unplannedScrap;
        PerformedQuantity = InputRange.NotNegative(performed);
        AllocatedQuantity = InputRange.NotNegative(allocated);
        ScrapQuantity = InputRange.NotNegative(unplannedScrap);
        PlanPrice = manualPlanPrice is decimal manual ? InputRange.NotNegative(manual) : plan.Price;
        AllocationPrice = allocationPrice is decimal price ? InputRange.NotNegative(price) : PlanPrice;
        MixedPrice = mixedPrice is decimal mixed ? InputRange.NotNegative(mixed) : null;
    }

    internal ActivityOutput(
        string unit, ActivityPlan plan, decimal performed, decimal allocated, Fraction? allocationPrice)
        : this(unit, plan, performed, allocated, null, 0m, null, null)
    {
        AllocationPrice = allocationPrice ?? PlanPrice;
    }

    /// <summary>What the activity counts.</summary>
    public string Unit { get; }

    /// <summary>The plan.</summary>
    public ActivityPlan Plan { get; }

    /// <summary>The activity performed.</summary>
    public decimal Performed { get; }

    /// <summary>The activity credited to the center.</summary>
    public decimal Allocated { get; }

    /// <summary>Activity performed beyond planned scrap that nobody can use.</summary>
    public decimal UnplannedScrap { get; }

    /// <summary>The plan price: set by hand, or planned cost ÷ planned activity.</summary>
    public Fraction PlanPrice { get; }

    /// <summary>The price of the credit.</summary>
    public Fraction AllocationPrice { get; }

    /// <summary>The price of a mix of sources, or null where there is none.</summary>
    public Fraction? MixedPrice { get; }

    /// <summary>The credit: allocated quantity x allocation price.</summary>
    public Fraction ActualCredit => AllocatedQuantity * AllocationPrice;

    /// <summary>What the allocated quantity is worth at the plan price.</summary>
    public Fraction TargetCredit => AllocatedQuantity * PlanPrice;

    /// <summary>The cost allowed for the activity performed.</summary>
    public Fraction TargetCost => Plan.TargetCost(Performed);

    internal Fraction PerformedQuantity { get; }

    internal Fraction AllocatedQuantity { get; }

    internal Fraction ScrapQuantity { get; }

    /// <summary>The members by name, the same in every culture.</summary>
    public override string ToString() => RecordText.Of(
        nameof(ActivityOutput),
        (nameof(Unit), Unit),
        (nameof(Plan), Plan),
        (nameof(Performed), Performed),
        (nameof(Allocated), Allocated),
        (nameof(UnplannedScrap), UnplannedScrap),
        (nameof(PlanPrice), PlanPrice),
        (nameof(AllocationPrice), AllocationPrice),
        (nameof(MixedPrice), MixedPrice),
        (nameof(ActualCredit), ActualCredit),
        (nameof(TargetCredit), TargetCredit),
        (nameof(TargetCost), TargetCost));
}
