namespace CostCenters.Allocations;

/// <summary>By what a step-down chooses the sender that it closes next.</summary>
public enum StepOrder
{
    /// <summary>The sender that serves the most other senders first; of equal ones that with the greater own cost, then
    /// the earlier in the order of the network.</summary>
    MostServed,

    /// <summary>The sender with the greatest own cost first; of equal ones the earlier in the order of the network.
    /// </summary>
    GreatestAmount,
}
