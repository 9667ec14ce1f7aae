namespace CostCenters.Variances;

/// <summary>The sums of one node of the tree: the slots in use, in order, with budget and actual of each.</summary>
internal readonly struct GroupSums
{
    private readonly bool[] hasBudget;

    public GroupSums(int[] slots, long[] budgets, bool[] hasBudget, long[] actuals)
    {
        Slots = slots;
        Budgets = budgets;
        this.hasBudget = hasBudget;
        Actuals = actuals;
    }

    public int Count => Slots.Length;

    public int[] Slots { get; }

    public long[] Budgets { get; }

    public long[] Actuals { get; }

    public bool HasBudget(int index) => hasBudget[index];
}
