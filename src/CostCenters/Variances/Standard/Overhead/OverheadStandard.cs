using CostCenters.Monetary;

namespace CostCenters.Variances.Standard.Overhead;

/// <summary>The variable overhead rate and the fixed overhead budget of a period.</summary>
/// <remarks>Budget allowed at some hours = budgeted fixed overhead + variable rate × hours; absorbed overhead =
/// (variable rate + fixed rate) × standard hours.</remarks>
public sealed record OverheadStandard
{
    internal OverheadStandard(Fraction variableRate, FixedOverheadBudget budget)
    {
        VariableRate = variableRate;
        Fixed = budget;
    }

    /// <summary>Variable overhead per hour.</summary>
    public Fraction VariableRate { get; }

    /// <summary>The fixed overhead.</summary>
    public FixedOverheadBudget Fixed { get; }

    /// <summary>Variable and fixed overhead per hour.</summary>
    public Fraction TotalRate => VariableRate + Fixed.Rate;

    /// <summary>A variable rate beside a fixed budget.</summary>
    /// <param name="variableRate">Variable overhead per hour, not negative.</param>
    /// <param name="fixedBudget">The fixed overhead.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="variableRate"/> is out of bounds.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="fixedBudget"/> is null.</exception>
    public static OverheadStandard Of(decimal variableRate, FixedOverheadBudget fixedBudget)
    {
        ArgumentNullException.ThrowIfNull(fixedBudget);
        return new OverheadStandard(InputRange.NotNegative(variableRate), fixedBudget);
    }

    /// <summary>A combined rate: variable rate = total rate - fixed rate.</summary>
    /// <param name="totalRate">Variable and fixed overhead per hour, at least the fixed rate.</param>
    /// <param name="fixedBudget">The fixed overhead.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="totalRate"/> is out of bounds or below the fixed
    /// rate.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="fixedBudget"/> is null.</exception>
    public static OverheadStandard OfTotalRate(decimal totalRate, FixedOverheadBudget fixedBudget)
    {
        ArgumentNullException.ThrowIfNull(fixedBudget);
        Fraction variableRate = InputRange.NotNegative(totalRate) - fixedBudget.Rate;
        return variableRate.Sign < 0
            ? throw new ArgumentOutOfRangeException(
                nameof(totalRate), totalRate, $"At least the fixed rate of {fixedBudget.Rate} was expected.")
            : new OverheadStandard(variableRate, fixedBudget);
    }

    /// <summary>The flexible budget for so many hours.</summary>
    internal Fraction BudgetAt(Fraction hours) => Fixed.Amount + (VariableRate * hours);
}
