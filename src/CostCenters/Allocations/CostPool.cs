namespace CostCenters.Allocations;

/// <summary>A sender as it is computed with: its receivers by number, in order, each with a weight above 0.</summary>
/// <remarks>The weights are whole numbers, in the same proportions as the drivers. The lines of fixed amounts carry
/// counts in place of weights.</remarks>
internal sealed record CostPool(bool IsFixed, int[] Receivers, Int128[] Weights);
