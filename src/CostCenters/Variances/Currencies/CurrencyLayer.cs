using CostCenters.Calendars;
using CostCenters.Cubes;
using CostCenters.Monetary;

namespace CostCenters.Variances.Currencies;

/// <summary>Budget and actuals of one posting currency in a range of periods, with the rates that hold there.</summary>
/// <remarks>A currency whose rates change by month has a layer for each month. Immutable.</remarks>
public sealed class CurrencyLayer
{
    /// <summary>Takes budget and actuals from a set of layers.</summary>
    /// <param name="layers">The layers, in posting currency.</param>
    /// <param name="budget">The layer that was planned.</param>
    /// <param name="actual">The layer of what happened.</param>
    /// <param name="range">The periods, both ends inclusive.</param>
    /// <param name="rates">The rates from the currency of the space to the home currency.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="KeyNotFoundException">There is no such layer.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The calendar lacks an end of the range.</exception>
    /// <exception cref="InvalidOperationException">The range is <c>default(FiscalPeriodRange)</c>.</exception>
    /// <exception cref="CurrencyMismatchException">The rates convert from another currency than the space's.
    /// </exception>
    public CurrencyLayer(
        CubeLayers layers, LayerKey budget, LayerKey actual, FiscalPeriodRange range, RatePair rates)
        : this(CubeLayers.Require(layers)[budget], layers[actual], range, rates)
    {
    }

    /// <summary>Creates a layer.</summary>
    /// <param name="budget">What was planned, in posting currency.</param>
    /// <param name="actual">What happened.</param>
    /// <param name="range">The periods, both ends inclusive.</param>
    /// <param name="rates">The rates from the currency of the space to the home currency.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="CubeSpaceMismatchException">Neither space of the cubes extends the other.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The calendar lacks an end of the range.</exception>
    /// <exception cref="InvalidOperationException">The range is <c>default(FiscalPeriodRange)</c>.</exception>
    /// <exception cref="CurrencyMismatchException">The rates convert from another currency than the space's.
    /// </exception>
    public CurrencyLayer(Cube budget, Cube actual, FiscalPeriodRange range, RatePair rates)
    {
        ArgumentNullException.ThrowIfNull(budget);
        ArgumentNullException.ThrowIfNull(actual);
        ArgumentNullException.ThrowIfNull(rates);
        CubeSpace space = CubeSpace.LaterOf(budget.Space, actual.Space, nameof(actual));
        RatePair.Require(space.Currency, rates.Budget.From);
        _ = space.Calendar.OrdinalOf(range.From);
        _ = space.Calendar.OrdinalOf(range.Through);
        Budget = budget.In(space);
        Actual = actual.In(space);
        Range = range;
        Rates = rates;
    }

    /// <summary>What was planned.</summary>
    public Cube Budget { get; }

    /// <summary>What happened.</summary>
    public Cube Actual { get; }

    /// <summary>The periods.</summary>
    public FiscalPeriodRange Range { get; }

    /// <summary>The rates to the home currency.</summary>
    public RatePair Rates { get; }
}
