using System.Collections.Immutable;
using CostCenters.Monetary;
using CostCenters.Structure;

namespace CostCenters.Allocations;

/// <summary>How senders that serve each other are charged: direct, step-down or reciprocal.</summary>
/// <remarks>
/// <para>They differ in which receivers a sender charges, and in nothing else. <see cref="Direct"/>: those that are no
/// senders. <see cref="StepDown(IEnumerable{CenterCode})"/>: those that are no senders, and the senders closed later.
/// <see cref="Reciprocal"/>: all, itself included. The drivers of the others leave the base.</para>
/// <para>Source: Horngren, Datar and Rajan, Cost Accounting, allocating support-department costs.</para>
/// </remarks>
public sealed class AllocationMethod
{
    private AllocationMethod(string name, ImmutableArray<CenterCode> order, StepOrder? stepOrder)
    {
        Name = name;
        Order = order;
        StepOrder = stepOrder;
    }

    /// <summary>Every sender charges centers that are no senders alone.</summary>
    public static AllocationMethod Direct { get; } = new("direct", [], null);

    /// <summary>All senders charge each other at once (simultaneous, algebraic or matrix method).</summary>
    public static AllocationMethod Reciprocal { get; } = new("reciprocal", [], null);

    /// <summary>The name in the field's words: <c>direct</c>, <c>step-down</c> or <c>reciprocal</c>.</summary>
    public string Name { get; }

    /// <summary>The order in which a step-down was told to close its senders; empty for the other methods, and where
    /// <see cref="StepOrder"/> chooses it.</summary>
    public ImmutableArray<CenterCode> Order { get; }

    /// <summary>By what a step-down chooses its order, or null.</summary>
    public StepOrder? StepOrder { get; }

    internal bool IsDirect => ReferenceEquals(this, Direct);

    internal bool IsReciprocal => ReferenceEquals(this, Reciprocal);

    /// <summary>Senders are closed one after the other (sequential method).</summary>
    /// <param name="order">All senders of the network, the first to be closed first.</param>
    /// <exception cref="ArgumentNullException"><paramref name="order"/> is null.</exception>
    public static AllocationMethod StepDown(IEnumerable<CenterCode> order)
    {
        ArgumentNullException.ThrowIfNull(order);
        return new AllocationMethod("step-down", [.. order], null);
    }

    /// <summary>Senders are closed one after the other, in an order that a rule gives.</summary>
    /// <param name="order">The rule.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="order"/> is no rule.</exception>
    public static AllocationMethod StepDown(StepOrder order)
    {
        _ = InputRange.Defined(order);
        return new AllocationMethod("step-down", [], order);
    }

    /// <inheritdoc/>
    public override string ToString() => Name;
}
