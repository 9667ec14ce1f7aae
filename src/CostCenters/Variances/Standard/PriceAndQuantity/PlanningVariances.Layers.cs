using CostCenters.Cubes;
using CostCenters.Explanations;
using CostCenters.Structure;
using CostCenters.Variances.Layers;

namespace CostCenters.Variances.Standard.PriceAndQuantity;

public static partial class PlanningVariances
{
    /// <summary>Splits the variance of one input by layers: the budget as it was set, and as it should have been.
    /// </summary>
    /// <remarks>The tree is the one by figures; leaves name the cells that their actuals add up.</remarks>
    /// <param name="scope">What is compared with the budget as it was set, and where.</param>
    /// <param name="revised">The budget as it should have been, for the same planned output.</param>
    /// <param name="output">The output that both budgets go with, which a variable input is in proportion to; null
    /// where they already are for the actual output.</param>
    /// <param name="input">The element of the input, with a unit.</param>
    /// <param name="approach">Which of the two accepted ways.</param>
    /// <exception cref="ArgumentNullException"><paramref name="scope"/> or <paramref name="revised"/> is null.
    /// </exception>
    /// <exception cref="ArgumentException">The input is not variable though there is an output, a cell lacks its
    /// quantity, a budget has no price, or an output is missing or planned as 0.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="approach"/> is none.</exception>
    /// <exception cref="CubeSpaceMismatchException">Neither space of the cubes extends the other.</exception>
    /// <exception cref="KeyNotFoundException">There is no such element.</exception>
    public static VarianceNode Analyze(
        VarianceScope scope, Cube revised, ActivityFigures? output, ElementCode input, PlanningApproach approach)
    {
        ScopedElement original = VarianceScope.Require(scope).Element(input, output);
        ScopedElement better = scope.Against(revised).Element(input, output);
        return new InputCells().With(original.Cells, "actual cost", "actual quantity").In(Analyze(
            original.StandardInput, better.StandardInput, original.ActualInput, approach, original.Units));
    }
}
