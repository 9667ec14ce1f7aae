using System.Numerics;

namespace CostCenters.Reports;

/// <summary>The sums of one node at a time: budget and actual by slot. Not safe for use by several threads.</summary>
internal sealed class GroupSums
{
    private readonly ReportSums sums;
    private readonly long[] budgets;
    private readonly long[] actuals;
    private readonly ulong[] used;
    private readonly ulong[] hasBudget;
    private readonly int[] slots;
    private readonly int[] columns;
    private readonly long[] row;

    public GroupSums(ReportSums sums)
    {
        this.sums = sums;
        int count = sums.Slots.Count;
        budgets = new long[count];
        actuals = new long[count];
        used = new ulong[(count + 63) / 64];
        hasBudget = new ulong[used.Length];
        slots = new int[count];
        columns = new int[sums.Slots.ColumnCount];
        row = new long[sums.Slots.ColumnCount];
    }

    /// <summary>The slots in use, in order.</summary>
    public ReadOnlySpan<int> Slots => slots.AsSpan(0, Count);

    /// <summary>How many slots are in use.</summary>
    public int Count { get; private set; }

    public bool HasBudget(int slot) => (hasBudget[slot >> 6] & (1UL << (slot & 63))) != 0;

    /// <summary>The budget of a slot in use, 0 where it has none.</summary>
    public long Budget(int slot) => budgets[slot];

    /// <summary>The actual of a slot in use, 0 where it has none.</summary>
    public long Actual(int slot) => actuals[slot];

    /// <summary>Takes the sums of a node in place of those of another.</summary>
    public void Load(int place)
    {
        Clear();
        for (int group = 0; group < sums.Slots.GroupCount; group++)
        {
            Load(sums.Budgets(group), place, group, budgets, hasBudget);
            Load(sums.Actuals(group), place, group, actuals, used);
        }

        ListSlots();
    }

    /// <summary>Takes some sums of a node in place of those of another.</summary>
    /// <param name="place">The place of the node.</param>
    /// <param name="wanted">The slots to take, where they are in use.</param>
    public void Load(int place, IEnumerable<int> wanted)
    {
        Clear();
        foreach (int slot in wanted)
        {
            (int column, int group) = sums.Slots.PlaceOf(slot);
            if (sums.Budgets(group)?.TryGet(place, column, out budgets[slot]) == true)
            {
                hasBudget[slot >> 6] |= 1UL << (slot & 63);
            }

            if (sums.Actuals(group)?.TryGet(place, column, out actuals[slot]) == true)
            {
                used[slot >> 6] |= 1UL << (slot & 63);
            }
        }

        ListSlots();
    }

    /// <summary>Adds changes to the sums of the node.</summary>
    /// <param name="changes">By slot, of the budget or of the actual.</param>
    /// <param name="whose">Whose sums these are, for the message.</param>
    /// <exception cref="Cubes.AmountOverflowException">A sum outgrows 64 bits.</exception>
    public void Add(IEnumerable<(int Slot, bool IsBudget, Int128 Change)> changes, string whose)
    {
        try
        {
            foreach ((int slot, bool isBudget, Int128 change) in changes)
            {
                (isBudget ? hasBudget : used)[slot >> 6] |= 1UL << (slot & 63);
                ref long ofSlot = ref (isBudget ? budgets : actuals)[slot];
                Int128 sum = ofSlot + change;
                ofSlot = sum >= long.MinValue && sum <= long.MaxValue
                    ? (long)sum
                    : throw new Cubes.AmountOverflowException(whose);
            }
        }
        finally
        {
            // What is in use is cleared before the next node comes, after an overflow, too.
            ListSlots();
        }
    }

    private void Clear()
    {
        foreach (int slot in Slots)
        {
            budgets[slot] = 0;
            actuals[slot] = 0;
        }

        Array.Clear(used);
        Array.Clear(hasBudget);
    }

    private void Load(RolledColumn? rolled, int place, int group, long[] target, ulong[] present)
    {
        int count = rolled?.ReadRow(place, columns, row) ?? 0;
        for (int i = 0; i < count; i++)
        {
            int slot = sums.Slots.SlotOf(columns[i], group);
            target[slot] = row[i];
            present[slot >> 6] |= 1UL << (slot & 63);
        }
    }

    private void ListSlots()
    {
        Count = 0;
        for (int word = 0; word < used.Length; word++)
        {
            for (ulong bits = used[word] | hasBudget[word]; bits != 0; bits &= bits - 1)
            {
                slots[Count++] = (word << 6) + BitOperations.TrailingZeroCount(bits);
            }
        }
    }
}
