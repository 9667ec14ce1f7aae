using System.Collections.Immutable;
using CostCenters.Calendars;
using CostCenters.Cubes;
using CostCenters.KeyFigures;
using CostCenters.Monetary;
using CostCenters.Structure;

namespace CostCenters.UnitCosts;

/// <summary>Where the unit costs of a budget or of the actuals come from: a cost, and the key figure to divide by.
/// </summary>
/// <remarks>
/// <para>The cost stands in a cube, or is budgeted as rates: so much for each unit. A rate brings its cost by the units
/// of the key figures that the caller names: with those of the budget it gives the budgeted cost, with the actual ones
/// the cost that is allowed for what was done (a flexible budget). Several periods together are the mean of their rates
/// weighted by the units, as every unit cost is the ratio of the sums.</para>
/// <para>Absent is not zero: each center whose key figure counts needs a value in every period in which one of them
/// has one, or there is no unit cost but gaps that name what is missing (<see cref="FindGaps"/>). A center without
/// units has the value 0.</para>
/// <para>Immutable.</para>
/// </remarks>
public sealed class UnitCostSource
{
    private readonly Cube? cube;
    private readonly CostScope? scope;
    private readonly ImmutableArray<UnitRate> rates;
    private readonly KeyFigureTable figures;
    private readonly KeyFigureCode divisor;
    private readonly ImmutableArray<CenterCode> divisorCenters;

    /// <summary>Names a source whose cost stands in a layer.</summary>
    /// <param name="layers">The layers.</param>
    /// <param name="layer">The layer of the cost: a budget version or the actuals.</param>
    /// <param name="scope">Which cost counts.</param>
    /// <param name="figures">The key figures.</param>
    /// <param name="divisor">The key figure to divide by.</param>
    /// <param name="divisorCenters">The centers whose key figure counts.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">Layers and key figures have different fiscal calendars.</exception>
    /// <exception cref="KeyNotFoundException">There is no such layer or key figure.</exception>
    public UnitCostSource(
        CubeLayers layers,
        LayerKey layer,
        CostScope scope,
        KeyFigureTable figures,
        KeyFigureCode divisor,
        IEnumerable<CenterCode> divisorCenters)
        : this(CubeLayers.Require(layers)[layer], scope, figures, divisor, divisorCenters)
    {
    }

    /// <summary>Names a source whose cost stands in a cube.</summary>
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
        : this(figures, divisor, divisorCenters, [])
    {
        ArgumentNullException.ThrowIfNull(cube);
        ArgumentNullException.ThrowIfNull(scope);
        if (!figures.Calendar.Equals(cube.Space.Calendar))
        {
            throw new ArgumentException("Cube and key figures must have one fiscal calendar.", nameof(figures));
        }

        this.cube = cube;
        this.scope = scope;
    }

    private UnitCostSource(
        KeyFigureTable figures,
        KeyFigureCode divisor,
        IEnumerable<CenterCode> divisorCenters,
        ImmutableArray<UnitRate> rates)
    {
        ArgumentNullException.ThrowIfNull(figures);
        ArgumentNullException.ThrowIfNull(divisorCenters);
        this.figures = figures;
        this.divisor = figures.Catalog[divisor].Code;
        this.divisorCenters = [.. divisorCenters];
        this.rates = rates;
    }

    /// <summary>The fiscal calendar.</summary>
    public FiscalCalendar Calendar => figures.Calendar;

    /// <summary>The unit of the key figure that is divided by.</summary>
    public string Unit => figures.Catalog[divisor].Unit;

    /// <summary>A source whose cost is budgeted as rates: cost of a period = its rate x its units.</summary>
    /// <param name="rates">The rates, at most one for a period.</param>
    /// <param name="figures">The key figures that weigh the rates: those of the budget, or the actual ones.</param>
    /// <param name="divisor">The key figure that the rates are budgeted for.</param>
    /// <param name="divisorCenters">The centers whose key figure counts.</param>
    /// <returns>A source whose cost is missing where a period has units and no rate; a rate without units weighs
    /// nothing.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">Two rates hold in one period.</exception>
    /// <exception cref="KeyNotFoundException">There is no such key figure.</exception>
    public static UnitCostSource OfRates(
        IEnumerable<UnitRate> rates,
        KeyFigureTable figures,
        KeyFigureCode divisor,
        IEnumerable<CenterCode> divisorCenters)
    {
        ArgumentNullException.ThrowIfNull(rates);
        ImmutableArray<UnitRate> ordered = [.. rates.OrderBy(rate => rate.Periods.From)];
        UnitRate? second = ordered.Skip(1).Where((rate, index) => ordered[index].Periods.Contains(rate.Periods.From))
            .FirstOrDefault();
        return second is null
            ? new UnitCostSource(figures, divisor, divisorCenters, ordered)
            : throw new ArgumentException($"Two rates hold in {second.Periods.From}; one may.", nameof(rates));
    }

    /// <summary>The unit cost of several periods together: the ratio of the sums.</summary>
    /// <param name="periods">The periods, both ends inclusive.</param>
    /// <param name="cancellation">Ends the work, of which nothing is left then.</param>
    /// <exception cref="OperationCanceledException">The token asked for it.</exception>
    public UnitCost Read(FiscalPeriodRange periods, CancellationToken cancellation = default) =>
        new(
            scope is null ? ReadRates(periods, cancellation) : scope.Read(cube!, periods, cancellation),
            ReadUnits(periods));

    /// <summary>What is missing: the cost, and the units, of which each center is named that lacks a value.</summary>
    /// <param name="periods">The periods, both ends inclusive.</param>
    /// <returns>The cost first, then the units by period and center; none where nothing is missing.</returns>
    public ImmutableArray<UnitCostGap> FindGaps(FiscalPeriodRange periods)
    {
        UnitCost read = Read(periods);
        IEnumerable<UnitCostGap> cost = read.Cost.Value is null && read.Cost.Gap != FigureGap.Incomplete
            ? [new UnitCostGap(UnitCostPart.Cost, null, null, read.Cost.Gap)]
            : [];
        IEnumerable<UnitCostGap> units = read.Quantity.Gap switch
        {
            FigureGap.None => [],
            FigureGap.Incomplete => UnitCostGap.Of(
                UnitCostPart.Units, null, figures.MissingOfEach(divisor, divisorCenters, periods)),
            FigureGap gap => [new UnitCostGap(UnitCostPart.Units, null, divisor, gap)],
        };
        return [.. cost, .. units];
    }

    /// <summary>The cells of the cost, which a ledger's snapshot resolves to postings; none for rates.</summary>
    /// <param name="periods">The periods, both ends inclusive.</param>
    public IEnumerable<CellAddress> Cells(FiscalPeriodRange periods) =>
        scope is null ? [] : scope.Cells(cube!, periods).Select(cell => cell.Address);

    private Figure ReadUnits(FiscalPeriodRange periods) => figures.ReadOfEach(divisor, divisorCenters, periods);

    private Figure ReadRates(FiscalPeriodRange periods, CancellationToken cancellation)
    {
        Figure cost = Figure.Missing(FigureGap.NoValue);
        foreach (FiscalPeriod period in Calendar.Enumerate(periods).WithCancellation(cancellation))
        {
            Figure read = ReadUnits(new FiscalPeriodRange(period, period));
            if (read.Gap == FigureGap.Incomplete)
            {
                return read;
            }

            if (read.Value is not Fraction units)
            {
                continue;
            }

            if (RateOf(period) is Fraction rate)
            {
                cost = Figure.Of((cost.Value ?? Fraction.Zero) + (rate * units));
            }
            else if (!units.IsZero)
            {
                return Figure.Missing(FigureGap.NoValue);
            }
        }

        return cost;
    }

    private Fraction? RateOf(FiscalPeriod period) =>
        rates.FirstOrDefault(rate => rate.Periods.Contains(period))?.Rate;
}
