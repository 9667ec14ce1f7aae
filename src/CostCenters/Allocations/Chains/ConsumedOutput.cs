namespace CostCenters.Allocations.Chains;

/// <summary>How much of the output of one step another one took.</summary>
/// <remarks>Equal when all parts are equal.</remarks>
public sealed record ConsumedOutput
{
    internal ConsumedOutput(AllocationStep step, decimal amount)
    {
        Step = step;
        Amount = amount;
    }

    /// <summary>The other step: the earlier one of what a step took, the later one of who took it.</summary>
    public AllocationStep Step { get; }

    /// <summary>How much, in the currency of the cost.</summary>
    public decimal Amount { get; }

    /// <summary>The members by name, the same in every culture.</summary>
    public override string ToString() => RecordText.Of(
        nameof(ConsumedOutput),
        (nameof(Step), Step),
        (nameof(Amount), Amount));
}
