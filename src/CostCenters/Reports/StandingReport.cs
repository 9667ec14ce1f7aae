using System.Collections.Immutable;
using System.Runtime.InteropServices;
using CostCenters.Cubes;
using CostCenters.Structure;

namespace CostCenters.Reports;

/// <summary>
/// A variance report that is kept up to date: a change of a cell touches the rows of its center and of the centers
/// above it, and nothing else.
/// </summary>
/// <remarks>
/// <para>Law: after any changes the rows equal those of a <see cref="VarianceReport"/> computed anew, where the sides
/// that the ledger feeds hold the changes as well.</para>
/// <para>Applying changes takes time in proportion to the number of changes and the depth of the tree, whatever the
/// size of the ledger; reading all rows takes time in proportion to their number.</para>
/// <para>Not safe for use by several threads at once.</para>
/// </remarks>
public sealed class StandingReport
{
    private readonly VarianceReport report;
    private readonly LedgerFeed feed;
    private readonly ReportSlots slots;
    private readonly GroupSums touchedGroup;
    private readonly Dictionary<Side, Int128>?[] changesOfPlace;
    private readonly Dictionary<OwnChange, Int128> ownChanges = [];
    private readonly int[] placeOfCenter;
    private readonly Dictionary<int, int> indexOfActual;
    private readonly Dictionary<int, int> indexOfBudget;

    /// <summary>Computes a report that can be kept up to date.</summary>
    /// <param name="comparison">What is compared; changes come on top of it.</param>
    /// <param name="tree">The tree as of the day that the report should show.</param>
    /// <param name="dimensions">By what to break the figures down.</param>
    /// <param name="feed">Which sides the changes reach.</param>
    /// <param name="cancellation">Ends the work, of which nothing is left then.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">The tree is of other centers, or both dimensions of elements are named.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="feed"/> is no such choice.</exception>
    /// <exception cref="AmountOverflowException">A rolled-up sum outgrows 64 bits.</exception>
    /// <exception cref="OperationCanceledException">The token asked for it.</exception>
    public StandingReport(
        Comparison comparison,
        CenterTree tree,
        ReportDimensions dimensions,
        LedgerFeed feed,
        CancellationToken cancellation = default)
        : this(VarianceReport.Create(comparison, tree, dimensions, cancellation: cancellation), feed)
    {
    }

    private StandingReport(VarianceReport report, LedgerFeed feed)
    {
        if (feed is not (LedgerFeed.Actual or LedgerFeed.BothSides))
        {
            throw new ArgumentOutOfRangeException(nameof(feed), feed, "There is no such choice.");
        }

        this.report = report;
        this.feed = feed;
        slots = report.Sums.Slots;
        touchedGroup = new GroupSums(report.Sums);
        changesOfPlace = new Dictionary<Side, Int128>?[report.Sums.NodeCount];
        placeOfCenter = new int[report.Tree.Nodes.Length];
        for (int place = 0; place < placeOfCenter.Length; place++)
        {
            placeOfCenter[report.Tree.Nodes[place].Center.Index] = place;
        }

        indexOfActual = Indexes(report.Comparison.ActualOrdinals);
        indexOfBudget = feed == LedgerFeed.BothSides ? Indexes(report.Comparison.BudgetOrdinals) : [];

        static Dictionary<int, int> Indexes(int[] ordinals) =>
            ordinals.Select((ordinal, index) => KeyValuePair.Create(ordinal, index)).ToDictionary();
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
                group.Add(
                    (changesOfPlace[place] ?? []).Select(pair => (pair.Key.Slot, pair.Key.IsBudget, pair.Value)),
                    WhoseSums(place));
                foreach (VarianceRow row in RowsOf(place, group))
                {
                    yield return row;
                }
            }
        }
    }

    /// <summary>Adds changes of the ledger; those of periods that are not compared change nothing.</summary>
    /// <param name="changes">What was posted since.</param>
    /// <returns>The rows that the changes touched, as they are now, in report order.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="changes"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A change is of no cell of the space, which may have to be extended
    /// first; nothing has been added then.</exception>
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
            if (indexOfActual.TryGetValue(change.Period, out int index))
            {
                Add(new OwnChange(change.Center, change.Element, index, IsBudget: false), change.Amount, touched);
            }

            if (indexOfBudget.TryGetValue(change.Period, out index))
            {
                Add(new OwnChange(change.Center, change.Element, index, IsBudget: true), change.Amount, touched);
            }
        }

        var rows = ImmutableArray.CreateBuilder<VarianceRow>();
        foreach ((int place, SortedSet<int> touchedSlots) in touched)
        {
            HashSet<int> wanted = [.. touchedSlots.SelectMany(WithBothNatures)];
            Dictionary<Side, Int128> changed = changesOfPlace[place]!;
            touchedGroup.Load(place, wanted);
            touchedGroup.Add(wanted
                .SelectMany(slot => new[] { new Side(slot, IsBudget: false), new Side(slot, IsBudget: true) })
                .Where(changed.ContainsKey)
                .Select(side => (side.Slot, side.IsBudget, changed[side])), WhoseSums(place));
            rows.AddRange(RowsOf(place, touchedGroup));
        }

        return rows.ToImmutable();
    }

    /// <summary>This report in a space that extends its own, with all changes so far: the way to go on when centers,
    /// elements or validities were added.</summary>
    /// <remarks>Sums are kept as they are, unless a center has another parent in the new tree, or a report by group has
    /// other elements: then they are added up from the cubes again. This report stays what it was.</remarks>
    /// <param name="space">The same space, or one that extends it.</param>
    /// <param name="tree">The tree of its centers as of the day that the report should show.</param>
    /// <param name="cancellation">Ends the work, of which nothing is left then.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">The tree is of other centers.</exception>
    /// <exception cref="CubeSpaceMismatchException">It does not extend the space of this report.</exception>
    /// <exception cref="AmountOverflowException">A rolled-up sum outgrows 64 bits.</exception>
    /// <exception cref="OperationCanceledException">The token asked for it.</exception>
    public StandingReport In(CubeSpace space, CenterTree tree, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(space);
        ArgumentNullException.ThrowIfNull(tree);
        var extended = new StandingReport(report.In(space, tree, cancellation), feed);
        foreach ((OwnChange own, Int128 amount) in ownChanges)
        {
            extended.Add(own, amount, []);
        }

        return extended;
    }

    /// <summary>Notes a change for a node and the nodes above it, in all columns that it is part of.</summary>
    private void Add(OwnChange own, Int128 amount, SortedDictionary<int, SortedSet<int>> touched)
    {
        // Safe: nothing is added to the dictionary while the place is held.
        CollectionsMarshal.GetValueRefOrAddDefault(ownChanges, own, out _) += amount;
        foreach (int column in slots.ColumnsOf(own.Element))
        {
            int slot = slots.SlotOf(column, slots.GroupOf(own.PeriodIndex));
            int first = slots.ByCenter ? placeOfCenter[own.Center] : 0;
            for (int place = first; place >= 0; place = report.NodeAt(place)?.Parent ?? -1)
            {
                Dictionary<Side, Int128> changes = changesOfPlace[place] ??= [];
                CollectionsMarshal.GetValueRefOrAddDefault(changes, new Side(slot, own.IsBudget), out _) += amount;
                if (!touched.TryGetValue(place, out SortedSet<int>? touchedSlots))
                {
                    touched.Add(place, touchedSlots = []);
                }

                touchedSlots.Add(slot);
            }
        }
    }

    /// <summary>A change of cost or revenue changes the margin as well, which is made of both.</summary>
    private int[] WithBothNatures(int slot) =>
        !slots.IsPair(slot) ? [slot]
        : slots.MeasureOf(slot) == Explanations.Measure.Cost ? [slot, slot + 1]
        : [slot - 1, slot];

    private IEnumerable<VarianceRow> RowsOf(int place, GroupSums group) =>
        ReportRows.Of(report.Comparison, slots, report.NodeAt(place), group);

    private string WhoseSums(int place) =>
        report.NodeAt(place) is { } node ? $"center '{node.Center}' with its children" : "all centers";

    /// <param name="Slot">A sum of a node.</param>
    /// <param name="IsBudget">Whether it is that of the other side of the actual.</param>
    private readonly record struct Side(int Slot, bool IsBudget);

    /// <param name="Center">The number of the center.</param>
    /// <param name="Element">The number of the element.</param>
    /// <param name="PeriodIndex">The index of the period in its range.</param>
    /// <param name="IsBudget">Whether it changes the other side of the actual.</param>
    private readonly record struct OwnChange(int Center, int Element, int PeriodIndex, bool IsBudget);
}
