using System.Collections.Immutable;
using CostCenters.Cubes;
using CostCenters.Explanations;
using CostCenters.Monetary;
using CostCenters.Structure;

namespace CostCenters.Reports;

public sealed partial class VarianceSlice
{
    /// <summary>
    /// The slice as a variance tree: cut by the first dimension, each part by the second, and so on. By center every
    /// level of the hierarchy is a level of the tree.
    /// </summary>
    /// <param name="cuts">The dimensions, each at most once; none for a tree of one node.</param>
    /// <returns>A tree in the basis of the slice, cost or, for revenue, profit; its leaves carry their cells.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="cuts"/> is null.</exception>
    /// <exception cref="ArgumentException">A cut is not exactly one dimension.</exception>
    public VarianceNode ToTree(IReadOnlyList<ReportDimensions> cuts)
    {
        ArgumentNullException.ThrowIfNull(cuts);
        return ToNode([.. cuts]);
    }

    private VarianceNode ToNode(ImmutableArray<ReportDimensions> cuts)
    {
        const string Formula = "actual - budget";
        VarianceBasis basis = Variance.Measure == Measure.Cost ? VarianceBasis.Cost : VarianceBasis.Profit;
        string unit = comparison.Space.Currency.Code;
        VarianceInput[] inputs =
        [
            new("actual", Fraction.Of(Variance.Actual), unit),
            new("budget", Fraction.Of(Variance.Budget ?? 0m), unit),
        ];
        var amount = Fraction.Of(Variance.Difference);
        if (cuts.IsEmpty || IsEmpty)
        {
            return VarianceNode.Leaf(Title, basis, amount, Formula, inputs, CellsOf());
        }

        // A center with children is cut by center again, until its own amounts are left.
        bool goesDeeper = cuts[0] == ReportDimensions.Center && !IsOwn && tree.EndOf(place) > place + 1;
        ImmutableArray<VarianceSlice> parts = By(cuts[0]);
        return cuts[0] == ReportDimensions.Center && !goesDeeper
            ? ToNode(cuts[1..])
            : VarianceNode.Whole(
                Title,
                amount,
                Formula,
                inputs,
                parts.Select(part => part.ToNode(goesDeeper ? cuts : cuts[1..])));
    }

    private string Title =>
        Period is { } period ? period.ToString()
        : Element is { } cost ? $"{cost.Code} {cost.Name}"
        : IsOwn ? $"{Center.Center.Code} own amounts"
        : $"{Center.Center.Code} {Center.Center.PlacedAt(tree.AsOf).Name}";

    private IEnumerable<CellAddress> CellsOf()
    {
        int end = IsOwn ? place + 1 : tree.EndOf(place);
        for (int node = place; node < end; node++)
        {
            Center center = tree.Nodes[node].Center;
            foreach (int index in comparison.Space.Elements.IndexesByCode.Where(e => element is null || e == element))
            {
                for (int period = 0; period < comparison.Periods.Length; period++)
                {
                    if (MeasureOf(index) == Variance.Measure
                        && (periodIndex is null || period == periodIndex)
                        && HoldsSomething(center.Index, index, period))
                    {
                        yield return new CellAddress(
                            center.Code, comparison.Space.Elements.Elements[index].Code, comparison.Periods[period]);
                    }
                }
            }
        }
    }

    private bool HoldsSomething(int center, int index, int period)
    {
        long cell = ((long)center * comparison.Space.ElementCount) + index;
        return Holds(comparison.Actual.Block(comparison.ActualOrdinals[period]))
            || Holds(comparison.Budget.Block(comparison.BudgetOrdinals[period]));

        bool Holds(CubeBlock? block) => block is not null && block.TryGet(cell, out _, out _);
    }
}
