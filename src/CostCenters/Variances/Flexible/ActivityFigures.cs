using CostCenters.Calendars;
using CostCenters.KeyFigures;
using CostCenters.Monetary;
using CostCenters.Structure;

namespace CostCenters.Variances.Flexible;

/// <summary>Where the planned and the actual activity of a flexible budget are read: a key figure of some centers.
/// </summary>
/// <remarks>Immutable.</remarks>
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
    /// <exception cref="KeyNotFoundException">A table has no such key figure.</exception>
    public ActivityFigures(
        KeyFigureTable planned, KeyFigureTable actual, KeyFigureCode code, IEnumerable<CenterCode> centers)
    {
        ArgumentNullException.ThrowIfNull(planned);
        ArgumentNullException.ThrowIfNull(actual);
        ArgumentNullException.ThrowIfNull(centers);
        _ = planned.Catalog[code];
        Unit = actual.Catalog[code].Unit;
        this.planned = planned;
        this.actual = actual;
        this.code = code;
        this.centers = [.. centers];
    }

    /// <summary>What the activity is counted in.</summary>
    public string Unit { get; }

    /// <summary>The planned activity of some periods.</summary>
    internal Fraction Planned(FiscalPeriodRange periods) => Read(planned, periods, "planned");

    /// <summary>The actual activity of some periods.</summary>
    internal Fraction Actual(FiscalPeriodRange periods) => Read(actual, periods, "actual");

    private Fraction Read(KeyFigureTable table, FiscalPeriodRange periods, string side)
    {
        Figure figure = table.Read(code, centers, periods);
        return figure.Value ?? throw new ArgumentException(
            $"There is no {side} activity '{code}' from {periods.From} through {periods.Through}: {figure.Gap}.");
    }
}
