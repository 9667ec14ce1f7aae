using CostCenters.Explanations;
using CostCenters.Monetary;
using CostCenters.Structure;
using CostCenters.Variances.Layers;
using CostCenters.Variances.Standard;

namespace CostCenters.Variances.CostCenterCategories;

public static partial class CostCenterVariances
{
    /// <summary>The input side by layers: actual cost - target cost; the inputs are named by the codes of their
    /// elements.</summary>
    /// <remarks>The tree is the one by figures; leaves name the cells that their actuals add up. An element without a
    /// cell in the budget was not planned, one without a cell in the actuals was not used.</remarks>
    /// <param name="scope">What is compared, and where.</param>
    /// <param name="activity">The activity that targets go with; null where the budget already is the target.</param>
    /// <param name="costs">The elements of the inputs; where there is an activity, each is fixed or variable.</param>
    /// <param name="categories">The categories to tell apart.</param>
    /// <exception cref="ArgumentNullException"><paramref name="scope"/> or <paramref name="costs"/> is null.
    /// </exception>
    /// <exception cref="ArgumentException">There is no element with a cell, one is neither fixed nor variable though
    /// there is an activity, or an activity is missing or planned as 0.</exception>
    /// <exception cref="KeyNotFoundException">There is no such element.</exception>
    public static VarianceNode AnalyzeInputs(
        VarianceScope scope, ActivityFigures? activity, IEnumerable<ElementCode> costs, VarianceCategories categories)
    {
        ScopedElements elements = VarianceScope.Require(scope).Elements(costs, activity);
        return CellsOf(elements).In(AnalyzeInputs(scope.Currency, InputsOf(elements), categories));
    }

    /// <summary>The output side by layers: target cost - actual credit.</summary>
    /// <remarks>The tree is the one by figures; leaves name the cells of the credit. The plan price is budget ÷ planned
    /// activity, the allocation price credit ÷ allocated activity.</remarks>
    /// <param name="scope">What is compared, and where.</param>
    /// <param name="activity">The activity, planned and performed.</param>
    /// <param name="costs">The elements of its cost; each is fixed or variable.</param>
    /// <param name="allocated">The activity credited to the center; its planned values are not read.</param>
    /// <param name="credit">The element of the credit, whose amounts are negative.</param>
    /// <param name="categories">The categories to tell apart.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">There is no element, one is neither fixed nor variable, an activity is
    /// missing or planned as 0, or there is a credit without allocated activity.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A figure is beyond its range.</exception>
    /// <exception cref="KeyNotFoundException">There is no such element.</exception>
    public static VarianceNode AnalyzeOutput(
        VarianceScope scope,
        ActivityFigures activity,
        IEnumerable<ElementCode> costs,
        ActivityFigures allocated,
        ElementCode credit,
        VarianceCategories categories)
    {
        ArgumentNullException.ThrowIfNull(activity);
        var done = new ScopedActivity(VarianceScope.Require(scope), activity, costs);
        ScopedElement credited = scope.Element(credit, null);
        return WithCredit(new InputCells(), credited).In(
            AnalyzeOutput(scope.Currency, OutputOf(scope, done, allocated, credited), categories));
    }

    /// <summary>Both sides of a center by layers: actual cost - actual credit.</summary>
    /// <remarks>The tree is the one by figures; leaves name the cells that their actuals add up.</remarks>
    /// <param name="scope">What is compared, and where.</param>
    /// <param name="activity">The activity, planned and performed.</param>
    /// <param name="costs">The elements of its cost; each is fixed or variable.</param>
    /// <param name="allocated">The activity credited to the center; its planned values are not read.</param>
    /// <param name="credit">The element of the credit, whose amounts are negative.</param>
    /// <param name="categories">The categories to tell apart.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">There is no element with a cell, one is neither fixed nor variable, an
    /// activity is missing or planned as 0, or there is a credit without allocated activity.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A figure is beyond its range.</exception>
    /// <exception cref="KeyNotFoundException">There is no such element.</exception>
    public static VarianceNode AnalyzeCenter(
        VarianceScope scope,
        ActivityFigures activity,
        IEnumerable<ElementCode> costs,
        ActivityFigures allocated,
        ElementCode credit,
        VarianceCategories categories)
    {
        ArgumentNullException.ThrowIfNull(activity);
        var done = new ScopedActivity(VarianceScope.Require(scope), activity, costs);
        ScopedElement credited = scope.Element(credit, null);
        return WithCredit(CellsOf(done.Costs), credited).In(AnalyzeCenter(
            scope.Currency, InputsOf(done.Costs), OutputOf(scope, done, allocated, credited), categories));
    }

    private static IEnumerable<CenterInput> InputsOf(ScopedElements elements) =>
        elements.Items.Where(item => item.IsBudgeted || item.IsActual).Select(InputOf);

    private static CenterInput InputOf(ScopedElement element)
    {
        ScopedElement item = element.RequirePlain();
        Fraction? target = item.IsBudgeted ? item.Allowed : null;
        Fraction? actual = item.IsActual ? item.Actual : null;
        return item is { IsBudgeted: true, IsActual: true, ActualQuantity: Fraction used }
            && item.AllowedQuantity is { IsZero: false } allowed
            ? new CenterInput(
                item.Code.Value, item.Unit, item.Allowed / allowed, (allowed, target), (used, actual))
            : new CenterInput(item.Code.Value, null, Fraction.Zero, (null, target), (null, actual));
    }

    private static ActivityOutput OutputOf(
        VarianceScope scope, ScopedActivity done, ActivityFigures allocated, ScopedElement credit)
    {
        Fraction quantity = scope.Hours(allocated, null).Actual;
        if (quantity.IsZero && !credit.Actual.IsZero)
        {
            throw new ArgumentException($"'{credit.Code}' has a credit, but no activity is allocated.");
        }

        return new ActivityOutput(
            done.Unit,
            done.Plan,
            done.Performed,
            ExactNumber.Of(quantity, "allocated activity"),
            quantity.IsZero ? null : -credit.Actual / quantity);
    }

    private static InputCells WithCredit(InputCells cells, ScopedElement credit) =>
        cells.With(credit.Cells, "allocation price");

    private static InputCells CellsOf(ScopedElements elements)
    {
        var cells = new InputCells();
        foreach (ScopedElement item in elements.Items)
        {
            _ = cells.Of(item.Code.Value, item.Cells, "actual cost", "actual quantity");
        }

        return cells;
    }
}
