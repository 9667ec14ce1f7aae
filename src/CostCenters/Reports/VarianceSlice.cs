using System.Collections.Immutable;
using CostCenters.Calendars;
using CostCenters.Cubes;
using CostCenters.Explanations;
using CostCenters.Structure;

namespace CostCenters.Reports;

/// <summary>
/// A part of a comparison (a center with its children, a group of elements, an element, a period) that can be cut
/// further, to see where a difference comes from.
/// </summary>
/// <remarks>
/// <para>Law: the slices that <see cref="By"/> cuts add up to their whole exactly, in budget, actual and
/// difference.</para>
/// <para>One slice is of one nature, cost or revenue. Immutable.</para>
/// </remarks>
public sealed partial class VarianceSlice
{
    private readonly Comparison comparison;
    private readonly CenterTree tree;
    private readonly int place;

    // One past the last center of the slice.
    private readonly int end;

    // The elements of the slice, as they stand in the tree of elements; null for all of them.
    private readonly ElementSpan? elements;
    private readonly int? periodIndex;

    private VarianceSlice(
        VarianceSlice whole, int place, int end, bool isOwn, ElementSpan? elements, int? periodIndex, in SliceSum sum)
        : this(whole.comparison, whole.tree, whole.Variance.Measure, place, end, isOwn)
    {
        this.elements = elements;
        this.periodIndex = periodIndex;
        Variance = sum.ToVariance(comparison.Space.Scale, whole.Variance.Measure);
        IsEmpty = sum.IsEmpty;
    }

    private VarianceSlice(
        Comparison comparison, CenterTree tree, Measure measure, int place, int end, bool isOwn)
    {
        this.comparison = comparison;
        this.tree = tree;
        this.place = place;
        this.end = end;
        IsOwn = isOwn;
        Variance = new Variance(null, 0m, measure);
    }

    /// <summary>The center at the top of the slice.</summary>
    public CenterTreeNode Center => tree.Nodes[place];

    /// <summary>Whether the slice holds the center's own amounts alone, without its children's.</summary>
    public bool IsOwn { get; }

    /// <summary>The element, or null where the slice is of several.</summary>
    public CostElement? Element => elements is { IsOne: true } ? Head : null;

    /// <summary>The group whose elements the slice is of, or null where it is of one element, or of all.</summary>
    public CostElement? ElementGroup => elements is { IsOne: false } ? Head : null;

    /// <summary>The period of the actuals, or null for the whole range.</summary>
    public FiscalPeriod? Period => periodIndex is int index ? comparison.Periods[index] : null;

    /// <summary>Budget, actual and how far they lie apart.</summary>
    public Variance Variance { get; }

    /// <summary>Whether there is neither a budget nor an actual.</summary>
    public bool IsEmpty { get; }

    /// <summary>The cell of the actuals that the slice is, or null when it is more than one.</summary>
    public CellAddress? Cell =>
        Element is CostElement e && Period is FiscalPeriod p && end == place + 1
            ? new CellAddress(Center.Center.Code, e.Code, p)
            : null;

    private ElementTree ElementTree => comparison.Space.Elements.Tree;

    private CostElement? Head => elements is ElementSpan span ? ElementTree.Nodes[span.From].Element : null;

    /// <summary>A center with its children, over the whole range.</summary>
    /// <param name="comparison">What is compared.</param>
    /// <param name="tree">The tree along which the figures are rolled up.</param>
    /// <param name="center">The center.</param>
    /// <param name="nature">Cost or revenue.</param>
    /// <param name="cancellation">Ends the work, of which nothing is left then.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">The tree is of other centers.</exception>
    /// <exception cref="KeyNotFoundException">There is no such center.</exception>
    /// <exception cref="OperationCanceledException">The token asked for it.</exception>
    public static VarianceSlice Create(
        Comparison comparison,
        CenterTree tree,
        CenterCode center,
        ElementNature nature,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        VarianceReport.RequireTree(comparison, tree);
        int place = tree.PlaceOf(center);
        var whole = new VarianceSlice(
            comparison, tree, Variance.MeasureOf(nature), place, tree.EndOf(place), isOwn: false);
        return new VarianceSlice(whole, place, whole.end, false, null, null, whole.SumBy(1, _ => 0, cancellation)[0]);
    }

    /// <summary>Cuts the slice by one dimension.</summary>
    /// <param name="dimension">One dimension: by center into the center's own amounts and each direct child, by element
    /// group likewise (into the outermost groups where the slice is of all elements), by element, or by period.</param>
    /// <param name="cancellation">Ends the work, of which nothing is left then.</param>
    /// <returns>The slices that are not empty, in report order; one alone, of the same extent, where there is nothing
    /// left to cut.</returns>
    /// <exception cref="ArgumentException">Not exactly one dimension is named.</exception>
    /// <exception cref="OperationCanceledException">The token asked for it.</exception>
    public ImmutableArray<VarianceSlice> By(
        ReportDimensions dimension, CancellationToken cancellation = default) =>
        dimension switch
        {
            ReportDimensions.Center => NotEmpty(ByCenter(cancellation)),
            ReportDimensions.Element => NotEmpty(ByElement(cancellation)),
            ReportDimensions.ElementGroup => NotEmpty(ByElementGroup(cancellation)),
            ReportDimensions.Period => NotEmpty(ByPeriod(cancellation)),
            _ => throw new ArgumentException("Name exactly one dimension.", nameof(dimension)),
        };

    private static ImmutableArray<VarianceSlice> NotEmpty(IEnumerable<VarianceSlice> slices) =>
        [.. slices.Where(slice => !slice.IsEmpty)];

    private IEnumerable<VarianceSlice> ByCenter(CancellationToken cancellation)
    {
        SliceSum[] own = SumBy(end - place, entry => entry.Place - place, cancellation);
        yield return new VarianceSlice(this, place, place + 1, true, elements, periodIndex, own[0]);
        for (int child = place + 1; child < end;)
        {
            int next = child;
            SliceSum sum = default;
            do
            {
                sum.Add(own[next - place]);
                next++;
            }
            while (next < end && tree.Nodes[next].Parent != place);

            yield return new VarianceSlice(this, child, next, false, elements, periodIndex, sum);
            child = next;
        }
    }

    private IEnumerable<VarianceSlice> ByElement(CancellationToken cancellation)
    {
        SliceSum[] sums = SumBy(comparison.Space.ElementCount, entry => entry.Element, cancellation);
        return comparison.Space.Elements.IndexesByCode.Select(index =>
            new VarianceSlice(this, place, end, IsOwn, OneElement(index), periodIndex, sums[index]));
    }

    private IEnumerable<VarianceSlice> ByElementGroup(CancellationToken cancellation)
    {
        ElementSpan all = elements ?? new ElementSpan(0, comparison.Space.ElementCount);
        SliceSum[] sums =
            SumBy(all.End - all.From, entry => ElementTree.PlaceOf(entry.Element) - all.From, cancellation);
        for (int next = all.From; next < all.End;)
        {
            bool isOwn = elements is not null && next == all.From;
            var part = new ElementSpan(next, isOwn ? next + 1 : ElementTree.EndOf(next));
            SliceSum sum = default;
            for (; next < part.End; next++)
            {
                sum.Add(sums[next - all.From]);
            }

            yield return new VarianceSlice(this, place, end, IsOwn, part, periodIndex, sum);
        }
    }

    private ElementSpan OneElement(int index)
    {
        int first = ElementTree.PlaceOf(index);
        return new ElementSpan(first, first + 1);
    }

    private IEnumerable<VarianceSlice> ByPeriod(CancellationToken cancellation)
    {
        SliceSum[] sums = SumBy(comparison.Periods.Length, entry => entry.Period, cancellation);
        return sums.Select((sum, index) => new VarianceSlice(this, place, end, IsOwn, elements, index, sum));
    }

    /// <summary>Sums all that the slice holds in one pass.</summary>
    private SliceSum[] SumBy(int count, Func<SliceEntry, int> indexOf, CancellationToken cancellation)
    {
        var sums = new SliceSum[count];
        Read(entry => sums[indexOf(entry)].Add(entry), cancellation);
        return sums;
    }

    /// <summary>Reads what the slice holds: for each cell the budget, the actual, or both.</summary>
    private void Read(Action<SliceEntry> read, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        Measure measure = Variance.Measure;
        bool[] isOfMeasure =
        [
            .. comparison.Space.Elements.Elements.Select((cost, index) =>
                Variance.MeasureOf(cost.Nature) == measure
                    && (elements is not ElementSpan span || span.Contains(ElementTree.PlaceOf(index)))),
        ];
        int? element = elements is { IsOne: true } one ? ElementTree.Nodes[one.From].Number : null;
        var row = new RowBuffer(comparison.Space.ElementCount);
        int endPeriod = periodIndex + 1 ?? comparison.Periods.Length;
        for (int period = periodIndex ?? 0; period < endPeriod; period++)
        {
            ReadBlock(comparison.Budget.Block(comparison.BudgetOrdinals[period]), period, isActual: false);
            ReadBlock(comparison.Actual.Block(comparison.ActualOrdinals[period]), period, isActual: true);
        }

        void ReadBlock(CubeBlock? block, int period, bool isActual)
        {
            for (int node = place; block is not null && node < end; node++)
            {
                cancellation.ThrowIfCancellationRequested();
                int center = tree.Nodes[node].Center.Index;
                int count = element is int only
                    ? row.ReadOne(block, center, only)
                    : block.Amounts.ReadRow(center, row.Elements, row.Amounts);
                for (int i = 0; i < count; i++)
                {
                    if (isOfMeasure[row.Elements[i]])
                    {
                        read(new SliceEntry(node, row.Elements[i], period, isActual, row.Amounts[i]));
                    }
                }
            }
        }
    }

    /// <summary>Elements that stand behind each other in the tree of elements: a group, or one of it alone.</summary>
    private readonly record struct ElementSpan(int From, int End)
    {
        public bool IsOne => End == From + 1;

        public bool Contains(int place) => place >= From && place < End;
    }

    /// <summary>Room for the cells of a center.</summary>
    private sealed class RowBuffer(int elementCount)
    {
        public int[] Elements { get; } = new int[elementCount];

        public long[] Amounts { get; } = new long[elementCount];

        public int ReadOne(CubeBlock block, int center, int element)
        {
            Elements[0] = element;
            return block.Amounts.TryGet(center, element, out Amounts[0]) ? 1 : 0;
        }
    }
}
