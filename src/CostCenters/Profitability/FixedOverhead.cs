using CostCenters.Monetary;

namespace CostCenters.Profitability;

/// <summary>Fixed overhead: what was budgeted, by what it is absorbed, and what it cost.</summary>
/// <remarks>The absorption rate = budget ÷ budgeted base, unrounded. Immutable.</remarks>
public sealed record FixedOverhead
{
    private FixedOverhead(
        AbsorptionBase absorptionBase, Fraction budget, Fraction rate, Fraction actual)
    {
        if (absorptionBase is not (AbsorptionBase.UnitsMade or AbsorptionBase.LaborHours))
        {
            throw new ArgumentOutOfRangeException(
                nameof(absorptionBase), absorptionBase, "Not a base of absorption.");
        }

        Base = absorptionBase;
        Budget = budget;
        Rate = rate;
        Actual = actual;
    }

    /// <summary>What it is absorbed by.</summary>
    public AbsorptionBase Base { get; }

    /// <summary>The budgeted amount.</summary>
    public Fraction Budget { get; }

    /// <summary>The amount absorbed by a unit of the base.</summary>
    public Fraction Rate { get; }

    /// <summary>The actual amount.</summary>
    public Fraction Actual { get; }

    /// <summary>Fixed overhead from a budgeted amount.</summary>
    /// <param name="absorptionBase">What it is absorbed by.</param>
    /// <param name="budget">The budgeted amount.</param>
    /// <param name="budgetedBase">The units or hours that it is spread over, above 0.</param>
    /// <param name="actual">The actual amount.</param>
    /// <exception cref="ArgumentOutOfRangeException">A figure is beyond its range, <paramref name="budgetedBase"/> is
    /// not above 0, or the base is not one.</exception>
    public static FixedOverhead OfBudget(
        AbsorptionBase absorptionBase, decimal budget, decimal budgetedBase, decimal actual)
    {
        Fraction amount = InputRange.Amount(budget);
        Fraction spread = InputRange.Positive(budgetedBase);
        return new FixedOverhead(absorptionBase, amount, amount / spread, InputRange.Amount(actual));
    }

    /// <summary>Fixed overhead from an absorption rate: the budget is rate x budgeted base.</summary>
    /// <param name="absorptionBase">What it is absorbed by.</param>
    /// <param name="rate">The amount absorbed by a unit of the base.</param>
    /// <param name="budgetedBase">The budgeted units or hours.</param>
    /// <param name="actual">The actual amount.</param>
    /// <exception cref="ArgumentOutOfRangeException">A figure is beyond its range, the rate or
    /// <paramref name="budgetedBase"/> is negative, or the base is not one.</exception>
    public static FixedOverhead OfRate(
        AbsorptionBase absorptionBase, decimal rate, decimal budgetedBase, decimal actual)
    {
        Fraction each = InputRange.NotNegative(rate);
        Fraction spread = InputRange.NotNegative(budgetedBase);
        return new FixedOverhead(absorptionBase, each * spread, each, InputRange.Amount(actual));
    }
}
