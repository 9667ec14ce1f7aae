using System.Collections.Immutable;
using CostCenters.CostBehavior;
using CostCenters.Explanations;
using CostCenters.Reports;
using CostCenters.Structure;
using CostCenters.Variances.Layers;
using CostCenters.Variances.Standard;

namespace CostCenters.Variances.Flexible;

/// <summary>Why the amounts of a comparison differ, element by element: activity, price and quantity.</summary>
/// <remarks>
/// <para><c>static budget variance</c> = the sum of the elements; that of an element = <c>activity</c> (flexible -
/// static budget: another activity than planned) + <c>price</c> + <c>quantity</c>, both against the flexible budget.
/// Where the quantities of an element are not known on both sides, <c>flexible budget variance</c> stands in place of
/// price and quantity.</para>
/// <para>The flexible budget is computed period by period, whatever the detail, so that it is the same in all of them;
/// adjustment periods are not flexed. It follows <see cref="CostElement.Behavior"/>: that of a variable element is its
/// budget × actual / planned activity, that of a fixed element its budget, that of a mixed one its budget + what its
/// cost function gives for the actual activity - what it gives for the planned one. The flexible quantity of a variable
/// element is its budgeted quantity × actual / planned activity, that of a fixed element its budgeted quantity; a mixed
/// element has none.</para>
/// <para>Law: every node is the sum of its parts, and the root is actual - budget of the cells that it names. Leaves
/// that compare with actuals carry their cells. Nothing is rounded.</para>
/// <para>Quantity is also called efficiency or usage variance, the flexible budget variance spending or controllable
/// variance. Source: Horngren, Datar and Rajan, Cost Accounting, flexible budgets.</para>
/// </remarks>
public sealed class ElementVariances
{
    /// <summary>The key of the root: actual - static budget.</summary>
    public const string StaticBudgetKey = FlexibleBudget.StaticBudgetKey;

    /// <summary>The key of what activity did.</summary>
    public const string ActivityKey = FlexibleBudget.ActivityKey;

    /// <summary>The key of actual - flexible budget, where price and quantity cannot be told apart.</summary>
    public const string FlexibleBudgetKey = FlexibleBudget.FlexibleBudgetKey;

    /// <summary>The key of what prices did.</summary>
    public const string PriceKey = "price";

    /// <summary>The key of what quantities did.</summary>
    public const string QuantityKey = "quantity";

    /// <summary>The key of the product of both changes, where it is a part of its own.</summary>
    public const string JointKey = "joint";

    /// <summary>The kind of the keys of elements, see <see cref="VarianceKey.Of"/>.</summary>
    public const string ElementKind = "element";

    /// <summary>The kind of the keys of centers.</summary>
    public const string CenterKind = "center";

    /// <summary>The kind of the keys of periods.</summary>
    public const string PeriodKind = "period";

    private readonly Comparison comparison;
    private readonly ImmutableArray<CenterCode> centers;
    private readonly ReportDimensions detail;
    private readonly JointVariance joint;
    private readonly VarianceBasis basis;
    private readonly ActivityByPeriod? activity;
    private readonly IReadOnlyDictionary<ElementCode, CostFunction> functions;

    private ElementVariances(
        Comparison comparison,
        ImmutableArray<CenterCode> centers,
        ReportDimensions detail,
        JointVariance joint,
        VarianceBasis basis,
        ActivityByPeriod? activity,
        IReadOnlyDictionary<ElementCode, CostFunction> functions)
    {
        this.comparison = comparison;
        this.centers = centers;
        this.detail = detail;
        this.joint = joint;
        this.basis = basis;
        this.activity = activity;
        this.functions = functions;
    }

    /// <summary>Splits the differences of elements into price and quantity; the budget is not flexed.</summary>
    /// <param name="comparison">What is compared.</param>
    /// <param name="centers">The centers whose own amounts count.</param>
    /// <param name="elements">The elements, in the order of the results.</param>
    /// <param name="detail">Below each element: <see cref="ReportDimensions.Center"/>,
    /// <see cref="ReportDimensions.Period"/>, both or none. Prices and quantities are those of the finest
    /// groups.</param>
    /// <param name="joint">Where the product of both changes goes.</param>
    /// <param name="basis">Cost for costs alone, or profit.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">There is no center or element, or the basis is cost and an element is one of
    /// revenue.</exception>
    /// <exception cref="ArgumentOutOfRangeException">Another argument is none of its values.</exception>
    /// <exception cref="KeyNotFoundException">There is no such center or element.</exception>
    public static VarianceNode Analyze(
        Comparison comparison,
        IEnumerable<CenterCode> centers,
        IEnumerable<ElementCode> elements,
        ReportDimensions detail,
        JointVariance joint,
        VarianceBasis basis) =>
        Analyze(
            comparison,
            centers,
            elements,
            detail,
            joint,
            basis,
            null,
            ImmutableDictionary<ElementCode, CostFunction>.Empty);

    /// <summary>Splits the differences of elements into activity, price and quantity.</summary>
    /// <param name="comparison">What is compared.</param>
    /// <param name="centers">The centers whose own amounts count.</param>
    /// <param name="elements">The elements, in the order of the results; each has a behavior.</param>
    /// <param name="detail">Below each element: <see cref="ReportDimensions.Center"/>,
    /// <see cref="ReportDimensions.Period"/>, both or none. Prices and quantities are those of the finest groups, and
    /// so is the activity of periods.</param>
    /// <param name="joint">Where the product of both changes goes.</param>
    /// <param name="basis">Cost for costs alone, or profit.</param>
    /// <param name="activity">What the variable amounts move with.</param>
    /// <param name="functions">The cost functions of mixed elements; others need none.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">There is no center or element, the basis is cost and an element is one of
    /// revenue, an element has no behavior, is mixed without a cost function, or is mixed where centers are told apart
    /// (its function is one for all of them), an activity is missing, the planned one of a period in which a variable
    /// element has a budget is 0, that of a mixed one is no decimal number, or activity and comparison have different
    /// fiscal calendars.</exception>
    /// <exception cref="ArgumentOutOfRangeException">Another argument is none of its values, or a cost function refuses
    /// an activity.</exception>
    /// <exception cref="KeyNotFoundException">There is no such center or element.</exception>
    public static VarianceNode Analyze(
        Comparison comparison,
        IEnumerable<CenterCode> centers,
        IEnumerable<ElementCode> elements,
        ReportDimensions detail,
        JointVariance joint,
        VarianceBasis basis,
        ActivityFigures? activity,
        IReadOnlyDictionary<ElementCode, CostFunction> functions)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        ArgumentNullException.ThrowIfNull(centers);
        ArgumentNullException.ThrowIfNull(elements);
        ArgumentNullException.ThrowIfNull(functions);
        if ((detail & ~(ReportDimensions.Center | ReportDimensions.Period)) != 0)
        {
            throw new ArgumentOutOfRangeException(
                nameof(detail), detail, "Center, Period, both or none were expected.");
        }

        Domain.RequireDefined(joint, nameof(joint));
        Domain.RequireDefined(basis, nameof(basis));
        ImmutableArray<CenterCode> scope =
            [.. centers.Distinct().Select(code => comparison.Space.Centers[code].Code)];
        CostElement[] chosen = [.. elements.Distinct().Select(code => comparison.Space.Elements[code])];
        if (scope.IsEmpty || chosen.Length == 0)
        {
            throw new ArgumentException("At least one center and one element were expected.", nameof(elements));
        }

        if (basis == VarianceBasis.Cost
            && chosen.FirstOrDefault(element => element.Nature == ElementNature.Revenue) is CostElement revenue)
        {
            throw new ArgumentException(
                $"'{revenue.Code}' is a revenue, which no sum of costs can hold.", nameof(basis));
        }

        var analysis = new ElementVariances(
            comparison,
            scope,
            detail,
            joint,
            basis,
            activity is null ? null : new ActivityByPeriod(comparison, activity),
            functions);
        return VarianceNode.Sum(
            StaticBudgetKey, "static budget variance", "sum of the elements", chosen.Select(analysis.ElementNode));
    }

    private VarianceNode ElementNode(CostElement element)
    {
        string key = VarianceKey.Of(ElementKind, element.Code.Value);
        string name = element.Name.Length > 0 ? element.Name : element.Code.Value;
        return detail.HasFlag(ReportDimensions.Center)
            ? VarianceNode.Sum(key, name, "sum of the centers", centers.Select(center =>
                Periods(VarianceKey.Of(CenterKind, center.Value), center.Value, element, [center])))
            : Periods(key, name, element, centers);
    }

    private VarianceNode Periods(string key, string name, CostElement element, ImmutableArray<CenterCode> group)
    {
        int count = comparison.Periods.Length;
        return detail.HasFlag(ReportDimensions.Period)
            ? VarianceNode.Sum(key, name, "sum of the periods", Enumerable.Range(0, count).Select(index =>
                GroupNode(
                    VarianceKey.Of(PeriodKind, comparison.Periods[index].ToString()),
                    comparison.Periods[index].ToString(),
                    element,
                    group,
                    index,
                    1)))
            : GroupNode(key, name, element, group, 0, count);
    }

    private VarianceNode GroupNode(
        string key, string name, CostElement element, ImmutableArray<CenterCode> group, int first, int count)
    {
        ElementPeriod[] periods =
        [
            .. Enumerable.Range(first, count).Select(index => new ElementPeriod(comparison, element, group, index)),
        ];
        var parts = new ElementParts(
            comparison.Space.Currency, element, periods, FlexOf(element, periods), joint, basis);
        return parts.Node(key, name);
    }

    private ElementFlex? FlexOf(CostElement element, ElementPeriod[] periods)
    {
        if (activity is null)
        {
            return null;
        }

        if (element.Behavior == ElementBehavior.Mixed
            && detail.HasFlag(ReportDimensions.Center) && centers.Length > 1)
        {
            throw new ArgumentException(
                $"'{element.Code}' is mixed: its cost function is one for all centers, so leave centers out of the "
                    + "detail.");
        }

        return new ElementFlex(element, ElementFlex.FunctionOf(element, functions), activity, periods);
    }
}
