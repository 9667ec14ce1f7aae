using CostCenters.Calendars;

namespace CostCenters.Budgets;

/// <summary>An amount that belongs to some days, the same to each of them.</summary>
/// <remarks>Immutable.</remarks>
public sealed record DatedAmount
{
    /// <summary>Creates an amount.</summary>
    /// <param name="days">Its days, both inclusive.</param>
    /// <param name="amount">The amount of all of them, of any sign.</param>
    public DatedAmount(DateRange days, decimal amount)
    {
        Days = days;
        Amount = amount;
    }

    /// <summary>Its days, both inclusive.</summary>
    public DateRange Days { get; }

    /// <summary>The amount of all of them.</summary>
    public decimal Amount { get; }

    /// <summary>The members by name, the same in every culture.</summary>
    public override string ToString() => RecordText.Of(
        nameof(DatedAmount),
        (nameof(Days), Days),
        (nameof(Amount), Amount));
}
