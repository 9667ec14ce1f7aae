using System.Collections.Immutable;
using CostCenters.Cubes;
using CostCenters.Explanations;
using CostCenters.Monetary;
using CostCenters.Structure;
using CostCenters.Variances.Standard;

namespace CostCenters.Variances.Flexible;

/// <summary>The lines of a budget at planned and at actual activity beside the actuals: why they differ.</summary>
/// <remarks>
/// <para>Static-budget variance = actual - static budget = activity variance (flexible - static budget: another
/// activity than planned) + flexible-budget variance (actual - flexible budget: another cost or price than that
/// activity allows). The activity variance is also called volume variance or sales-volume variance, the flexible-budget
/// variance of a cost spending variance.</para>
/// <para>Trees name their nodes <c>static budget variance</c>, <c>activity</c>, <c>flexible budget variance</c> and the
/// lines. Nothing is rounded.</para>
/// <para>Source: OpenStax, Principles of Accounting Vol. 2, how budgets are used to evaluate goals.</para>
/// </remarks>
public sealed partial class FlexibleBudget
{
    /// <summary>The key of the whole: actual - static budget.</summary>
    public const string StaticBudgetKey = "static-budget";

    /// <summary>The key of what activity did: flexible - static budget.</summary>
    public const string ActivityKey = "activity";

    /// <summary>The key of what else happened: actual - flexible budget.</summary>
    public const string FlexibleBudgetKey = "flexible-budget";

    /// <summary>The kind of the keys of the lines, see <see cref="VarianceKey.Of"/>.</summary>
    public const string LineKind = "line";

    private const string Whole = "static budget variance";
    private const string Activity = "activity";
    private const string Flexible = "flexible budget variance";

    private readonly ImmutableDictionary<string, ImmutableArray<CellAddress>> cells;

    /// <summary>Creates a flexible budget.</summary>
    /// <param name="currency">The currency of all amounts.</param>
    /// <param name="lines">At least one, each name once; results keep the order.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">There is no line, one is null, or a name comes twice.</exception>
    public FlexibleBudget(Currency currency, IEnumerable<FlexibleBudgetLine> lines)
        : this(currency, lines, ImmutableDictionary<string, ImmutableArray<CellAddress>>.Empty)
    {
    }

    private FlexibleBudget(
        Currency currency,
        IEnumerable<FlexibleBudgetLine> lines,
        ImmutableDictionary<string, ImmutableArray<CellAddress>> cells)
    {
        ArgumentNullException.ThrowIfNull(currency);
        Currency = currency;
        Lines = [.. Domain.RequireItems(lines, line => line.Name)];
        this.cells = cells;
    }

    /// <summary>The currency of all amounts.</summary>
    public Currency Currency { get; }

    /// <summary>The lines.</summary>
    public ImmutableArray<FlexibleBudgetLine> Lines { get; }

    /// <summary>Revenue - cost of the static budget.</summary>
    public Fraction StaticProfit => Profit(line => line.StaticBudget);

    /// <summary>Revenue - cost of the flexible budget.</summary>
    public Fraction FlexibleProfit => Profit(line => line.FlexibleBudget);

    /// <summary>Revenue - cost as it came.</summary>
    public Fraction ActualProfit => Profit(line => line.Actual);

    /// <summary>The tree that splits the total by cause first: activity and flexible budget, each with its lines.
    /// </summary>
    /// <param name="basis">Cost for costs alone, or profit.</param>
    /// <exception cref="ArgumentException">The basis is cost, and a line is a revenue.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="basis"/> is none.</exception>
    public VarianceNode ByCause(VarianceBasis basis)
    {
        RequireBasis(basis);
        return VarianceNode.Sum(
            StaticBudgetKey,
            Whole,
            "activity + flexible budget",
            [
                VarianceNode.Sum(ActivityKey, Activity, "sum of the lines", Lines.Select(line =>
                    ActivityPart(KeyOf(line), line.Name, line, basis))),
                VarianceNode.Sum(FlexibleBudgetKey, Flexible, "sum of the lines", Lines.Select(line =>
                    FlexiblePart(KeyOf(line), line.Name, line, basis))),
            ]);
    }

    /// <summary>The tree that splits the total by line first, and each line into activity and flexible budget.
    /// </summary>
    /// <param name="basis">Cost for costs alone, or profit.</param>
    /// <exception cref="ArgumentException">The basis is cost, and a line is a revenue.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="basis"/> is none.</exception>
    public VarianceNode ByLine(VarianceBasis basis)
    {
        RequireBasis(basis);
        return VarianceNode.Sum(StaticBudgetKey, Whole, "sum of the lines", Lines.Select(line =>
        {
            bool adds = Adds(line, basis);
            return VarianceNode.Whole(
                KeyOf(line),
                line.Name,
                Difference(adds, line.Actual, line.StaticBudget),
                Formula(adds, "actual", "static budget"),
                [Amount("static budget", line.StaticBudget), Amount("actual", line.Actual)],
                [
                    ActivityPart(ActivityKey, Activity, line, basis),
                    FlexiblePart(FlexibleBudgetKey, Flexible, line, basis),
                ]);
        }));
    }

    private static string KeyOf(FlexibleBudgetLine line) => VarianceKey.Of(LineKind, line.Name);

    private static bool Adds(FlexibleBudgetLine line, VarianceBasis basis) =>
        basis == VarianceBasis.Cost || line.Nature == ElementNature.Revenue;

    private static Fraction Difference(bool adds, Fraction later, Fraction earlier) =>
        adds ? later - earlier : earlier - later;

    private static string Formula(bool adds, string later, string earlier) =>
        adds ? $"{later} - {earlier}" : $"{earlier} - {later}";

    private void RequireBasis(VarianceBasis basis)
    {
        if (!Enum.IsDefined(basis))
        {
            throw new ArgumentOutOfRangeException(nameof(basis), basis, "There is no such basis.");
        }

        if (basis == VarianceBasis.Cost && Lines.FirstOrDefault(line => line.Nature == ElementNature.Revenue)
            is FlexibleBudgetLine revenue)
        {
            throw new ArgumentException(
                $"'{revenue.Name}' is a revenue, which no sum of costs can hold.", nameof(basis));
        }
    }

    private VarianceNode ActivityPart(string key, string name, FlexibleBudgetLine line, VarianceBasis basis)
    {
        bool adds = Adds(line, basis);
        VarianceInput[] activity = line.Activity is null
            ? []
            : [
                new("planned activity", Fraction.Of(line.Activity.Planned), InputUnit.Of(line.Activity.Unit)),
                new("actual activity", Fraction.Of(line.Activity.Actual), InputUnit.Of(line.Activity.Unit)),
            ];
        return VarianceNode.Leaf(
            key,
            name,
            basis,
            Difference(adds, line.FlexibleBudget, line.StaticBudget),
            Formula(adds, "flexible budget", "static budget"),
            [
                .. activity,
                Amount("static budget", line.StaticBudget),
                Amount("flexible budget", line.FlexibleBudget),
            ]);
    }

    private VarianceNode FlexiblePart(string key, string name, FlexibleBudgetLine line, VarianceBasis basis)
    {
        bool adds = Adds(line, basis);
        return VarianceNode.Leaf(
            key,
            name,
            basis,
            Difference(adds, line.Actual, line.FlexibleBudget),
            Formula(adds, "actual", "flexible budget"),
            [Amount("flexible budget", line.FlexibleBudget), Amount("actual", line.Actual)],
            cells.GetValueOrDefault(line.Name, []));
    }

    private VarianceInput Amount(string name, Fraction amount) => new(name, amount, InputUnit.Of(Currency));

    private Fraction Profit(Func<FlexibleBudgetLine, Fraction> figure) => Fraction.Sum(
        Lines.Select(line => line.Nature == ElementNature.Revenue ? figure(line) : -figure(line)));
}
