namespace CostCenters.Monetary;

/// <summary>Two amounts of different currencies met in one calculation.</summary>
public sealed class CurrencyMismatchException : InvalidOperationException
{
    internal CurrencyMismatchException(Currency expected, Currency actual)
        : base($"Expected an amount in {expected}, got one in {actual}; convert it first.")
    {
        Expected = expected;
        Actual = actual;
    }

    /// <summary>The currency that the calculation is in.</summary>
    public Currency Expected { get; }

    /// <summary>The currency that came.</summary>
    public Currency Actual { get; }
}
