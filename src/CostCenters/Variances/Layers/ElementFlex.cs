using CostCenters.CostBehavior;
using CostCenters.Monetary;
using CostCenters.Structure;

namespace CostCenters.Variances.Layers;

/// <summary>The budget of an element at the actual activity: the sum of its periods.</summary>
internal sealed class ElementFlex
{
    public ElementFlex(
        CostElement element, CostFunction? function, ActivityByPeriod activity, IEnumerable<ElementPeriod> periods)
    {
        Unit = activity.Unit;
        Quantity = function is null ? Fraction.Zero : null;
        foreach (ElementPeriod period in periods)
        {
            if (activity[period.Index] is not var (planned, actual))
            {
                Budget += period.Budget;
                Quantity += period.BudgetQuantity;
                continue;
            }

            Planned += planned;
            Actual += actual;
            if (function is not null)
            {
                Budget += period.Budget + function.CostAt(ExactNumber.Of(actual, "activity"))
                    - function.CostAt(ExactNumber.Of(planned, "activity"));
                continue;
            }

            Fraction factor = element.Behavior == ElementBehavior.Fixed ? Fraction.One
                : ActivityByPeriod.FactorOf(planned, actual, period.IsEmptyBudget, element.Code.Value, period.Period);
            Budget += period.Budget * factor;
            Quantity = Quantity is Fraction sum && period.BudgetQuantity is Fraction quantity
                ? sum + (quantity * factor)
                : null;
        }
    }

    /// <summary>The flexible budget.</summary>
    public Fraction Budget { get; }

    /// <summary>The quantity that it allows; null where the budget has none, and for a mixed element.</summary>
    public Fraction? Quantity { get; }

    /// <summary>The planned activity.</summary>
    public Fraction Planned { get; }

    /// <summary>The actual activity.</summary>
    public Fraction Actual { get; }

    /// <summary>The unit of the activity.</summary>
    public string Unit { get; }

    /// <summary>The cost function of a mixed element, and null of a fixed or variable one.</summary>
    public static CostFunction? FunctionOf(
        CostElement element, IReadOnlyDictionary<ElementCode, CostFunction> functions) =>
        element.Behavior switch
        {
            ElementBehavior.Fixed or ElementBehavior.Variable => null,
            ElementBehavior.Mixed when functions.TryGetValue(element.Code, out CostFunction? function) => function,
            ElementBehavior.Mixed => throw new ArgumentException(
                $"'{element.Code}' is mixed: give its cost function, which tells its fixed and its variable part."),
            _ => throw new ArgumentException(
                $"'{element.Code}' has no behavior: say whether it is fixed, variable or mixed."),
        };
}
