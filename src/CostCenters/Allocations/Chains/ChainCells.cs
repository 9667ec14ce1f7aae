using System.Collections.Immutable;
using CostCenters.Cubes;
using CostCenters.Monetary;
using CostCenters.Structure;

namespace CostCenters.Allocations.Chains;

/// <summary>Adds up, cell by cell, what stands behind lots: from the latest step to the earliest, each step once.
/// </summary>
internal sealed class ChainCells
{
    private readonly Dictionary<CellAddress, Fraction> cells = [];
    private readonly Dictionary<(TraceKind Kind, CenterCode Center, string? Rule), Fraction> others = [];
    private readonly Dictionary<AllocationStep, Dictionary<(CenterCode, CenterCode), Fraction>> charges = [];
    private readonly PriorityQueue<AllocationStep, int> open = new();

    /// <summary>Cells, fixed amounts and rounding behind so much of each lot as a part of its counts says.</summary>
    public static IEnumerable<TraceNode> Of(ImmutableArray<ChainLot> lots, CenterCode center, Fraction part)
    {
        var sums = new ChainCells();
        sums.Add(lots, center, part);
        while (sums.open.TryDequeue(out AllocationStep? step, out _))
        {
            sums.Follow(step);
        }

        return
        [
            .. sums.cells.OrderBy(cell => cell.Key.Period)
                .ThenBy(cell => cell.Key.Center)
                .ThenBy(cell => cell.Key.Element)
                .Select(cell => new TraceNode(cell.Key, cell.Value)),
            .. sums.others.OrderBy(other => other.Key.Kind)
                .ThenBy(other => other.Key.Center)
                .ThenBy(other => other.Key.Rule, StringComparer.Ordinal)
                .Select(other => new TraceNode(other.Key.Kind, other.Key.Center, other.Value, [], other.Key.Rule)),
        ];
    }

    private void Follow(AllocationStep step)
    {
        var pools = new Dictionary<CenterCode, Fraction>();
        foreach (((CenterCode sender, CenterCode receiver), Fraction amount) in charges[step])
        {
            foreach (TraceNode leaf in ChainTrace.Behind(step, sender, receiver, amount))
            {
                if (leaf.Kind == TraceKind.PrimaryCost)
                {
                    Add(pools, leaf.Center, leaf.Amount);
                }
                else
                {
                    Add(others, (leaf.Kind, leaf.Center, leaf.Rule), leaf.Amount);
                }
            }
        }

        foreach ((CenterCode center, Fraction amount) in pools)
        {
            Add(step.LotsOf(center), center, amount / ChainTrace.PoolOf(step, center));
        }
    }

    private void Add(ImmutableArray<ChainLot> lots, CenterCode center, Fraction part)
    {
        foreach (ChainLot lot in lots)
        {
            Fraction amount = Fraction.OfWhole(lot.Amount) * part;
            if (lot.Cell is CellAddress cell)
            {
                Add(cells, cell, amount);
            }
            else if (lot.Sender is CenterCode sender)
            {
                if (!charges.TryGetValue(lot.Step!, out Dictionary<(CenterCode, CenterCode), Fraction>? some))
                {
                    charges.Add(lot.Step!, some = []);
                    open.Enqueue(lot.Step!, -lot.Step!.Number);
                }

                Add(some, (sender, center), amount);
            }
            else
            {
                Add(others, (TraceKind.FixedAmount, center, lot.Step!.Rule.Name), amount);
            }
        }
    }

    private static void Add<TKey>(Dictionary<TKey, Fraction> sums, TKey key, Fraction amount)
        where TKey : notnull =>
        sums[key] = sums.GetValueOrDefault(key) + amount;
}
