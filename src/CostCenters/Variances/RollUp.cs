using System.Collections.Immutable;
using System.Numerics;
using CostCenters.Cubes;
using CostCenters.Structure;

namespace CostCenters.Variances;

/// <summary>
/// Adds up the cells of two cubes along a tree: from the last node of the preorder to the first, so that every child
/// is done before its parent. A node's own cells and its children's sums meet in a scratch row with a place for every
/// slot, and what is in use is kept.
/// </summary>
internal static class RollUp
{
    public static ImmutableArray<GroupSums> Compute(Comparison comparison, CenterTree tree, ReportSlots slots) =>
        CannotOverflow(comparison)
            ? Compute(comparison, tree, slots, new Scratch<long>(slots.Count, comparison.Space.ElementCount))
            : Compute(comparison, tree, slots, new Scratch<Int128>(slots.Count, comparison.Space.ElementCount));

    private static ImmutableArray<GroupSums> Compute<TSum>(
        Comparison comparison, CenterTree tree, ReportSlots slots, Scratch<TSum> scratch)
        where TSum : struct, IBinaryInteger<TSum>
    {
        if (!slots.ByCenter)
        {
            foreach (CenterTreeNode node in tree.Nodes)
            {
                AddOwn(comparison, node.Center.Index, slots, scratch);
            }

            return [scratch.Take("all centers")];
        }

        var groups = new GroupSums[tree.Nodes.Length];
        for (int place = groups.Length - 1; place >= 0; place--)
        {
            AddOwn(comparison, tree.Nodes[place].Center.Index, slots, scratch);
            foreach (int child in tree.ChildrenOf(place))
            {
                scratch.Add(groups[child]);
            }

            groups[place] = scratch.Take($"center '{tree.Nodes[place].Center}' with its children");
        }

        return ImmutableArray.Create(groups);
    }

    private static void AddOwn<TSum>(Comparison comparison, int center, ReportSlots slots, Scratch<TSum> scratch)
        where TSum : struct, IBinaryInteger<TSum>
    {
        int elements = comparison.Space.ElementCount;
        Span<int> row = scratch.Row.AsSpan(0, elements);
        Span<long> amounts = scratch.RowAmounts.AsSpan(0, elements);
        long first = (long)center * elements;
        for (int i = 0; i < comparison.ActualOrdinals.Length; i++)
        {
            int budgets = comparison.Budget.Block(comparison.BudgetOrdinals[i])?.ReadRow(first, row, amounts) ?? 0;
            for (int k = 0; k < budgets; k++)
            {
                scratch.AddBudget(slots.SlotOf(row[k], i), amounts[k]);
            }

            int actuals = comparison.Actual.Block(comparison.ActualOrdinals[i])?.ReadRow(first, row, amounts) ?? 0;
            for (int k = 0; k < actuals; k++)
            {
                scratch.AddActual(slots.SlotOf(row[k], i), amounts[k]);
            }
        }
    }

    /// <summary>
    /// Whether all magnitudes together fit 64 bits. Then no partial sum can overflow, in whatever order it is made.
    /// </summary>
    private static bool CannotOverflow(Comparison comparison) =>
        Magnitude(comparison.Budget, comparison.BudgetOrdinals)
            + Magnitude(comparison.Actual, comparison.ActualOrdinals) <= long.MaxValue;

    private static UInt128 Magnitude(Cube cube, int[] periods)
    {
        UInt128 sum = 0;
        foreach (int period in periods)
        {
            sum += cube.Block(period)?.Magnitude() ?? 0;
        }

        return sum;
    }

    /// <summary>A row with a place for every slot, and room to read a row of a block.</summary>
    private sealed class Scratch<TSum>(int slotCount, int elementCount)
        where TSum : struct, IBinaryInteger<TSum>
    {
        private readonly TSum[] budgets = new TSum[slotCount];
        private readonly TSum[] actuals = new TSum[slotCount];
        private readonly bool[] hasBudget = new bool[slotCount];
        private readonly ulong[] used = new ulong[(slotCount + 63) / 64];

        public int[] Row { get; } = new int[elementCount];

        public long[] RowAmounts { get; } = new long[elementCount];

        public void AddBudget(int slot, long amount)
        {
            used[slot >> 6] |= 1UL << (slot & 63);
            hasBudget[slot] = true;
            budgets[slot] += TSum.CreateTruncating(amount);
        }

        public void AddActual(int slot, long amount)
        {
            used[slot >> 6] |= 1UL << (slot & 63);
            actuals[slot] += TSum.CreateTruncating(amount);
        }

        /// <summary>Adds what a child holds; where it has no budget, it holds a budget of 0.</summary>
        public void Add(GroupSums sums)
        {
            for (int i = 0; i < sums.Count; i++)
            {
                int slot = sums.Slots[i];
                used[slot >> 6] |= 1UL << (slot & 63);
                budgets[slot] += TSum.CreateTruncating(sums.Budgets[i]);
                actuals[slot] += TSum.CreateTruncating(sums.Actuals[i]);
                hasBudget[slot] |= sums.HasBudget(i);
            }
        }

        /// <summary>What is in use, and an empty row again.</summary>
        public GroupSums Take(string whose)
        {
            int count = used.Sum(BitOperations.PopCount);
            int[] slots = new int[count];
            long[] budgetsUsed = new long[count];
            long[] actualsUsed = new long[count];
            bool[] hasBudgetUsed = new bool[count];
            int next = 0;
            for (int word = 0; word < used.Length; word++)
            {
                for (ulong bits = used[word]; bits != 0; bits &= bits - 1)
                {
                    int slot = (word << 6) + BitOperations.TrailingZeroCount(bits);
                    slots[next] = slot;
                    budgetsUsed[next] = Narrow(budgets[slot], whose);
                    actualsUsed[next] = Narrow(actuals[slot], whose);
                    hasBudgetUsed[next++] = hasBudget[slot];
                    (budgets[slot], actuals[slot], hasBudget[slot]) = (TSum.Zero, TSum.Zero, false);
                }

                used[word] = 0;
            }

            return new GroupSums(slots, budgetsUsed, hasBudgetUsed, actualsUsed);
        }

        private static long Narrow(TSum sum, string whose)
        {
            long narrow = long.CreateTruncating(sum);
            return TSum.CreateTruncating(narrow) == sum ? narrow : throw new AmountOverflowException(whose);
        }
    }
}
