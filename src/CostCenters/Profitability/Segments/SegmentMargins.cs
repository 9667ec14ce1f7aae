using CostCenters.CostBehavior;
using CostCenters.Monetary;

namespace CostCenters.Profitability.Segments;

/// <summary>Revenue and cost of a segment, with the margin at each level.</summary>
/// <remarks>
/// <para>Contribution = revenue - variable cost. Controllable margin = contribution - controllable fixed cost: what the
/// head of the segment answers for. Segment margin = controllable margin - traceable fixed cost: what would be lost
/// without the segment. Profit = segment margin - allocated cost.</para>
/// <para>Costs are positive, in the currency of the caller; nothing rounds. Allocated cost never reduces the
/// controllable or the segment margin. Immutable.</para>
/// <para>Source: Garrison, Managerial Accounting, segment reporting; Horngren, Cost Accounting, responsibility
/// accounting and controllability.</para>
/// </remarks>
public sealed record SegmentMargins
{
    /// <summary>Creates the figures of a segment.</summary>
    /// <param name="revenue">What is earned outside.</param>
    /// <param name="variableCost">Cost that moves with what is sold.</param>
    /// <param name="controllableFixedCost">Fixed cost that the head of the segment decides on.</param>
    /// <param name="traceableFixedCost">Fixed cost of the segment that others decide on.</param>
    /// <param name="allocatedCost">What other centers charge.</param>
    /// <exception cref="ArgumentOutOfRangeException">An amount is beyond 10^15 or has more than 8 decimals.</exception>
    public SegmentMargins(
        decimal revenue,
        decimal variableCost,
        decimal controllableFixedCost,
        decimal traceableFixedCost,
        decimal allocatedCost)
        : this(
            InputRange.Amount(revenue),
            InputRange.Amount(variableCost),
            InputRange.Amount(controllableFixedCost),
            InputRange.Amount(traceableFixedCost),
            InputRange.Amount(allocatedCost))
    {
    }

    private SegmentMargins(
        Fraction revenue,
        Fraction variableCost,
        Fraction controllableFixedCost,
        Fraction traceableFixedCost,
        Fraction allocatedCost)
    {
        Revenue = revenue;
        VariableCost = variableCost;
        ControllableFixedCost = controllableFixedCost;
        TraceableFixedCost = traceableFixedCost;
        AllocatedCost = allocatedCost;
    }

    /// <summary>What is earned outside.</summary>
    public Fraction Revenue { get; }

    /// <summary>Cost that moves with what is sold.</summary>
    public Fraction VariableCost { get; }

    /// <summary>Fixed cost that the head of the segment decides on.</summary>
    public Fraction ControllableFixedCost { get; }

    /// <summary>Fixed cost of the segment that others decide on.</summary>
    public Fraction TraceableFixedCost { get; }

    /// <summary>What other centers charge.</summary>
    public Fraction AllocatedCost { get; }

    /// <summary>Revenue - variable cost.</summary>
    public Fraction Contribution => Revenue - VariableCost;

    /// <summary>Contribution - controllable fixed cost: what the head of the segment answers for.</summary>
    public Fraction ControllableMargin => Contribution - ControllableFixedCost;

    /// <summary>Controllable margin - traceable fixed cost: what the segment adds to the company.</summary>
    public Fraction SegmentMargin => ControllableMargin - TraceableFixedCost;

    /// <summary>Segment margin - allocated cost.</summary>
    public Fraction Profit => SegmentMargin - AllocatedCost;

    /// <summary>Revenue, variable cost and the fixed cost of the segment without what is allocated: its break-even,
    /// margin of safety and operating leverage.</summary>
    public CostStructure Structure => new(Revenue, VariableCost, ControllableFixedCost + TraceableFixedCost);

    internal static SegmentMargins Zero { get; } = new(default, default, default, default, default(Fraction));

    /// <summary>One line of the statement.</summary>
    /// <param name="line">The line.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such line.</exception>
    public Fraction this[SegmentLine line] => line switch
    {
        SegmentLine.Revenue => Revenue,
        SegmentLine.VariableCost => VariableCost,
        SegmentLine.ControllableFixedCost => ControllableFixedCost,
        SegmentLine.TraceableFixedCost => TraceableFixedCost,
        SegmentLine.AllocatedCost => AllocatedCost,
        _ => throw new ArgumentOutOfRangeException(nameof(line), line, "There is no such line."),
    };

    /// <summary>The sum of two segments, line by line.</summary>
    internal SegmentMargins Plus(SegmentMargins other) => new(
        Revenue + other.Revenue,
        VariableCost + other.VariableCost,
        ControllableFixedCost + other.ControllableFixedCost,
        TraceableFixedCost + other.TraceableFixedCost,
        AllocatedCost + other.AllocatedCost);

    internal static SegmentMargins Of(SegmentLine line, Fraction amount) => new(
        line == SegmentLine.Revenue ? amount : default,
        line == SegmentLine.VariableCost ? amount : default,
        line == SegmentLine.ControllableFixedCost ? amount : default,
        line == SegmentLine.TraceableFixedCost ? amount : default,
        line == SegmentLine.AllocatedCost ? amount : default);

    internal static SegmentMargins Sum(IEnumerable<SegmentMargins> margins) =>
        margins.Aggregate(Zero, (sum, one) => sum.Plus(one));
}
