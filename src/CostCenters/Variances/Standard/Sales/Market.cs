using CostCenters.Monetary;

namespace CostCenters.Variances.Standard.Sales;

/// <summary>The size of a market in units, as budgeted and as it was.</summary>
public sealed record Market
{
    /// <summary>Creates a market.</summary>
    /// <param name="budgetSize">Units of all sellers expected, above 0.</param>
    /// <param name="actualSize">Units of all sellers sold, above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">A size is out of bounds.</exception>
    public Market(decimal budgetSize, decimal actualSize)
    {
        BudgetSize = InputRange.Positive(budgetSize);
        ActualSize = InputRange.Positive(actualSize);
    }

    internal Market(Fraction budgetSize, Fraction actualSize)
    {
        BudgetSize = RequireSize(budgetSize, nameof(budgetSize));
        ActualSize = RequireSize(actualSize, nameof(actualSize));
    }

    /// <summary>Units of all sellers expected.</summary>
    public Fraction BudgetSize { get; }

    /// <summary>Units of all sellers sold.</summary>
    public Fraction ActualSize { get; }

    private static Fraction RequireSize(Fraction size, string name) =>
        size.Sign > 0
            ? size
            : throw new ArgumentOutOfRangeException(name, size, "A market above 0 was expected.");
}
