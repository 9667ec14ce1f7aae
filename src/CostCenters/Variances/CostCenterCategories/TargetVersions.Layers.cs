using CostCenters.Cubes;
using CostCenters.Explanations;
using CostCenters.Structure;
using CostCenters.Variances.Layers;

namespace CostCenters.Variances.CostCenterCategories;

public static partial class TargetVersions
{
    /// <summary>Compares actual cost with both plans, by layers.</summary>
    /// <remarks>The tree is the one by figures; leaves name the cells that their actuals add up.</remarks>
    /// <param name="scope">What is compared with the plan of the standard price, and where.</param>
    /// <param name="revised">The plan as it stood when the work was done, for the same planned activity.</param>
    /// <param name="activity">The activity, planned and performed.</param>
    /// <param name="costs">The elements of the cost; each is fixed or variable.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">There is no element, one is neither fixed nor variable, or an activity is
    /// missing or planned as 0.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A sum is beyond its range.</exception>
    /// <exception cref="CubeSpaceMismatchException">Neither space of the cubes extends the other.</exception>
    /// <exception cref="KeyNotFoundException">There is no such element.</exception>
    public static VarianceNode Analyze(
        VarianceScope scope, Cube revised, ActivityFigures activity, IEnumerable<ElementCode> costs)
    {
        ArgumentNullException.ThrowIfNull(activity);
        ArgumentNullException.ThrowIfNull(costs);
        ElementCode[] elements = [.. costs];
        var standard = new ScopedActivity(VarianceScope.Require(scope), activity, elements);
        var later = new ScopedActivity(scope.Against(revised), activity, elements);
        return new InputCells().With(standard.Costs.Cells, "actual cost").In(
            Analyze(scope.Currency, standard.Plan, later.Plan, standard.Performed, standard.ActualCost));
    }
}
