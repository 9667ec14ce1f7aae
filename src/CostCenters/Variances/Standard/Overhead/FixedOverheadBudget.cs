using CostCenters.Monetary;

namespace CostCenters.Variances.Standard.Overhead;

/// <summary>Budgeted fixed overhead and the rate at which output absorbs it.</summary>
/// <remarks>
/// The rate is money per hour or other unit of the base, unrounded unless <see cref="AtRate"/> is given a rounded one;
/// then what the rounding moves is in the volume variance, which is budget - absorbed overhead.
/// </remarks>
public sealed record FixedOverheadBudget
{
    internal FixedOverheadBudget(Fraction amount, Fraction rate)
    {
        Amount = amount;
        Rate = rate;
    }

    /// <summary>The budget for the period.</summary>
    public Fraction Amount { get; }

    /// <summary>Overhead absorbed per unit of the base.</summary>
    public Fraction Rate { get; }

    /// <summary>A budget over its denominator: rate = amount ÷ hours.</summary>
    /// <param name="amount">The budget, not negative.</param>
    /// <param name="denominatorHours">Budgeted or normal hours (or units of another base), above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is out of bounds.</exception>
    public static FixedOverheadBudget OverHours(decimal amount, decimal denominatorHours) =>
        new(RequireAmount(amount), RequireAmount(amount) / InputRange.Positive(denominatorHours));

    /// <summary>A rate for so many hours: amount = rate × hours.</summary>
    /// <param name="rate">Overhead absorbed per hour, not negative.</param>
    /// <param name="denominatorHours">Budgeted or normal hours (or units of another base), above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is out of bounds.</exception>
    public static FixedOverheadBudget ForHours(decimal rate, decimal denominatorHours) =>
        new(InputRange.NotNegative(rate) * InputRange.Positive(denominatorHours), InputRange.NotNegative(rate));

    /// <summary>A budget and a predetermined rate, both as given.</summary>
    /// <param name="amount">The budget, not negative.</param>
    /// <param name="rate">Overhead absorbed per hour, not negative.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is out of bounds.</exception>
    public static FixedOverheadBudget AtRate(decimal amount, decimal rate) =>
        new(RequireAmount(amount), InputRange.NotNegative(rate));

    private static Fraction RequireAmount(decimal amount) =>
        amount < 0m
            ? throw new ArgumentOutOfRangeException(
                nameof(amount), amount, "A budget that is not negative was expected.")
            : InputRange.Amount(amount);
}
