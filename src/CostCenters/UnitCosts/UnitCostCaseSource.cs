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

    /// <summary>One side of a comparison, its cost taken from a layer; see
    /// <see cref="Read(Cube, KeyFigureTable, FiscalPeriodRange, CancellationToken)"/>.</summary>
    /// <param name="layers">The layers.</param>
    /// <param name="layer">The layer of the cost: a budget version or the actuals.</param>
    /// <param name="figures">The key figures of the same side.</param>
    /// <param name="periods">The periods, both ends inclusive.</param>
    /// <param name="cancellation">Ends the work, of which nothing is left then.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">Units or input are negative, or a group is named twice.</exception>
    /// <exception cref="KeyNotFoundException">There is no such layer or key figure.</exception>
    /// <exception cref="OperationCanceledException">The token asked for it.</exception>
    public UnitCostCase Read(
        CubeLayers layers,
        LayerKey layer,
        KeyFigureTable figures,
        FiscalPeriodRange periods,
        CancellationToken cancellation = default) =>
        Read(CubeLayers.Require(layers)[layer], figures, periods, cancellation);

    /// <summary>One side of a comparison: the budget, the actuals, or another span of time.</summary>
    /// <param name="cube">The cost: budgeted or actual, direct as posted or fully loaded as allocated.</param>
    /// <param name="figures">The key figures of the same side.</param>
    /// <param name="periods">The periods, both ends inclusive.</param>
    /// <param name="cancellation">Ends the work, of which nothing is left then.</param>
    /// <returns>The side, exact. All cost of the scopes is in it: the variable cost of a group whose units or input are
    /// recorded as 0, which no unit bears, counts as fixed. A part without a value is one of
    /// <see cref="UnitCostCase.Gaps"/>, never 0; only a fixed cost of no center or element, and a cost that was not
    /// posted where the units are 0, are nothing. A group that one side does not have is not named in that side's
    /// source.</returns>
    /// <remarks>
    /// <para>The unit cost is that of <see cref="UnitCostSource"/> over the same cost and units: its cost is missing
    /// only where none of the scopes holds anything.</para>
    /// <para>Each center of each group needs a value of the units in every period in which a group has units, and one
    /// of the input in every period in which it has units; one that lacks it is named by a gap. A group or a center
    /// without units has the value 0.</para>
    /// </remarks>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">Units or input are negative, or a group is named twice.</exception>
    /// <exception cref="KeyNotFoundException">There is no such key figure.</exception>
    /// <exception cref="OperationCanceledException">The token asked for it.</exception>
    public UnitCostCase Read(
        Cube cube, KeyFigureTable figures, FiscalPeriodRange periods, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(figures);
        Figure fixedCost = FixedCost.Read(cube, periods, cancellation);
        HashSet<FiscalPeriod> unitPeriods = [.. Groups.SelectMany(group => group.UnitPeriods(figures, periods))];
        GroupReading[] read = [.. Groups.Select(group =>
            group.Read(cube, figures, periods, unitPeriods, cancellation))];
        Fraction[] costs = [.. read.Select(each => each.Cost).Append(fixedCost).Select(each => each.Value)
            .OfType<Fraction>()];
        bool isNamed = !FixedCost.Centers.IsEmpty && !FixedCost.Elements.IsEmpty;
        IEnumerable<UnitCostGap> fixedGap = isNamed && fixedCost.Value is null
            ? [new UnitCostGap(UnitCostPart.FixedCost, null, null, fixedCost.Gap)]
            : [];
        UnitCostGap[] gaps = [.. fixedGap, .. read.SelectMany(each => each.Gaps)];
        IEnumerable<Fraction> unborne = read.Select(each => each.Unborne);
        Figure cost = costs.Length == 0 ? Figure.Missing(FigureGap.NoValue) : Figure.Of(Fraction.Sum(costs));
        return new UnitCostCase(
            new UnitCost(cost, UnitsOf(read)),
            gaps.Length > 0
                ? Figure.Missing(gaps[0].Gap)
                : Figure.Of(Fraction.Sum(fixedCost.Value is Fraction own ? unborne.Append(own) : unborne)),
            read.Select(each => each.Group).OfType<UnitCostGroup>(),
            gaps);
    }
    /// <summary>The units of all groups: incomplete where some have units and others lack them.</summary>
    private static Figure UnitsOf(GroupReading[] read)
    {
        Figure[] lacking = [.. read.Select(each => each.Units).Where(units => units.Value is null)];
        return lacking.Length == 0 ? Figure.Of(Fraction.Sum(read.Select(each => each.Units.Value!.Value)))
            : lacking.Length == read.Length && lacking.All(units => units == lacking[0]) ? lacking[0]
            : Figure.Missing(FigureGap.Incomplete);
    }
}
