using CostCenters.Cubes;
using CostCenters.Cubes.Columns;
using CostCenters.Structure;

namespace CostCenters.Reports;

/// <summary>Budget and actual of all nodes of a report, in rows by node and group of periods. Immutable.</summary>
internal sealed class ReportSums
{
    private readonly RolledColumn?[] budgets;
    private readonly RolledColumn?[] actuals;

    private ReportSums(ReportSlots slots, int nodeCount, RolledColumn?[] budgets, RolledColumn?[] actuals)
    {
        Slots = slots;
        NodeCount = nodeCount;
        this.budgets = budgets;
        this.actuals = actuals;
    }

    public ReportSlots Slots { get; }

    /// <summary>The nodes of the tree, or 1 for all centers together.</summary>
    public int NodeCount { get; }

    /// <summary>Adds up what is compared.</summary>
    /// <exception cref="AmountOverflowException">A sum outgrows 64 bits.</exception>
    /// <exception cref="OperationCanceledException">The token asked for it.</exception>
    public static ReportSums Of(
        Comparison comparison,
        CenterTree tree,
        ReportDimensions dimensions,
        int threads,
        CancellationToken cancellation)
    {
        var slots = new ReportSlots(comparison, dimensions);
        var rollUp = new RollUp(tree, slots, comparison.Space, new CellPlaces<long>(mapsAhead: threads > 1));
        var budgets = new RolledColumn?[slots.GroupCount];
        var actuals = new RolledColumn?[slots.GroupCount];
        Parts.Do(2 * slots.GroupCount, threads, part =>
        {
            int group = part >> 1;
            bool isBudget = (part & 1) == 0;
            int[] ordinals = isBudget ? comparison.BudgetOrdinals : comparison.ActualOrdinals;
            (isBudget ? budgets : actuals)[group] = rollUp.Add(
                isBudget ? comparison.Budget : comparison.Actual,
                slots.ByPeriod ? ordinals.AsSpan(group, 1) : ordinals,
                cancellation);
        });
        return new ReportSums(slots, slots.ByCenter ? tree.Nodes.Length : 1, budgets, actuals);
    }

    /// <summary>The same sums for the nodes of another tree, and with the elements of a space that extends theirs.
    /// </summary>
    /// <param name="comparison">What is compared, in that space.</param>
    /// <param name="formerPlaces">For each node the place that it had, or -1 where it holds nothing.</param>
    public ReportSums In(Comparison comparison, int[] formerPlaces) =>
        new(
            new ReportSlots(comparison, Slots.Dimensions),
            formerPlaces.Length,
            [.. budgets.Select(column => column?.Moved(formerPlaces))],
            [.. actuals.Select(column => column?.Moved(formerPlaces))]);

    public RolledColumn? Budgets(int group) => budgets[group];

    public RolledColumn? Actuals(int group) => actuals[group];
}
