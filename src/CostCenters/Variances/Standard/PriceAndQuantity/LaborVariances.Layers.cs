using CostCenters.Explanations;
using CostCenters.Structure;
using CostCenters.Variances.Layers;

namespace CostCenters.Variances.Standard.PriceAndQuantity;

public static partial class LaborVariances
{
    /// <summary>Splits the variance of labor by layers: the actuals hold the hours paid.</summary>
    /// <remarks>The tree is the one by figures; leaves name the cells that their actuals add up.</remarks>
    /// <param name="scope">What is compared, and where.</param>
    /// <param name="output">The output that the budget goes with, which variable labor is in proportion to; null where
    /// the budget already is for the actual output.</param>
    /// <param name="labor">The element of labor, whose unit are hours.</param>
    /// <param name="worked">The hours in which work was done, as an activity; null where all hours paid were
    /// worked.</param>
    /// <param name="expectedIdle">The part of the hours paid that the standard expects to be idle, from 0 to below 1:
    /// 0.1 for a tenth.</param>
    /// <param name="joint">Where the joint term goes.</param>
    /// <exception cref="ArgumentNullException"><paramref name="scope"/> is null.</exception>
    /// <exception cref="ArgumentException">Labor is not variable though there is an output, a cell lacks its quantity,
    /// there is no standard rate, or an activity is missing or an output planned as 0.</exception>
    /// <exception cref="ArgumentOutOfRangeException">Hours are negative, more are worked than paid,
    /// <paramref name="expectedIdle"/> is out of bounds, or <paramref name="joint"/> is no treatment.</exception>
    /// <exception cref="KeyNotFoundException">There is no such element.</exception>
    public static VarianceNode Analyze(
        VarianceScope scope,
        ActivityFigures? output,
        ElementCode labor,
        ActivityFigures? worked,
        decimal expectedIdle,
        JointVariance joint)
    {
        ScopedElement element = VarianceScope.Require(scope).Element(labor, output);
        var cells = new InputCells().With(
            element.Cells,
            "actual cost",
            "actual rate",
            "actual hours",
            "hours paid",
            "hours of work expected of the hours paid");
        _ = worked is null ? cells.With(element.Cells, "hours worked") : cells;
        return cells.In(Split(
            element.StandardInput,
            element.ActualInput,
            worked is null ? element.ActualInput.Quantity : scope.Hours(worked, null).Actual,
            expectedIdle,
            joint,
            element.Units));
    }
}
