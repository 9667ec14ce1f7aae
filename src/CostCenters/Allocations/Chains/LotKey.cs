using CostCenters.Structure;

namespace CostCenters.Allocations.Chains;

/// <summary>Tells which lots are parts of one charge, or of one cell.</summary>
/// <param name="Step">The step that charged; null for a cell.</param>
/// <param name="Line">The line of the step's run.</param>
/// <param name="Center">The center of a cell.</param>
/// <param name="Element">The element of a cell.</param>
internal readonly record struct LotKey(AllocationStep? Step, int Line, CenterCode Center, ElementCode Element)
{
    /// <summary>The key of a lot that a center has.</summary>
    public static LotKey Of(ChainLot lot, CenterCode center) =>
        lot.Step is null ? new(null, -1, center, lot.Element) : new(lot.Step, lot.Line, default, default);
}
