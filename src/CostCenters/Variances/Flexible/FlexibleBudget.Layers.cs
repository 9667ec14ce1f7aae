using System.Collections.Immutable;
using CostCenters.CostBehavior;
using CostCenters.Cubes;
using CostCenters.Structure;
using CostCenters.Variances.Layers;

namespace CostCenters.Variances.Flexible;

public sealed partial class FlexibleBudget
{
    /// <summary>The flexible budget of layers: a line for each element, named by its code.</summary>
    /// <remarks>The trees are those by figures; the leaves that compare with actuals name their cells. Elements are
    /// flexed as in <see cref="ElementVariances"/>, period by period.</remarks>
    /// <param name="scope">What is compared, and where.</param>
    /// <param name="activity">What the variable amounts move with.</param>
    /// <param name="elements">The elements, in the order of the lines; each has a behavior.</param>
    /// <param name="functions">The cost functions of mixed elements; others need none.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">There is no element, one has no behavior or is mixed without a cost
    /// function, or an activity is missing, or planned as 0 where a variable element has a budget.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A cost function refuses an activity.</exception>
    /// <exception cref="KeyNotFoundException">There is no such element.</exception>
    public static FlexibleBudget FromLayers(
        VarianceScope scope,
        ActivityFigures activity,
        IEnumerable<ElementCode> elements,
        IReadOnlyDictionary<ElementCode, CostFunction> functions)
    {
        ArgumentNullException.ThrowIfNull(activity);
        ArgumentNullException.ThrowIfNull(elements);
        ArgumentNullException.ThrowIfNull(functions);
        ActivityByPeriod moved = VarianceScope.Require(scope).PeriodsOf(activity)!;
        var lines = new List<FlexibleBudgetLine>();
        var cells = ImmutableDictionary.CreateBuilder<string, ImmutableArray<CellAddress>>(StringComparer.Ordinal);
        foreach (CostElement element in elements.Distinct().Select(code => scope.Comparison.Space.Elements[code]))
        {
            CostFunction? function = ElementFlex.FunctionOf(element, functions);
            ElementPeriod[] periods = ElementPeriod.All(scope.Comparison, element, scope.Centers);
            var flex = new ElementFlex(element, function, moved, periods);
            lines.Add(new FlexibleBudgetLine(
                element.Code.Value,
                element.Nature,
                Monetary.Fraction.Sum(periods.Select(period => period.Budget)),
                flex.Budget,
                Monetary.Fraction.Sum(periods.Select(period => period.Actual)),
                new ActivityChange(
                    ExactNumber.Of(flex.Planned, "activity"), ExactNumber.Of(flex.Actual, "activity"), flex.Unit)));
            cells.Add(element.Code.Value, [.. periods.SelectMany(period => period.Cells)]);
        }

        return new FlexibleBudget(scope.Currency, lines, cells.ToImmutable());
    }
}
