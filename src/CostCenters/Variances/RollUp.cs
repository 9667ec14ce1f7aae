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
            ? Compute(comparison, tree, slots, new Scratch<long>(slots.Count))
            : Compute(comparison, tree, slots, new Scratch<Int128>(slots.Count));

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
        long first = (long)center * elements;
        for (int i = 0; i < comparison.ActualOrdinals.Length; i++)
        {
            if (comparison.Budget.Block(comparison.BudgetOrdinals[i]) is CubeBlock budget)
            {
                long position = budget.PositionOf(first);
                while (budget.TryNext(ref position, out long cell, out long amount) && cell < first + elements)
                {
                    scratch.AddBudget(slots.SlotOf((int)(cell - first), i), amount);
                }
            }

            if (comparison.Actual.Block(comparison.ActualOrdinals[i]) is CubeBlock actual)
            {
                long position = actual.PositionOf(first);
                while (actual.TryNext(ref position, out long cell, out long amount) && cell < first + elements)
                {
                    scratch.AddActual(slots.SlotOf((int)(cell - first), i), amount);
                }
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
            long position = 0;
            while (cube.Block(period) is CubeBlock block && block.TryNext(ref position, out _, out long amount))
            {
                sum += amount < 0 ? unchecked(0UL - (ulong)amount) : (ulong)amount;
            }
        }

        return sum;
    }

    /// <summary>A row with a place for every slot.</summary>
    private sealed class Scratch<TSum>(int slotCount)
        where TSum : struct, IBinaryInteger<TSum>
    {
        private readonly TSum[] budgets = new TSum[slotCount];
        private readonly TSum[] actuals = new TSum[slotCount];
        private readonly bool[] hasBudget = new bool[slotCount];
        private readonly ulong[] used = new ulong[(slotCount + 63) / 64];

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

        public void Add(GroupSums sums)
        {
            for (int i = 0; i < sums.Count; i++)
            {
                AddActual(sums.Slots[i], sums.Actuals[i]);
                if (sums.HasBudget(i))
                {
                    AddBudget(sums.Slots[i], sums.Budgets[i]);
                }
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
