using System.Collections.Immutable;
using CostCenters.Calendars;
using CostCenters.Cubes;
using CostCenters.Structure;
using NodaTime;

namespace CostCenters.Forecasts;

/// <summary>The periods of a forecast: those that have passed, and those to come.</summary>
internal sealed class ForecastHorizon
{
    private readonly Cube actual;
    private readonly FiscalPeriodRange range;
    private readonly FiscalPeriod lastActual;
    private readonly LocalDate? lastDay;

    /// <summary>The periods of a forecast from a day on, of which a part of one period is still to come.</summary>
    public ForecastHorizon(Cube actual, FiscalPeriodRange range, LocalDate through)
        : this(actual, range, PeriodOf(actual, range, through))
    {
        if (Calendar.DatesOf(lastActual).Last > through)
        {
            lastDay = through;
            ToCome = [lastActual, .. ToCome];
        }
    }

    public ForecastHorizon(Cube actual, FiscalPeriodRange range, FiscalPeriod lastActual)
    {
        ArgumentNullException.ThrowIfNull(actual);
        if (!range.Contains(lastActual))
        {
            throw new ArgumentOutOfRangeException(
                nameof(lastActual), lastActual, $"A period of {range} was expected.");
        }

        this.actual = actual;
        this.range = range;
        this.lastActual = lastActual;
        ImmutableArray<FiscalPeriod> regular =
            [.. Calendar.Enumerate(range).Where(period => !Calendar.IsAdjustment(period))];
        Elapsed = [.. regular.Where(period => period <= lastActual)];
        ToCome = [.. regular.Where(period => period > lastActual)];
        if (Elapsed.IsEmpty)
        {
            throw new ArgumentOutOfRangeException(
                nameof(lastActual), lastActual, $"No regular period of {range} had passed.");
        }
    }

    public FiscalCalendar Calendar => actual.Space.Calendar;

    /// <summary>The regular periods with actuals.</summary>
    public ImmutableArray<FiscalPeriod> Elapsed { get; }

    /// <summary>The regular periods of which something is to come.</summary>
    public ImmutableArray<FiscalPeriod> ToCome { get; }

    public bool IsToCome(FiscalPeriod period) =>
        (period > lastActual || (period == lastActual && lastDay is not null))
        && range.Contains(period) && !Calendar.IsAdjustment(period);

    /// <summary>How many days of a period have passed.</summary>
    public int DaysElapsed(FiscalPeriod period) => period == lastActual && lastDay is LocalDate day
        ? new DateRange(Calendar.DatesOf(period).First, day).Days
        : period <= lastActual ? Calendar.DatesOf(period).Days : 0;

    /// <summary>How many days of a period are to come.</summary>
    public int DaysToCome(FiscalPeriod period) => Calendar.DatesOf(period).Days - DaysElapsed(period);

    /// <summary>A cube in the making that holds the actuals to date.</summary>
    public CubeBuilder WithActuals()
    {
        var builder = new CubeBuilder(actual.Space);
        foreach (CubeCell cell in actual.Cells())
        {
            if (cell.Address.Period <= lastActual && range.Contains(cell.Address.Period))
            {
                builder.Add(cell.Address, cell.Amount, cell.Quantity);
            }
        }

        return builder;
    }

    /// <summary>What a cube has in the periods of the forecast, or of so many years before, by center and element.
    /// </summary>
    public IEnumerable<CellHistory> Histories(Cube cube, int yearsBefore = 0)
    {
        var places = ToCome.Select((period, place) => (period, place)).ToDictionary();
        var histories = new Dictionary<(int, int), CellHistory>();
        foreach (CubeCell cell in cube.Cells())
        {
            FiscalPeriod own = cell.Address.Period;
            if (own.Year + yearsBefore > FiscalCalendar.LastDate.Year)
            {
                continue;
            }

            var period = new FiscalPeriod(own.Year + yearsBefore, own.Number);
            if (!range.Contains(period) || Calendar.IsAdjustment(own))
            {
                continue;
            }

            int center = cube.Space.Centers.IndexOf(cell.Address.Center);
            int element = cube.Space.Elements.IndexOf(cell.Address.Element);
            if (!histories.TryGetValue((center, element), out CellHistory? history))
            {
                history = new CellHistory(this, cube.Space.Scale, center, element);
                histories.Add((center, element), history);
            }

            history.Add(cell, period > lastActual && places.TryGetValue(period, out int place) ? place : null);
        }

        return histories.Values.OrderBy(history => (history.Center, history.Element));
    }

    private static FiscalPeriod PeriodOf(Cube actual, FiscalPeriodRange range, LocalDate through)
    {
        ArgumentNullException.ThrowIfNull(actual);
        FiscalPeriod period = actual.Space.Calendar.PeriodOf(through);
        return range.Contains(period)
            ? period
            : throw new ArgumentOutOfRangeException(nameof(through), through, $"A day of {range} was expected.");
    }

    public (CenterCode Center, ElementCode Element) CodesOf(CellHistory history) =>
        (actual.Space.Centers.Centers[history.Center].Code, actual.Space.Elements.Elements[history.Element].Code);
}
