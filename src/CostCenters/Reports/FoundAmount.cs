using CostCenters.Cubes;
using CostCenters.Structure;

namespace CostCenters.Reports;

/// <summary>A finding in numbers; it becomes a <see cref="Finding"/> when somebody reads it.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Center">The center whose own amount it is.</param>
/// <param name="Element">The number of the element.</param>
/// <param name="Amount">Counts at the scale of the space.</param>
internal readonly record struct FoundAmount(FindingKind Kind, Center Center, int Element, Int128 Amount)
{
    public Finding ToFinding(CubeSpace space) =>
        new(Kind, Center, space.Elements.Elements[Element], space.Scale.ToDecimal(Amount));
}
