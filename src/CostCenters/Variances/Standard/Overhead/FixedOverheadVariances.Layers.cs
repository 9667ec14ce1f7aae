using CostCenters.Explanations;
using CostCenters.Structure;
using CostCenters.Variances.Layers;

namespace CostCenters.Variances.Standard.Overhead;

public static partial class FixedOverheadVariances
{
    /// <summary>Splits the variance of fixed overhead by layers and hours: rate = budget ÷ planned hours.</summary>
    /// <remarks>The tree is the one by figures; leaves name the cells that their actuals add up.</remarks>
    /// <param name="scope">What is compared, and where.</param>
    /// <param name="output">The output that the hours go with; null where the planned hours already are those allowed
    /// for the actual output.</param>
    /// <param name="overhead">The elements of fixed overhead.</param>
    /// <param name="hours">The hours (or units of another base), planned and worked.</param>
    /// <param name="split">Whether the volume is split.</param>
    /// <exception cref="ArgumentNullException">An argument other than <paramref name="output"/> is null.</exception>
    /// <exception cref="ArgumentException">There is no element, one is not fixed though there is an output, no hours
    /// are planned, or an activity is missing or an output planned as 0.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="split"/> is no split.</exception>
    /// <exception cref="KeyNotFoundException">There is no such element.</exception>
    public static VarianceNode Analyze(
        VarianceScope scope,
        ActivityFigures? output,
        IEnumerable<ElementCode> overhead,
        ActivityFigures hours,
        FixedVolumeSplit split)
    {
        ScopedElements elements = VarianceScope.Require(scope).Elements(overhead, output);
        ScopedHours worked = scope.Hours(hours, output);
        return new InputCells().With(elements.Cells, "actual fixed overhead").In(
            Split(BudgetOf(elements, worked), worked.Overhead, elements.Actual, split, worked.Units));
    }

    /// <summary>The volume variance alone, by layers and hours: it reads the budget and no actual cost, so no leaf has
    /// cells.</summary>
    /// <param name="scope">What is compared, and where.</param>
    /// <param name="output">The output that the hours go with; null where the planned hours already are those allowed
    /// for the actual output.</param>
    /// <param name="overhead">The elements of fixed overhead.</param>
    /// <param name="hours">The hours (or units of another base), planned and worked.</param>
    /// <param name="split">Whether the volume is split.</param>
    /// <exception cref="ArgumentNullException">An argument other than <paramref name="output"/> is null.</exception>
    /// <exception cref="ArgumentException">There is no element, one is not fixed though there is an output, no hours
    /// are planned, or an activity is missing or an output planned as 0.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="split"/> is no split.</exception>
    /// <exception cref="KeyNotFoundException">There is no such element.</exception>
    public static VarianceNode AnalyzeVolume(
        VarianceScope scope,
        ActivityFigures? output,
        IEnumerable<ElementCode> overhead,
        ActivityFigures hours,
        FixedVolumeSplit split)
    {
        ScopedElements elements = VarianceScope.Require(scope).Elements(overhead, output);
        ScopedHours worked = scope.Hours(hours, output);
        return AnalyzeVolume(BudgetOf(elements, worked), worked.Overhead, split, worked.Units);
    }

    internal static FixedOverheadBudget BudgetOf(ScopedElements elements, ScopedHours hours)
    {
        foreach (ScopedElement element in elements.Items)
        {
            _ = element.RequireBehavior(ElementBehavior.Fixed);
        }

        return hours.Planned.IsZero
            ? throw new ArgumentException("No hours are planned, so fixed overhead has no rate.", nameof(hours))
            : new FixedOverheadBudget(elements.Budget, elements.Budget / hours.Planned);
    }
}
