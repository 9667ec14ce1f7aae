using CostCenters.Monetary;

namespace CostCenters.Variances.CostCenterCategories;

/// <summary>An activity type that takes a share of a cost of the whole center.</summary>
/// <remarks>Immutable.</remarks>
public sealed record SplitReceiver
{
    /// <summary>Creates a receiver.</summary>
    /// <param name="name">The activity type.</param>
    /// <param name="targetCost">Its target cost, of the cost that is split.</param>
    /// <param name="actualActivity">The activity performed.</param>
    /// <param name="equivalenceNumber">How much a unit of it weighs against a unit of another; 1 when all weigh the
    /// same.</param>
    /// <exception cref="ArgumentException"><paramref name="name"/> is null or blank.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A figure is negative or beyond its range.</exception>
    public SplitReceiver(string name, decimal targetCost, decimal actualActivity, decimal equivalenceNumber)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentOutOfRangeException.ThrowIfNegative(targetCost);
        _ = InputRange.Amount(targetCost);
        _ = InputRange.NotNegative(actualActivity);
        _ = InputRange.NotNegative(equivalenceNumber);
        Name = name;
        TargetCost = targetCost;
        ActualActivity = actualActivity;
        EquivalenceNumber = equivalenceNumber;
    }

    /// <summary>The activity type.</summary>
    public string Name { get; }

    /// <summary>Its target cost, of the cost that is split.</summary>
    public decimal TargetCost { get; }

    /// <summary>The activity performed.</summary>
    public decimal ActualActivity { get; }

    /// <summary>How much a unit of it weighs against a unit of another.</summary>
    public decimal EquivalenceNumber { get; }

    /// <summary>The members by name, the same in every culture.</summary>
    public override string ToString() => RecordText.Of(
        nameof(SplitReceiver),
        (nameof(Name), Name),
        (nameof(TargetCost), TargetCost),
        (nameof(ActualActivity), ActualActivity),
        (nameof(EquivalenceNumber), EquivalenceNumber));
}
