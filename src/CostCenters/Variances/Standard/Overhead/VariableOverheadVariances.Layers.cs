using CostCenters.Explanations;
using CostCenters.Monetary;
using CostCenters.Structure;
using CostCenters.Variances.Layers;

namespace CostCenters.Variances.Standard.Overhead;

public static partial class VariableOverheadVariances
{
    /// <summary>Splits the variance of variable overhead by layers and hours.</summary>
    /// <remarks>The tree is the one by figures; leaves name the cells that their actuals add up.</remarks>
    /// <param name="scope">What is compared, and where.</param>
    /// <param name="output">The output that the budget goes with; null where the budget already is for the actual
    /// output.</param>
    /// <param name="overhead">The elements of variable overhead.</param>
    /// <param name="hours">The hours (or units of another base), planned and worked.</param>
    /// <exception cref="ArgumentNullException">An argument other than <paramref name="output"/> is null.</exception>
    /// <exception cref="ArgumentException">There is no element, one is not variable though there is an output, no hours
    /// are allowed, or an activity is missing or an output planned as 0.</exception>
    /// <exception cref="ArgumentOutOfRangeException">Hours are negative.</exception>
    /// <exception cref="KeyNotFoundException">There is no such element.</exception>
    public static VarianceNode Analyze(
        VarianceScope scope, ActivityFigures? output, IEnumerable<ElementCode> overhead, ActivityFigures hours)
    {
        ScopedElements elements = VarianceScope.Require(scope).Elements(overhead, output);
        ScopedHours worked = scope.Hours(hours, output);
        return new InputCells().With(elements.Cells, "actual cost", "actual rate").In(Analyze(
            PricedQuantity.Costing(
                worked.Standard, Fraction.Sum(elements.Items.Select(item => item.RequireVariable().Allowed))),
            PricedQuantity.Costing(worked.Actual, elements.Actual),
            worked.Units));
    }
}
