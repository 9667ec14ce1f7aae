using CostCenters.Explanations;
using CostCenters.Monetary;
using CostCenters.Structure;
using CostCenters.Variances.Layers;

namespace CostCenters.Variances.Standard.Overhead;

public static partial class OverheadVariances
{
    /// <summary>Splits the variance of overhead by layers and hours.</summary>
    /// <remarks>The tree is the one by figures; leaves name the cells that their actuals add up. Variable rate = budget
    /// allowed ÷ hours allowed for the actual output, fixed rate = budget ÷ planned hours.</remarks>
    /// <param name="scope">What is compared, and where.</param>
    /// <param name="output">The output that the budget goes with; null where the budget already is for the actual
    /// output.</param>
    /// <param name="variableOverhead">The elements of variable overhead.</param>
    /// <param name="fixedOverhead">The elements of fixed overhead.</param>
    /// <param name="hours">The hours (or units of another base), planned and worked.</param>
    /// <param name="set">Which set.</param>
    /// <exception cref="ArgumentNullException">An argument other than <paramref name="output"/> is null.</exception>
    /// <exception cref="ArgumentException">There is no element of a kind, one is of another behavior though there is an
    /// output, no hours are planned or allowed, or an activity is missing or an output planned as 0.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="set"/> is no set.</exception>
    /// <exception cref="KeyNotFoundException">There is no such element.</exception>
    public static VarianceNode Analyze(
        VarianceScope scope,
        ActivityFigures? output,
        IEnumerable<ElementCode> variableOverhead,
        IEnumerable<ElementCode> fixedOverhead,
        ActivityFigures hours,
        OverheadSet set)
    {
        ScopedElements variable = VarianceScope.Require(scope).Elements(variableOverhead, output);
        ScopedElements constant = scope.Elements(fixedOverhead, output);
        ScopedHours worked = scope.Hours(hours, output);
        Fraction rate = PricedQuantity.Costing(
            worked.Standard, Fraction.Sum(variable.Items.Select(item => item.RequireVariable().Allowed)))
            .RequirePrice(nameof(hours));
        return new InputCells()
            .With(variable.Cells, "actual variable overhead")
            .With(constant.Cells, "actual fixed overhead")
            .With([.. variable.Cells, .. constant.Cells], "actual overhead")
            .In(Analyze(
                new OverheadStandard(rate, FixedOverheadVariances.BudgetOf(constant, worked)),
                worked.Overhead,
                new ActualOverhead(variable.Actual, constant.Actual, variable.Actual + constant.Actual),
                set,
                worked.Units));
    }
}
