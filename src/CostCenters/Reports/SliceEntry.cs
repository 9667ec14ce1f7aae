namespace CostCenters.Reports;

/// <summary>What one side of a comparison holds in a cell.</summary>
/// <param name="Place">The place of the center in the tree.</param>
/// <param name="Element">The number of the element.</param>
/// <param name="Period">The period, counted from the first of the comparison.</param>
/// <param name="IsActual">Whether it is the actual and not the budget.</param>
/// <param name="Amount">The amount, in counts of the space.</param>
internal readonly record struct SliceEntry(int Place, int Element, int Period, bool IsActual, long Amount);
