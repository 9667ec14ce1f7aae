using CostCenters.Explanations;
using CostCenters.Structure;
using CostCenters.Variances.Layers;

namespace CostCenters.Variances.Standard.PriceAndQuantity;

public static partial class MaterialVariances
{
    private static readonly string[] Used = ["actual cost", "actual price", "actual quantity", "quantity bought"];

    /// <summary>Recognizes the price variance when the material is used: by layers.</summary>
    /// <remarks>The tree is the one by figures; leaves name the cells that their actuals add up.</remarks>
    /// <param name="scope">What is compared, and where.</param>
    /// <param name="output">The output that the budget goes with, which a variable material is in proportion to; null
    /// where the budget already is for the actual output.</param>
    /// <param name="material">The element of the material, with a unit.</param>
    /// <param name="joint">Where the joint term goes.</param>
    /// <exception cref="ArgumentNullException"><paramref name="scope"/> is null.</exception>
    /// <exception cref="ArgumentException">The material is not variable though there is an output, a cell lacks its
    /// quantity, there is no standard price, or an output is missing or planned as 0.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="joint"/> is no treatment.</exception>
    /// <exception cref="KeyNotFoundException">There is no such element.</exception>
    public static VarianceNode AnalyzeAtUse(
        VarianceScope scope, ActivityFigures? output, ElementCode material, JointVariance joint)
    {
        ScopedElement element = VarianceScope.Require(scope).Element(material, output);
        return new InputCells().With(element.Cells, Used).In(
            AnalyzeAtUse(element.StandardInput, element.ActualInput, joint, element.Units));
    }

    /// <summary>Recognizes the price variance when the material is bought: by layers. The actuals are the purchases.
    /// </summary>
    /// <remarks>The tree is the one by figures; leaves name the cells that their actuals add up.</remarks>
    /// <param name="scope">What is compared, and where; the actual layer holds what was bought.</param>
    /// <param name="output">The output that the budget goes with, which a variable material is in proportion to; null
    /// where the budget already is for the actual output.</param>
    /// <param name="material">The element of the material, with a unit.</param>
    /// <param name="used">What was used of it, as an activity.</param>
    /// <exception cref="ArgumentNullException"><paramref name="scope"/> or <paramref name="used"/> is null.</exception>
    /// <exception cref="ArgumentException">The material is not variable though there is an output, a cell lacks its
    /// quantity, there is no price on a side, or an activity is missing or an output planned as 0.</exception>
    /// <exception cref="KeyNotFoundException">There is no such element.</exception>
    public static VarianceNode AnalyzeAtPurchase(
        VarianceScope scope, ActivityFigures? output, ElementCode material, ActivityFigures used)
    {
        ScopedElement element = VarianceScope.Require(scope).Element(material, output);
        return new InputCells().With(element.Cells, Used).In(AtPurchase(
            element.StandardInput, element.ActualInput, scope.Hours(used, null).Actual, element.Units));
    }
}
