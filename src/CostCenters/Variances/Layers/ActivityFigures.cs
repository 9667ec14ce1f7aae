using CostCenters.Calendars;
using CostCenters.KeyFigures;
using CostCenters.Monetary;
using CostCenters.Structure;

namespace CostCenters.Variances.Layers;

/// <summary>Where the planned and the actual activity of a budget are read: a key figure of some centers.
/// </summary>
/// <remarks>A center without activity has a recorded 0; one without a value is missing. Immutable.</remarks>
public sealed class ActivityFigures
{
    private readonly KeyFigureTable planned;
    private readonly KeyFigureTable actual;
    private readonly KeyFigureCode code;
    private readonly CenterCode[] centers;

    /// <summary>Names an activity.</summary>
    /// <param name="planned">The key figures of the budget.</param>
    /// <param name="actual">The key figures as they came.</param>
    /// <param name="code">The activity, such as machine hours, contacts or units sold.</param>
    /// <param name="centers">The centers whose activity counts.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">The tables have different fiscal calendars.</exception>
    /// <exception cref="KeyNotFoundException">A table has no such key figure.</exception>
    public ActivityFigures(
        KeyFigureTable planned, KeyFigureTable actual, KeyFigureCode code, IEnumerable<CenterCode> centers)
    {
        ArgumentNullException.ThrowIfNull(planned);
        ArgumentNullException.ThrowIfNull(actual);
        ArgumentNullException.ThrowIfNull(centers);
        if (!planned.Calendar.Equals(actual.Calendar))
        {
            throw new ArgumentException("Both tables must have one fiscal calendar.", nameof(actual));
        }

        _ = planned.Catalog[code];
        Unit = actual.Catalog[code].Unit;
        this.planned = planned;
        this.actual = actual;
        this.code = code;
        this.centers = [.. centers.Distinct()];
    }

    /// <summary>What the activity is counted in.</summary>
    public string Unit { get; }

    internal FiscalCalendar Calendar => planned.Calendar;

    /// <summary>The planned activity of a period.</summary>
    internal Fraction Planned(FiscalPeriod period) => Read(planned, period, "planned");

    /// <summary>The actual activity of a period.</summary>
    internal Fraction Actual(FiscalPeriod period) => Read(actual, period, "actual");

    private Fraction Read(KeyFigureTable table, FiscalPeriod period, string side) =>
        Fraction.Sum(centers.Select(center =>
        {
            Figure figure = table.Read(code, [center], new FiscalPeriodRange(period, period));
            return figure.Value ?? throw new ArgumentException(
                $"There is no {side} activity '{code}' of center '{center}' in {period}: {figure.Gap}. Record 0 where "
                    + "nothing was done.");
        }));
}
