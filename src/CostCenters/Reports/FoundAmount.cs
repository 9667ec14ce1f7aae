using CostCenters.Cubes;
using CostCenters.Explanations;
using CostCenters.Structure;

namespace CostCenters.Reports;

/// <summary>A finding in numbers; it becomes a <see cref="Finding"/> when somebody reads it.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Center">The center whose own amount it is.</param>
/// <param name="Element">The element, or the one that heads the group.</param>
/// <param name="Measure">What the amount counts.</param>
/// <param name="Amount">Counts at the scale of the space.</param>
internal readonly record struct FoundAmount(
    FindingKind Kind, Center Center, CostElement Element, Measure Measure, Int128 Amount)
{
    public Finding ToFinding(CubeSpace space) =>
        new(Kind, Center, Element, Measure, space.Scale.ToDecimal(Amount));
}
