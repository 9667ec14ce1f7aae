using CostCenters.Cubes;
using CostCenters.Structure;

namespace CostCenters.Allocations.Chains;

/// <summary>A part of what a center costs at some point of a chain, and where it came from.</summary>
/// <param name="Element">The element that it stands on.</param>
/// <param name="Amount">What is left of it, in counts.</param>
/// <param name="Cell">The cell of the cost, or null.</param>
/// <param name="Step">The step that charged it, or null.</param>
/// <param name="Sender">Who charged it; null for what the center itself charged at fixed amounts.</param>
internal sealed record ChainLot(
    ElementCode Element, long Amount, CellAddress? Cell, AllocationStep? Step, CenterCode? Sender);
