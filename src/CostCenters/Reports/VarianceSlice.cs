using System.Collections.Immutable;
using CostCenters.Calendars;
using CostCenters.Cubes;
using CostCenters.Explanations;
using CostCenters.Structure;

namespace CostCenters.Reports;

/// <summary>
/// A part of a comparison (a center with its children, an element, a period) that can be cut further, to see where a
/// difference comes from.
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
    private readonly int? element;
    private readonly int? periodIndex;

    private VarianceSlice(
        Comparison comparison,
        CenterTree tree,
        Measure measure,
        int place,
        bool isOwn,
        int? element = null,
        int? periodIndex = null)
    {
        this.comparison = comparison;
        this.tree = tree;
        this.place = place;
        this.element = element;
        this.periodIndex = periodIndex;
        IsOwn = isOwn;
        Variance = Sum(measure, out bool isEmpty);
        IsEmpty = isEmpty;
    }

    /// <summary>The center at the top of the slice.</summary>
    public CenterTreeNode Center => tree.Nodes[place];

    /// <summary>Whether the slice holds the center's own amounts alone, without its children's.</summary>
    public bool IsOwn { get; }

    /// <summary>The element, or null for all of them.</summary>
    public CostElement? Element => element is int index ? comparison.Space.Elements.Elements[index] : null;

    /// <summary>The period of the actuals, or null for the whole range.</summary>
    public FiscalPeriod? Period => periodIndex is int index ? comparison.Periods[index] : null;

    /// <summary>Budget, actual and how far they lie apart.</summary>
    public Variance Variance { get; }

    /// <summary>Whether there is neither a budget nor an actual.</summary>
    public bool IsEmpty { get; }

    /// <summary>The cell of the actuals that the slice is, or null when it is more than one.</summary>
    public CellAddress? Cell =>
        Element is CostElement e && Period is FiscalPeriod p && (IsOwn || tree.EndOf(place) == place + 1)
            ? new CellAddress(Center.Center.Code, e.Code, p)
            : null;

    /// <summary>A center with its children, over the whole range.</summary>
    /// <param name="comparison">What is compared.</param>
    /// <param name="tree">The tree along which the figures are rolled up.</param>
    /// <param name="center">The center.</param>
    /// <param name="nature">Cost or revenue.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">The tree is of other centers.</exception>
    /// <exception cref="KeyNotFoundException">There is no such center.</exception>
    public static VarianceSlice Of(Comparison comparison, CenterTree tree, CenterCode center, ElementNature nature)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        VarianceReport.RequireTree(comparison, tree);
        return new VarianceSlice(
            comparison, tree, Variance.MeasureOf(nature), tree.PlaceOf(center), isOwn: false);
    }

    /// <summary>Cuts the slice by one dimension.</summary>
    /// <param name="dimension">One dimension: by center into the center's own amounts and each direct child, by
    /// element, or by period.</param>
    /// <returns>The slices that are not empty, in report order; one alone, of the same extent, where there is nothing
    /// left to cut.</returns>
    /// <exception cref="ArgumentException">Not exactly one dimension is named.</exception>
    public ImmutableArray<VarianceSlice> By(ReportDimensions dimension) =>
        dimension switch
        {
            ReportDimensions.Center => NotEmpty(ByCenter()),
            ReportDimensions.Element => NotEmpty(element is int only
                ? [Cut(only, periodIndex)]
                : comparison.Space.Elements.IndexesByCode
                    .Where(index => MeasureOf(index) == Variance.Measure)
                    .Select(index => Cut(index, periodIndex))),
            ReportDimensions.Period => NotEmpty(periodIndex is int only
                ? [Cut(element, only)]
                : Enumerable.Range(0, comparison.Periods.Length).Select(index => Cut(element, index))),
            _ => throw new ArgumentException("Name exactly one dimension.", nameof(dimension)),
        };

    private static ImmutableArray<VarianceSlice> NotEmpty(IEnumerable<VarianceSlice> slices) =>
        [.. slices.Where(slice => !slice.IsEmpty)];

    private VarianceSlice Cut(int? cutElement, int? cutPeriod) =>
        new(comparison, tree, Variance.Measure, place, IsOwn, cutElement, cutPeriod);

    private IEnumerable<VarianceSlice> ByCenter()
    {
        yield return new VarianceSlice(
            comparison, tree, Variance.Measure, place, isOwn: true, element, periodIndex);
        if (!IsOwn)
        {
            foreach (int child in tree.ChildrenOf(place))
            {
                yield return new VarianceSlice(
                    comparison, tree, Variance.Measure, child, isOwn: false, element, periodIndex);
            }
        }
    }

    private Variance Sum(Measure measure, out bool isEmpty)
    {
        Int128? budget = null;
        Int128? actual = null;
        int end = IsOwn ? place + 1 : tree.EndOf(place);
        int firstPeriod = periodIndex ?? 0;
        int endPeriod = periodIndex + 1 ?? comparison.Periods.Length;
        var row = new RowBuffer(comparison.Space.ElementCount);
        for (int period = firstPeriod; period < endPeriod; period++)
        {
            CubeBlock? budgetBlock = comparison.Budget.Block(comparison.BudgetOrdinals[period]);
            CubeBlock? actualBlock = comparison.Actual.Block(comparison.ActualOrdinals[period]);
            for (int node = place; node < end; node++)
            {
                int center = tree.Nodes[node].Center.Index;
                AddTo(ref budget, budgetBlock, center, measure, row);
                AddTo(ref actual, actualBlock, center, measure, row);
            }
        }

        isEmpty = budget is null && actual is null;
        return new Variance(
            budget is Int128 sum ? comparison.Space.Scale.ToDecimal(sum) : null,
            comparison.Space.Scale.ToDecimal(actual ?? 0),
            measure);
    }

    private Measure MeasureOf(int element) => Variance.MeasureOf(comparison.Space.Elements.Elements[element].Nature);

    private void AddTo(ref Int128? sum, CubeBlock? block, int center, Measure measure, RowBuffer row)
    {
        long first = (long)center * comparison.Space.ElementCount;
        if (block is null)
        {
            return;
        }

        if (element is int only)
        {
            if (MeasureOf(only) == measure && block.Amounts.TryGet(first + only, out long amount))
            {
                sum = (sum ?? 0) + amount;
            }

            return;
        }

        int count = block.Amounts.ReadRow(first, row.Elements, row.Amounts);
        for (int i = 0; i < count; i++)
        {
            if (MeasureOf(row.Elements[i]) == measure)
            {
                sum = (sum ?? 0) + row.Amounts[i];
            }
        }
    }

    /// <summary>Room for the cells of a center.</summary>
    private sealed class RowBuffer(int elementCount)
    {
        public int[] Elements { get; } = new int[elementCount];

        public long[] Amounts { get; } = new long[elementCount];
    }
}
