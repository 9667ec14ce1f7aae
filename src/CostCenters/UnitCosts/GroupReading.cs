using System.Collections.Immutable;
using CostCenters.KeyFigures;
using CostCenters.Monetary;

namespace CostCenters.UnitCosts;

/// <summary>What cube and key figures say about a group.</summary>
/// <param name="Group">The group; null where a part of it is missing.</param>
/// <param name="Units">Its units.</param>
/// <param name="Cost">Its variable cost.</param>
/// <param name="Unborne">The part of it that no unit bears.</param>
/// <param name="Gaps">What is missing.</param>
internal readonly record struct GroupReading(
    UnitCostGroup? Group, Figure Units, Figure Cost, Fraction Unborne, ImmutableArray<UnitCostGap> Gaps);
