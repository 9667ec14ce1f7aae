using CostCenters.Explanations;
using CostCenters.Monetary;
using CostCenters.Structure;
using CostCenters.Variances.Layers;

namespace CostCenters.Variances.Standard.MixAndYield;

public static partial class MixYieldVariances
{
    /// <summary>The mix variance alone, by layers: the standard mix is that of the budget.</summary>
    /// <remarks>The tree is the one by figures; leaves name the cells that their actuals add up. Items are named by
    /// the codes of their elements.</remarks>
    /// <param name="scope">What is compared, and where.</param>
    /// <param name="items">At least one element; all have one unit.</param>
    /// <param name="method">How the items take part.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">There is no element, their units differ, a cell lacks its quantity, or one
    /// has no budget, and so no standard price.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="method"/> is no method, or a budgeted quantity is
    /// negative.</exception>
    /// <exception cref="KeyNotFoundException">There is no such element.</exception>
    public static VarianceNode AnalyzeMix(VarianceScope scope, IEnumerable<ElementCode> items, MixMethod method)
    {
        ScopedElements elements = VarianceScope.Require(scope).Elements(items, null);
        return CellsOf(elements).In(
            AnalyzeMix(ItemsOf(elements), method, new VarianceUnits(scope.Currency, elements.Unit)));
    }

    /// <summary>Price, mix and yield by layers.</summary>
    /// <remarks>The tree is the one by figures; leaves name the cells that their actuals add up. Items are named by
    /// the codes of their elements.</remarks>
    /// <param name="scope">What is compared, and where.</param>
    /// <param name="output">The output that the budget goes with, which variable items are in proportion to; null where
    /// the budget already is for the actual output.</param>
    /// <param name="items">At least one element; all have one unit.</param>
    /// <param name="method">How the items take part.</param>
    /// <exception cref="ArgumentNullException">An argument other than <paramref name="output"/> is null.</exception>
    /// <exception cref="ArgumentException">There is no element, one is not variable though there is an output, their
    /// units differ, a cell lacks its quantity, one has no budget, and so no standard price, or an output is missing or
    /// planned as 0.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="method"/> is no method, or a budgeted quantity is
    /// negative.</exception>
    /// <exception cref="KeyNotFoundException">There is no such element.</exception>
    public static VarianceNode Analyze(
        VarianceScope scope, ActivityFigures? output, IEnumerable<ElementCode> items, MixMethod method)
    {
        ScopedElements elements = VarianceScope.Require(scope).Elements(items, output);
        return CellsOf(elements).In(Analyze(
            ItemsOf(elements),
            Fraction.Sum(elements.Items.Select(item => item.StandardInput.Quantity)),
            method,
            new VarianceUnits(scope.Currency, elements.Unit)));
    }

    private static IEnumerable<MixItem> ItemsOf(ScopedElements elements) =>
        elements.Items.Select(item => new MixItem(item.Code.Value, item.StandardInput, item.ActualInput));

    private static InputCells CellsOf(ScopedElements elements)
    {
        InputCells cells = new InputCells().With(elements.Cells, "actual total quantity in standard mix");
        foreach (ScopedElement item in elements.Items)
        {
            _ = cells.Of(item.Code.Value, item.Cells, "actual quantity", "actual cost");
        }

        return cells;
    }
}
