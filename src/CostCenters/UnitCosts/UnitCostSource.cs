using CostCenters.Calendars;
using CostCenters.Cubes;
using CostCenters.KeyFigures;
using CostCenters.Structure;

namespace CostCenters.UnitCosts;

/// <summary>Where the unit costs of a budget or of the actuals come from: a cube, and the key figure to divide by.
/// </summary>
/// <remarks>Immutable.</remarks>
public sealed class UnitCostSource
{
    private readonly Cube cube;
    private readonly CostScope scope;
    private readonly KeyFigureTable figures;
    private readonly KeyFigureCode divisor;
    private readonly CenterCode[] divisorCenters;

    /// <summary>Names a source.</summary>
    /// <param name="cube">The cost: direct as posted, or fully loaded as allocated.</param>
    /// <param name="scope">Which cost counts.</param>
    /// <param name="figures">The key figures.</param>
    /// <param name="divisor">The key figure to divide by.</param>
    /// <param name="divisorCenters">The centers whose key figure counts.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">Cube and key figures have different fiscal calendars.</exception>
    /// <exception cref="KeyNotFoundException">There is no such key figure.</exception>
    public UnitCostSource(
        Cube cube,
        CostScope scope,
        KeyFigureTable figures,
        KeyFigureCode divisor,
        IEnumerable<CenterCode> divisorCenters)
    {
        ArgumentNullException.ThrowIfNull(cube);
        ArgumentNullException.ThrowIfNull(scope);
        ArgumentNullException.ThrowIfNull(figures);
        ArgumentNullException.ThrowIfNull(divisorCenters);
        if (!figures.Calendar.Equals(cube.Space.Calendar))
        {
            throw new ArgumentException("Cube and key figures must have one fiscal calendar.", nameof(figures));
        }

        this.cube = cube;
        this.scope = scope;
        this.figures = figures;
        this.divisor = figures.Catalog[divisor].Code;
        this.divisorCenters = [.. divisorCenters];
    }

    /// <summary>The fiscal calendar.</summary>
    public FiscalCalendar Calendar => figures.Calendar;

    /// <summary>The unit of the key figure that is divided by.</summary>
    public string Unit => figures.Catalog[divisor].Unit;

    /// <summary>The unit cost of several periods together: the ratio of the sums.</summary>
    /// <param name="periods">The periods, both ends inclusive.</param>
    public UnitCost Read(FiscalPeriodRange periods) =>
        new(scope.Read(cube, periods), figures.Read(divisor, divisorCenters, periods));

    /// <summary>The cells of the cost, which a ledger's snapshot resolves to postings.</summary>
    /// <param name="periods">The periods, both ends inclusive.</param>
    public IEnumerable<CellAddress> Cells(FiscalPeriodRange periods) =>
        scope.Cells(cube, periods).Select(cell => cell.Address);
}
