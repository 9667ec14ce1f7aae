using System.Collections.Immutable;
using CostCenters.Calendars;
using CostCenters.Cubes;
using CostCenters.KeyFigures;
using CostCenters.Monetary;

namespace CostCenters.UnitCosts;

/// <summary>Which cost is fixed and which groups there are: what both sides of a comparison of unit costs are read by.
/// </summary>
/// <remarks>Immutable.</remarks>
public sealed class UnitCostCaseSource
{
    /// <summary>Names the parts of a unit cost.</summary>
    /// <param name="fixedCost">The cost that does not move with the units.</param>
    /// <param name="groups">The groups, each once.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public UnitCostCaseSource(CostScope fixedCost, IEnumerable<UnitCostGroupSource> groups)
    {
        ArgumentNullException.ThrowIfNull(fixedCost);
        ArgumentNullException.ThrowIfNull(groups);
        FixedCost = fixedCost;
        Groups = [.. groups];
    }

    /// <summary>The cost that does not move with the units.</summary>
    public CostScope FixedCost { get; }

    /// <summary>The groups, as given.</summary>
    public ImmutableArray<UnitCostGroupSource> Groups { get; }

    /// <summary>One side of a comparison: the budget, the actuals, or another span of time.</summary>
    /// <param name="cube">The cost: budgeted or actual, direct as posted or fully loaded as allocated.</param>
    /// <param name="figures">The key figures of the same side.</param>
    /// <param name="periods">The periods, both ends inclusive.</param>
    /// <returns>The side. All cost of the scopes is in it: the variable cost of a group without units or without input,
    /// which no unit bears, counts as fixed. Exact.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">Units or input are negative, or a group is named twice.</exception>
    /// <exception cref="KeyNotFoundException">There is no such key figure.</exception>
    public UnitCostCase Read(Cube cube, KeyFigureTable figures, FiscalPeriodRange periods)
    {
        ArgumentNullException.ThrowIfNull(figures);
        Fraction fixedCost = FixedCost.Read(cube, periods).Value ?? Fraction.Zero;
        (UnitCostGroup Group, Fraction Unborne)[] read =
            [.. Groups.Select(group => group.Read(cube, figures, periods))];
        return new UnitCostCase(
            fixedCost + Fraction.Sum(read.Select(each => each.Unborne)), read.Select(each => each.Group));
    }
}
