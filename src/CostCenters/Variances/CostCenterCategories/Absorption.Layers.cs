using CostCenters.Structure;
using CostCenters.Variances.Layers;
using CostCenters.Variances.Standard;

namespace CostCenters.Variances.CostCenterCategories;

public sealed partial class Absorption
{
    /// <summary>Compares by layers what was credited with what occurred; the budget is not read.</summary>
    /// <remarks>The result is the one by figures; leaves name the cells that their actuals add up.</remarks>
    /// <param name="scope">What is compared, and where.</param>
    /// <param name="costs">The elements of the cost that occurred.</param>
    /// <param name="credits">The elements that were credited; a credit is negative.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">There is no element of a kind.</exception>
    /// <exception cref="KeyNotFoundException">There is no such element.</exception>
    public static Absorption FromAmounts(
        VarianceScope scope, IEnumerable<ElementCode> costs, IEnumerable<ElementCode> credits)
    {
        ScopedElements cost = VarianceScope.Require(scope).Elements(costs, null);
        ScopedElements credit = scope.Elements(credits, null);
        return FromAmounts(
            scope.Currency,
            ExactNumber.Of(-credit.Actual, "absorbed cost"),
            ExactNumber.Of(cost.Actual, "actual cost")).With(
                new InputCells().With(cost.Cells, "actual").With(credit.Cells, "absorbed"));
    }

    /// <summary>Absorbs by layers at the plan price of an activity: budget ÷ planned activity.</summary>
    /// <remarks>The result is the one by figures; leaves name the cells that their actuals add up.</remarks>
    /// <param name="scope">What is compared, and where.</param>
    /// <param name="activity">The base of absorption, such as hours, planned and actual.</param>
    /// <param name="costs">The elements of the cost; each is fixed or variable.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">There is no element, one is neither fixed nor variable, or an activity is
    /// missing or planned as 0.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A sum is beyond its range.</exception>
    /// <exception cref="KeyNotFoundException">There is no such element.</exception>
    public static Absorption FromPlan(VarianceScope scope, ActivityFigures activity, IEnumerable<ElementCode> costs)
    {
        ArgumentNullException.ThrowIfNull(activity);
        var done = new ScopedActivity(VarianceScope.Require(scope), activity, costs);
        return FromPlan(scope.Currency, done.Plan, done.Performed, done.ActualCost).With(
            new InputCells().With(done.Costs.Cells, "actual"));
    }

    private Absorption With(InputCells cells) => new(Absorbed, Actual, cells.In(Variance));
}
