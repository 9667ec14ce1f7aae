using System.Collections.Immutable;
using CostCenters.Cubes;
using CostCenters.Structure;

namespace CostCenters.Reports;

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
    private readonly VarianceReport report;
    private readonly ReportSlots slots;
    private readonly GroupSums touchedGroup;
    private readonly Dictionary<int, Int128>?[] changesOfPlace;
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
        ArgumentNullException.ThrowIfNull(tree);
        report = VarianceReport.Create(comparison, tree, dimensions);
        slots = report.Sums.Slots;
        touchedGroup = new GroupSums(report.Sums);
        changesOfPlace = new Dictionary<int, Int128>?[report.Sums.NodeCount];
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
            var group = new GroupSums(report.Sums);
            for (int place = 0; place < changesOfPlace.Length; place++)
            {
                group.Load(place);
                group.Add(changesOfPlace[place] ?? [], WhoseSums(place));
                foreach (VarianceRow row in RowsOf(place, group))
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
                change.Element, report.Comparison.Space.ElementCount, nameof(changes));
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(
                change.Period, report.Comparison.Space.Calendar.OrdinalCount, nameof(changes));
        }

        var touched = new SortedDictionary<int, SortedSet<int>>();
        foreach (CellChange change in changes)
        {
            if (indexOfPeriod.TryGetValue(change.Period, out int index))
            {
                int slot = slots.SlotOf(slots.ColumnOf(change.Element), slots.GroupOf(index));
                Add(slots.ByCenter ? placeOfCenter[change.Center] : 0, slot, change.Amount, touched);
            }
        }

        var rows = ImmutableArray.CreateBuilder<VarianceRow>();
        foreach ((int place, SortedSet<int> touchedSlots) in touched)
        {
            touchedGroup.Load(place, WithBothNatures(touchedSlots));
            Dictionary<int, Int128> changed = changesOfPlace[place]!;
            touchedGroup.Add(WithBothNatures(touchedSlots)
                .Where(changed.ContainsKey)
                .Select(slot => KeyValuePair.Create(slot, changed[slot])), WhoseSums(place));
            rows.AddRange(RowsOf(place, touchedGroup));
        }

        return rows.ToImmutable();
    }

    /// <summary>Notes a change for a node and the nodes above it.</summary>
    private void Add(int first, int slot, long amount, SortedDictionary<int, SortedSet<int>> touched)
    {
        for (int place = first; place >= 0; place = report.NodeAt(place)?.Parent ?? -1)
        {
            Dictionary<int, Int128> changes = changesOfPlace[place] ??= [];
            changes[slot] = changes.GetValueOrDefault(slot) + amount;
            if (!touched.TryGetValue(place, out SortedSet<int>? touchedSlots))
            {
                touched.Add(place, touchedSlots = []);
            }

            touchedSlots.Add(slot);
        }
    }

    /// <summary>A change of cost or revenue changes the margin as well, which is made of both.</summary>
    private IEnumerable<int> WithBothNatures(SortedSet<int> touched) =>
        slots.ByElement ? touched : touched.SelectMany(slot => new[] { slot & ~1, slot | 1 }).Distinct();

    private IEnumerable<VarianceRow> RowsOf(int place, GroupSums group) =>
        ReportRows.Of(report.Comparison, slots, report.NodeAt(place), group);

    private string WhoseSums(int place) =>
        report.NodeAt(place) is { } node ? $"center '{node.Center}' with its children" : "all centers";
}
