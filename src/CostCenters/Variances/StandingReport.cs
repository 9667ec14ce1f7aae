using System.Collections.Immutable;
using System.Runtime.InteropServices;
using CostCenters.Cubes;
using CostCenters.Structure;

namespace CostCenters.Variances;

/// <summary>
/// A variance report that is kept up to date: a change of a cell touches the rows of its center and of the centers
/// above it, and nothing else.
/// </summary>
/// <remarks>
/// <para>Law: after any changes the rows equal those of a <see cref="VarianceReport"/> computed anew.</para>
/// <para>Applying changes takes time in proportion to the number of changes and the depth of the tree, whatever the
/// size of the ledger; reading all rows takes time in proportion to their number.</para>
/// <para>Not safe for use by several threads at once.</para>
/// </remarks>
public sealed class StandingReport
{
    private readonly Comparison comparison;
    private readonly CenterTree tree;
    private readonly ReportSlots slots;
    private readonly StandingGroup[] groups;
    private readonly int[] placeOfCenter;
    private readonly Dictionary<int, int> indexOfPeriod;

    /// <summary>Computes a report that can be kept up to date.</summary>
    /// <param name="comparison">What is compared; changes come on top of its actuals.</param>
    /// <param name="tree">The tree as of the day that the report should show.</param>
    /// <param name="dimensions">By what to break the figures down.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">The tree is of other centers.</exception>
    /// <exception cref="AmountOverflowException">A rolled-up sum outgrows 64 bits.</exception>
    public StandingReport(Comparison comparison, CenterTree tree, ReportDimensions dimensions)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        VarianceReport.RequireTree(comparison, tree);
        this.comparison = comparison;
        this.tree = tree;
        slots = new ReportSlots(comparison, dimensions);
        groups = [.. RollUp.Compute(comparison, tree, slots).Select(sums => new StandingGroup(sums))];
        placeOfCenter = new int[tree.Nodes.Length];
        for (int place = 0; place < placeOfCenter.Length; place++)
        {
            placeOfCenter[tree.Nodes[place].Center.Index] = place;
        }

        indexOfPeriod = comparison.ActualOrdinals
            .Select((ordinal, index) => KeyValuePair.Create(ordinal, index))
            .ToDictionary();
    }

    /// <summary>The rows as they are now, in report order.</summary>
    /// <exception cref="AmountOverflowException">A rolled-up sum outgrows 64 bits.</exception>
    public IEnumerable<VarianceRow> Rows
    {
        get
        {
            for (int place = 0; place < groups.Length; place++)
            {
                foreach (VarianceRow row in RowsOf(place, groups[place].ToSums(WhoseSums(place))))
                {
                    yield return row;
                }
            }
        }
    }

    /// <summary>Adds changes of the actuals; those outside the range of the report change nothing.</summary>
    /// <param name="changes">What was posted since.</param>
    /// <returns>The rows that the changes touched, as they are now, in report order.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="changes"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A change is of no cell of the space; nothing has been added then.
    /// </exception>
    /// <exception cref="AmountOverflowException">A touched sum outgrows 64 bits. The changes are counted all the same:
    /// further changes may bring the sum back.</exception>
    public ImmutableArray<VarianceRow> Apply(IReadOnlyCollection<CellChange> changes)
    {
        ArgumentNullException.ThrowIfNull(changes);
        foreach (CellChange change in changes)
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(change.Center, placeOfCenter.Length, nameof(changes));
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(
                change.Element, comparison.Space.ElementCount, nameof(changes));
        }

        var touched = new SortedDictionary<int, SortedSet<int>>();
        foreach (CellChange change in changes)
        {
            if (indexOfPeriod.TryGetValue(change.Period, out int index))
            {
                Add(change.Center, slots.SlotOf(change.Element, index), change.Amount, touched);
            }
        }

        return
        [
            .. touched.SelectMany(pair => RowsOf(
                pair.Key, groups[pair.Key].ToSums(WithBothNatures(pair.Value), WhoseSums(pair.Key)))),
        ];
    }

    private void Add(int center, int slot, long amount, SortedDictionary<int, SortedSet<int>> touched)
    {
        for (int place = slots.ByCenter ? placeOfCenter[center] : 0; place >= 0; place = ParentOf(place))
        {
            groups[place].Add(slot, amount);
            if (!touched.TryGetValue(place, out SortedSet<int>? touchedSlots))
            {
                touched.Add(place, touchedSlots = []);
            }

            touchedSlots.Add(slot);
        }
    }

    private int ParentOf(int place) => slots.ByCenter ? tree.Nodes[place].Parent : -1;

    /// <summary>A change of cost or revenue changes the margin as well, which is made of both.</summary>
    private IEnumerable<int> WithBothNatures(SortedSet<int> touched) =>
        slots.ByElement ? touched : touched.SelectMany(slot => new[] { slot & ~1, slot | 1 }).Distinct();

    private IEnumerable<VarianceRow> RowsOf(int place, GroupSums sums) =>
        ReportRows.Of(comparison, slots, slots.ByCenter ? tree.Nodes[place] : null, sums);

    private string WhoseSums(int place) =>
        slots.ByCenter ? $"center '{tree.Nodes[place].Center}' with its children" : "all centers";

    /// <summary>The sums of one node, by slot.</summary>
    private sealed class StandingGroup
    {
        private readonly Dictionary<int, Sums> sums = [];

        public StandingGroup(GroupSums initial)
        {
            for (int i = 0; i < initial.Count; i++)
            {
                sums.Add(
                    initial.Slots[i],
                    new Sums(initial.HasBudget(i), initial.Budgets[i], initial.Actuals[i]));
            }
        }

        public void Add(int slot, long amount)
        {
            ref Sums ofSlot = ref CollectionsMarshal.GetValueRefOrAddDefault(sums, slot, out _);
            ofSlot = ofSlot with { Actual = ofSlot.Actual + amount };
        }

        public GroupSums ToSums(string whose) => ToSums(sums.Keys.Order(), whose);

        public GroupSums ToSums(IEnumerable<int> wanted, string whose)
        {
            int[] used = [.. wanted.Where(sums.ContainsKey)];
            return new GroupSums(
                used,
                Array.ConvertAll(used, slot => sums[slot].Budget),
                Array.ConvertAll(used, slot => sums[slot].HasBudget),
                Array.ConvertAll(used, slot => Narrow(sums[slot].Actual, whose)));
        }

        private static long Narrow(Int128 sum, string whose) =>
            sum >= long.MinValue && sum <= long.MaxValue ? (long)sum : throw new AmountOverflowException(whose);
    }

    private readonly record struct Sums(bool HasBudget, long Budget, Int128 Actual);
}
