using CostCenters.CostBehavior;
using CostCenters.Monetary;
using CostCenters.Structure;

namespace CostCenters.Variances.Flexible;

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
                Budget += period.Budget + function.CostAt(Number(actual)) - function.CostAt(Number(planned));
                continue;
            }

            Fraction factor = element.Behavior == ElementBehavior.Fixed ? Fraction.One
                : !planned.IsZero ? actual / planned
                : period.Budget.IsZero && period.BudgetQuantity is null or { IsZero: true } ? Fraction.Zero
                : throw new ArgumentException(
                    $"The planned activity of '{element.Code}' is 0 in {period.Period}, so nothing can be in "
                        + "proportion to it.");
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

    private static decimal Number(Fraction activity)
    {
        decimal number = activity.RoundTo(MoneyRange.MaxDecimals, MidpointRounding.ToZero);
        return Fraction.Of(number) == activity
            ? number
            : throw new ArgumentException(
                $"An activity of {activity} is no decimal number, which a cost function takes.");
    }
}
