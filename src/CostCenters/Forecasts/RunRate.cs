using CostCenters.Monetary;

namespace CostCenters.Forecasts;

/// <summary>A forecast that lets the rate so far run on: 5,000 in 10 days are 15,000 in 30.</summary>
/// <remarks>Unrounded. Periods may be broken, such as 4.33 weeks of a month.</remarks>
public sealed record RunRate
{
    /// <summary>Creates a forecast.</summary>
    /// <param name="amountToDate">What came together so far, any sign.</param>
    /// <param name="periodsElapsed">The periods that it took, above 0.</param>
    /// <param name="periodsTotal">The periods of the whole, at least those that elapsed.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="periodsElapsed"/> is not above 0,
    /// <paramref name="periodsTotal"/> is below it, or a number is beyond its range.</exception>
    public RunRate(decimal amountToDate, decimal periodsElapsed, decimal periodsTotal)
    {
        AmountToDate = InputRange.Amount(amountToDate);
        Fraction elapsed = InputRange.Positive(periodsElapsed);
        Fraction total = InputRange.Figure(periodsTotal);
        ArgumentOutOfRangeException.ThrowIfLessThan(periodsTotal, periodsElapsed);
        RatePerPeriod = AmountToDate / elapsed;
        Projected = RatePerPeriod * total;
    }

    /// <summary>What came together so far.</summary>
    public Fraction AmountToDate { get; }

    /// <summary>Amount to date / periods elapsed.</summary>
    public Fraction RatePerPeriod { get; }

    /// <summary>Rate × periods in total.</summary>
    public Fraction Projected { get; }

    /// <summary>Projected - amount to date: what the periods left will bring.</summary>
    public Fraction ToCome => Projected - AmountToDate;
}
