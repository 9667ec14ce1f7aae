namespace CostCenters.Allocations;

/// <summary>What the drivers of a sender say.</summary>
public enum DriverBasis
{
    /// <summary>Weights such as key figures, square metres or hours; only their ratio matters.</summary>
    Weights,

    /// <summary>Percentages, which make 100 together.</summary>
    Percentages,

    /// <summary>Amounts that the receivers are charged whatever the sender costs; the rest stays with the sender.
    /// </summary>
    FixedAmounts,
}
