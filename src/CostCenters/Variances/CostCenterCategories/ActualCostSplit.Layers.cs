using CostCenters.Explanations;
using CostCenters.Structure;
using CostCenters.Variances.Layers;
using CostCenters.Variances.Standard;

namespace CostCenters.Variances.CostCenterCategories;

public static partial class ActualCostSplit
{
    /// <summary>Actual cost - target cost by activity type, with the cost by layers; the budget is not read.</summary>
    /// <remarks>The tree is the one by figures; every leaf is a share of the same cells, which it names.</remarks>
    /// <param name="scope">What is compared, and where.</param>
    /// <param name="name">The cost that is split, such as <c>supervision</c>; it names the root.</param>
    /// <param name="costs">The elements of the cost.</param>
    /// <param name="receivers">At least one activity type.</param>
    /// <param name="splitting">What the shares are in proportion to.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="name"/> is null or blank, there is no element or receiver,
    /// one is null, or all weigh 0.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The cost is beyond its range, or <paramref name="splitting"/> is
    /// not a splitting.</exception>
    /// <exception cref="KeyNotFoundException">There is no such element.</exception>
    public static VarianceNode Analyze(
        VarianceScope scope,
        string name,
        IEnumerable<ElementCode> costs,
        IEnumerable<SplitReceiver> receivers,
        CostSplitting splitting)
    {
        ScopedElements elements = VarianceScope.Require(scope).Elements(costs, null);
        return new InputCells().With(elements.Cells, "share of the actual cost").In(Analyze(
            scope.Currency, name, ExactNumber.Of(elements.Actual, "actual cost"), receivers, splitting));
    }
}
