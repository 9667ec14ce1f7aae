using CostCenters.CostBehavior;
using CostCenters.Monetary;
using CostCenters.Structure;

namespace CostCenters.Variances.Flexible;

/// <summary>A cost or revenue as budgeted for the planned activity, as budgeted for the actual one, and as it came.
/// </summary>
public sealed record FlexibleBudgetLine
{
    internal FlexibleBudgetLine(
        string name,
        ElementNature nature,
        Fraction staticBudget,
        Fraction flexibleBudget,
        Fraction actual,
        ActivityChange? activity)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        if (!Enum.IsDefined(nature))
        {
            throw new ArgumentOutOfRangeException(nameof(nature), nature, "There is no such nature.");
        }

        Name = name;
        Nature = nature;
        StaticBudget = staticBudget;
        FlexibleBudget = flexibleBudget;
        Actual = actual;
        Activity = activity;
    }

    /// <summary>The name of the line.</summary>
    public string Name { get; }

    /// <summary>Whether it is a cost or a revenue.</summary>
    public ElementNature Nature { get; }

    /// <summary>The budget at the planned activity.</summary>
    public Fraction StaticBudget { get; }

    /// <summary>The budget at the actual activity: for a cost, the target cost.</summary>
    public Fraction FlexibleBudget { get; }

    /// <summary>What there was.</summary>
    public Fraction Actual { get; }

    /// <summary>The activity that the budget was flexed by, or null when the budgets were given as amounts.</summary>
    public ActivityChange? Activity { get; }

    /// <summary>A line whose budgets come from its behavior.</summary>
    /// <param name="name">The name, unique in its budget.</param>
    /// <param name="nature">Whether it is a cost or a revenue.</param>
    /// <param name="behavior">The budgeted amount of any activity.</param>
    /// <param name="activity">The activity that it depends on, planned and actual.</param>
    /// <param name="actual">The actual amount, with natural sign.</param>
    /// <exception cref="ArgumentException"><paramref name="name"/> is null or blank.</exception>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="nature"/> is none, <paramref name="behavior"/>
    /// refuses an activity, or <paramref name="actual"/> is beyond its range.</exception>
    public static FlexibleBudgetLine Flexed(
        string name, ElementNature nature, CostFunction behavior, ActivityChange activity, decimal actual)
    {
        ArgumentNullException.ThrowIfNull(behavior);
        ArgumentNullException.ThrowIfNull(activity);
        return new FlexibleBudgetLine(
            name,
            nature,
            behavior.CostAt(activity.Planned),
            behavior.CostAt(activity.Actual),
            InputRange.Amount(actual),
            activity);
    }

    /// <summary>A line whose budgets are known as amounts.</summary>
    /// <param name="name">The name, unique in its budget.</param>
    /// <param name="nature">Whether it is a cost or a revenue.</param>
    /// <param name="staticBudget">The budget at the planned activity, with natural sign.</param>
    /// <param name="flexibleBudget">The budget at the actual activity, with natural sign.</param>
    /// <param name="actual">The actual amount, with natural sign.</param>
    /// <exception cref="ArgumentException"><paramref name="name"/> is null or blank.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="nature"/> is none, or an amount is beyond its
    /// range.</exception>
    public static FlexibleBudgetLine Given(
        string name, ElementNature nature, decimal staticBudget, decimal flexibleBudget, decimal actual) =>
        new(
            name,
            nature,
            InputRange.Amount(staticBudget),
            InputRange.Amount(flexibleBudget),
            InputRange.Amount(actual),
            activity: null);
}
