using CostCenters.CostBehavior;
using CostCenters.Monetary;

namespace CostCenters.Variances.Flexible;

/// <summary>The budget of an element at the actual activity.</summary>
internal sealed record ElementFlex
{
    private ElementFlex(Fraction budget, Fraction? quantity, Fraction? planned, Fraction? actual, string unit)
    {
        Budget = budget;
        Quantity = quantity;
        Planned = planned;
        Actual = actual;
        Unit = unit;
    }

    /// <summary>The flexible budget.</summary>
    public Fraction Budget { get; }

    /// <summary>The quantity that it allows; null where the budget has none.</summary>
    public Fraction? Quantity { get; }

    /// <summary>The planned activity; null where the budget is not flexed.</summary>
    public Fraction? Planned { get; }

    /// <summary>The actual activity; null where the budget is not flexed.</summary>
    public Fraction? Actual { get; }

    /// <summary>The unit of the activity.</summary>
    public string Unit { get; }

    public static ElementFlex None(ElementSums sums) => new(sums.Budget, sums.BudgetQuantity, null, null, "");

    public static ElementFlex Fixed(ElementSums sums, Fraction planned, Fraction actual, string unit) =>
        new(sums.Budget, sums.BudgetQuantity, planned, actual, unit);

    public static ElementFlex Variable(ElementSums sums, Fraction planned, Fraction actual, string unit) =>
        new(
            sums.Budget * actual / planned,
            sums.BudgetQuantity is Fraction quantity ? quantity * actual / planned : null,
            planned,
            actual,
            unit);

    public static ElementFlex Mixed(
        ElementSums sums, CostFunction function, Fraction planned, Fraction actual, string unit) =>
        new(
            sums.Budget + function.CostAt(Number(actual)) - function.CostAt(Number(planned)),
            sums.BudgetQuantity,
            planned,
            actual,
            unit);

    private static decimal Number(Fraction activity)
    {
        decimal number = activity.RoundTo(MoneyRange.MaxDecimals, MidpointRounding.ToZero);
        return Fraction.Of(number) == activity
            ? number
            : throw new ArgumentException(
                $"An activity of {activity} is no decimal number, which a cost function takes.");
    }
}
