using CostCenters.Structure;

namespace CostCenters.Allocations.Chains;

/// <summary>A part of what a center costs at some point of a chain, and where it came from.</summary>
/// <param name="Element">The element that it stands on.</param>
/// <param name="Amount">What is left of it, in counts.</param>
/// <param name="Step">The step that charged it; null for the cell of the center's own cost on the element.</param>
/// <param name="Line">The line of the step's run that charged it; -1 for what the center itself charged at fixed
/// amounts.</param>
internal readonly record struct ChainLot(ElementCode Element, long Amount, AllocationStep? Step, int Line);
