using CostCenters.Monetary;

namespace CostCenters.Variances.Standard.Overhead;

/// <summary>The overhead of a period, divided into variable and fixed or known in total only.</summary>
public sealed record ActualOverhead
{
    internal ActualOverhead(Fraction? variableCost, Fraction? fixedCost, Fraction total)
    {
        Variable = variableCost;
        Fixed = fixedCost;
        Total = total;
    }

    /// <summary>Variable overhead; null when only the total is known.</summary>
    public Fraction? Variable { get; }

    /// <summary>Fixed overhead; null when only the total is known.</summary>
    public Fraction? Fixed { get; }

    /// <summary>Both.</summary>
    public Fraction Total { get; }

    /// <summary>Overhead known by behavior.</summary>
    /// <param name="variableCost">Variable overhead.</param>
    /// <param name="fixedCost">Fixed overhead.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is out of bounds.</exception>
    public static ActualOverhead Divided(decimal variableCost, decimal fixedCost)
    {
        Fraction variablePart = InputRange.Amount(variableCost);
        Fraction fixedPart = InputRange.Amount(fixedCost);
        return new ActualOverhead(variablePart, fixedPart, variablePart + fixedPart);
    }

    /// <summary>Overhead known in total only.</summary>
    /// <param name="total">Variable and fixed overhead.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="total"/> is out of bounds.</exception>
    public static ActualOverhead Undivided(decimal total) => new(null, null, InputRange.Amount(total));
}
