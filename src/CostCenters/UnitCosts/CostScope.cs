using System.Collections.Immutable;
using CostCenters.Calendars;
using CostCenters.Cubes;
using CostCenters.KeyFigures;
using CostCenters.Monetary;
using CostCenters.Structure;

namespace CostCenters.UnitCosts;

/// <summary>Which cost counts: of which centers, and on which elements.</summary>
/// <remarks>Whether cost is direct or fully loaded is told by the cube it is read from: the one as posted, or the one
/// after the allocations. Immutable.</remarks>
public sealed class CostScope
{
    /// <summary>Names cost.</summary>
    /// <param name="centers">The centers whose own cost counts.</param>
    /// <param name="elements">The elements that count; one of revenue is taken off.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public CostScope(IEnumerable<CenterCode> centers, IEnumerable<ElementCode> elements)
    {
        ArgumentNullException.ThrowIfNull(centers);
        ArgumentNullException.ThrowIfNull(elements);
        Centers = [.. centers.Distinct().Order()];
        Elements = [.. elements.Distinct().Order()];
    }

    /// <summary>The centers, in the order of their codes (ordinal).</summary>
    public ImmutableArray<CenterCode> Centers { get; }

    /// <summary>The elements, in the order of their codes (ordinal).</summary>
    public ImmutableArray<ElementCode> Elements { get; }

    /// <summary>The cost of a node and everything below it.</summary>
    /// <param name="tree">The tree of centers.</param>
    /// <param name="node">The center at the top.</param>
    /// <param name="elements">The elements that count; one of revenue is taken off.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="KeyNotFoundException">There is no such center.</exception>
    public static CostScope Below(CenterTree tree, CenterCode node, IEnumerable<ElementCode> elements)
    {
        ArgumentNullException.ThrowIfNull(tree);
        int place = tree.PlaceOf(node);
        return new CostScope(
            Enumerable.Range(place, tree.EndOf(place) - place).Select(index => tree.Nodes[index].Center.Code),
            elements);
    }

    /// <summary>The cost of several periods.</summary>
    /// <param name="cube">The cube to read.</param>
    /// <param name="periods">The periods, both ends inclusive.</param>
    /// <param name="cancellation">Ends the work, of which nothing is left then.</param>
    /// <returns>The cost in the currency of the cube, exact; missing when no cell holds something.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="cube"/> is null.</exception>
    /// <exception cref="OperationCanceledException">The token asked for it.</exception>
    public Figure Read(Cube cube, FiscalPeriodRange periods, CancellationToken cancellation = default)
    {
        ImmutableArray<CubeCell> cells = Cells(cube, periods, cancellation);
        return cells.IsEmpty
            ? Figure.Missing(FigureGap.NoValue)
            : Figure.Of(Fraction.Sum(cells.Select(cell => Fraction.Of(CostOf(cube.Space.Elements, cell)))));
    }

    /// <summary>The cells that the cost comes from, in the order of the cube.</summary>
    /// <param name="cube">The cube to read.</param>
    /// <param name="periods">The periods, both ends inclusive.</param>
    /// <param name="cancellation">Ends the work, of which nothing is left then.</param>
    /// <exception cref="ArgumentNullException"><paramref name="cube"/> is null.</exception>
    /// <exception cref="OperationCanceledException">The token asked for it.</exception>
    public ImmutableArray<CubeCell> Cells(
        Cube cube, FiscalPeriodRange periods, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(cube);
        return
        [
            .. from period in cube.Space.Calendar.Enumerate(periods)
               from center in Centers.WithCancellation(cancellation)
               from element in Elements
               let cell = cube.TryGet(new CellAddress(center, element, period), out CubeCell found) ? found : default
               where cell != default
               select cell,
        ];
    }

    private static decimal CostOf(ElementChart chart, CubeCell cell) =>
        chart[cell.Address.Element].Nature == ElementNature.Revenue ? -cell.Amount : cell.Amount;
}
