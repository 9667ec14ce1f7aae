using System.Collections.Immutable;
using CostCenters.Explanations;
using CostCenters.Monetary;

namespace CostCenters.Forecasts;

/// <summary>A project at a moment: what it was to cost, what is done of it, and what that cost.</summary>
/// <remarks>
/// <para>Amounts are in one currency. Cost and schedule variance are favorable when positive, as is the custom of
/// earned value; <see cref="AtCompletion"/> gives a tree with actual - budget in the basis of cost. Ratios are
/// fractions, unrounded: an estimate is never computed from a rounded performance. What is over zero, or over nothing,
/// is null.</para>
/// <para>Source: the earned value method of project control (PV, EV, AC, BAC).</para>
/// </remarks>
public sealed partial record EarnedValue
{
    /// <summary>The key of the at completion node.</summary>
    public const string AtCompletionKey = "at-completion";

    /// <summary>The key of the to date node.</summary>
    public const string ToDateKey = "to-date";

    /// <summary>The key of the to come node.</summary>
    public const string ToComeKey = "to-come";

    private readonly Fraction budget;
    private readonly Fraction earned;
    private readonly Fraction spent;
    private readonly Fraction? planned;

    /// <summary>Creates the status of a project.</summary>
    /// <param name="budgetAtCompletion">BAC: the budget of the whole work, not negative.</param>
    /// <param name="earned">EV: the budget of the work that is done, not negative.</param>
    /// <param name="actualCost">AC: what the work that is done cost, not negative.</param>
    /// <param name="planned">PV: the budget of the work that was to be done by now, not negative; null when there is no
    /// schedule.</param>
    /// <exception cref="ArgumentOutOfRangeException">An amount is negative or beyond its range.</exception>
    public EarnedValue(decimal budgetAtCompletion, decimal earned, decimal actualCost, decimal? planned)
    {
        budget = Require(budgetAtCompletion, nameof(budgetAtCompletion));
        this.earned = Require(earned, nameof(earned));
        spent = Require(actualCost, nameof(actualCost));
        this.planned = planned is decimal value ? Require(value, nameof(planned)) : null;
    }

    private EarnedValue(Fraction budget, Fraction earned, Fraction spent, Fraction? planned)
    {
        this.budget = budget;
        this.earned = earned;
        this.spent = spent;
        this.planned = planned;
    }

    /// <summary>BAC: the budget of the whole work.</summary>
    public Fraction BudgetAtCompletion => budget;

    /// <summary>EV: the budget of the work that is done.</summary>
    public Fraction Earned => earned;

    /// <summary>AC: what the work that is done cost.</summary>
    public Fraction ActualCost => spent;

    /// <summary>PV: the budget of the work that was to be done by now; null without a schedule.</summary>
    public Fraction? Planned => planned;

    /// <summary>What does not fit together: more is earned or planned than the budget at completion holds, because the
    /// work has grown and its budget has not. All figures follow their formulas; the work that is left may be negative.
    /// </summary>
    public ImmutableArray<EarnedValueFinding> Findings =>
    [
        .. earned > budget ? [EarnedValueFinding.EarnedAboveBudget] : Array.Empty<EarnedValueFinding>(),
        .. planned > budget ? [EarnedValueFinding.PlannedAboveBudget] : Array.Empty<EarnedValueFinding>(),
    ];

    /// <summary>CV = EV - AC: favorable when positive.</summary>
    public Fraction CostVariance => earned - spent;

    /// <summary>SV = EV - PV: favorable when positive; null without a schedule.</summary>
    public Fraction? ScheduleVariance => earned - planned;

    /// <summary>CPI = EV / AC; null before anything is spent.</summary>
    public Fraction? CostPerformance => Ratio(earned, spent);

    /// <summary>SPI = EV / PV; null without a schedule, or before anything was to be done.</summary>
    public Fraction? SchedulePerformance => planned is Fraction value ? Ratio(earned, value) : null;

    /// <summary>EV / BAC: the part of the work that is done; null when the budget is 0.</summary>
    public Fraction? Progress => Ratio(earned, budget);

    /// <summary>
    /// TCPI to the budget = (BAC - EV) / (BAC - AC): the cost performance that the rest needs to end within budget.
    /// Negative when more is spent than budgeted, because then no performance does; null when exactly the budget is.
    /// </summary>
    public Fraction? ToCompleteWithinBudget => ToComplete(budget);

    /// <summary>A project whose progress is told in shares of the work.</summary>
    /// <param name="budgetAtCompletion">BAC: the budget of the whole work, not negative.</param>
    /// <param name="progress">The part that is done: 1 is all of it, more where the work has grown.</param>
    /// <param name="actualCost">AC: what the work that is done cost, not negative.</param>
    /// <param name="plannedProgress">The part that was to be done by now; null without a schedule.</param>
    /// <exception cref="ArgumentOutOfRangeException">An amount or a part is negative or beyond its range.</exception>
    public static EarnedValue OfProgress(
        decimal budgetAtCompletion, decimal progress, decimal actualCost, decimal? plannedProgress)
    {
        Fraction budget = Require(budgetAtCompletion, nameof(budgetAtCompletion));
        return new EarnedValue(
            budget,
            budget * Require(progress, nameof(progress)),
            Require(actualCost, nameof(actualCost)),
            plannedProgress is decimal planned ? budget * Require(planned, nameof(plannedProgress)) : null);
    }

    /// <summary>EAC: what the whole work will have cost.</summary>
    /// <param name="method">How the work that is left is seen.</param>
    /// <returns>Null when a performance that the method needs is 0 or null.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="method"/> is none.</exception>
    public Fraction? EstimateAtCompletion(EstimateMethod method) => spent + EstimateToComplete(method);

    /// <summary>ETC = EAC - AC: what the work that is left will cost.</summary>
    /// <param name="method">How it is seen.</param>
    /// <returns>Null when a performance that the method needs is 0 or null.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="method"/> is none.</exception>
    public Fraction? EstimateToComplete(EstimateMethod method)
    {
        Fraction? performance = method switch
        {
            EstimateMethod.Typical => CostPerformance,
            EstimateMethod.Atypical => Fraction.One,
            EstimateMethod.CostAndSchedule => CostPerformance * SchedulePerformance,
            _ => throw new ArgumentOutOfRangeException(nameof(method), method, "There is no such method."),
        };
        return performance is Fraction value ? Ratio(budget - earned, value) : null;
    }

    /// <summary>VAC = BAC - EAC: favorable when positive.</summary>
    /// <param name="method">How the work that is left is seen.</param>
    /// <returns>Null when there is no estimate at completion.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="method"/> is none.</exception>
    public Fraction? VarianceAtCompletion(EstimateMethod method) => budget - EstimateAtCompletion(method);

    /// <summary>
    /// TCPI to the estimate = (BAC - EV) / (EAC - AC): the cost performance that the rest needs to end at the estimate.
    /// </summary>
    /// <param name="method">The method of the estimate.</param>
    /// <returns>Null when there is no estimate at completion, or it is what is spent.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="method"/> is none.</exception>
    public Fraction? ToCompleteWithinEstimate(EstimateMethod method) =>
        EstimateAtCompletion(method) is Fraction estimate ? ToComplete(estimate) : null;

    /// <summary>
    /// The tree of estimate - budget at completion, on the basis of cost: <c>at completion</c> = <c>to date</c>
    /// (AC - EV) + <c>to come</c> (ETC - (BAC - EV)).
    /// </summary>
    /// <param name="method">How the work that is left is seen.</param>
    /// <param name="currency">The currency of the amounts.</param>
    /// <returns>Null when there is no estimate at completion.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="currency"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="method"/> is none.</exception>
    public VarianceNode? AtCompletion(EstimateMethod method, Currency currency)
    {
        ArgumentNullException.ThrowIfNull(currency);
        if (EstimateToComplete(method) is not Fraction rest)
        {
            return null;
        }

        return VarianceNode.Whole(
            AtCompletionKey,
            "at completion",
            spent + rest - budget,
            "estimate at completion - budget at completion",
            [Amount("estimate at completion", spent + rest), Amount("budget at completion", budget)],
            [
                VarianceNode.Leaf(
                    ToDateKey,
                    "to date",
                    VarianceBasis.Cost,
                    spent - earned,
                    "actual cost - earned value",
                    [Amount("actual cost", spent), Amount("earned value", earned)]),
                VarianceNode.Leaf(
                    ToComeKey,
                    "to come",
                    VarianceBasis.Cost,
                    rest - (budget - earned),
                    "estimate to complete - budget of the work left",
                    [Amount("estimate to complete", rest), Amount("budget of the work left", budget - earned)]),
            ]);

        VarianceInput Amount(string name, Fraction value) => new(name, value, InputUnit.Of(currency));
    }

    private static Fraction Require(decimal amount, string name)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(amount, name);
        return InputRange.Amount(amount, name);
    }

    private static Fraction? Ratio(Fraction part, Fraction whole) => whole.IsZero ? null : part / whole;

    private Fraction? ToComplete(Fraction limit) => Ratio(budget - earned, limit - spent);
}
