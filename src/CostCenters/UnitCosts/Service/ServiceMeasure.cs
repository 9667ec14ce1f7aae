using System.Collections.Immutable;
using CostCenters.Calendars;
using CostCenters.KeyFigures;
using CostCenters.Structure;

namespace CostCenters.UnitCosts.Service;

/// <summary>A measure of service on both sides of a comparison, such as response time budgeted and actual.</summary>
/// <remarks>Immutable; it reads what it was made from when a guard asks.</remarks>
public sealed class ServiceMeasure
{
    private readonly Func<FiscalPeriodRange, Figure> baseline;
    private readonly Func<FiscalPeriodRange, Figure> actual;
    private readonly Func<FiscalPeriodRange, IEnumerable<MissingValue>> missing;

    /// <summary>Names a measure that anything can deliver, such as a percentile of response times.</summary>
    /// <param name="name">The name.</param>
    /// <param name="unit">The unit; empty for a bare number.</param>
    /// <param name="preference">Whether more is better or worse.</param>
    /// <param name="baseline">The figure to compare with, for the periods of the actual figure.</param>
    /// <param name="actual">The actual figure of some periods.</param>
    /// <exception cref="ArgumentException"><paramref name="name"/> is null or blank, or the measure is neither better
    /// nor worse when there is more of it, which guards nothing.</exception>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public ServiceMeasure(
        string name,
        string unit,
        KeyFigurePreference preference,
        Func<FiscalPeriodRange, Figure> baseline,
        Func<FiscalPeriodRange, Figure> actual)
        : this(name, unit, preference, baseline, actual, _ => [])
    {
    }

    private ServiceMeasure(
        string name,
        string unit,
        KeyFigurePreference preference,
        Func<FiscalPeriodRange, Figure> baseline,
        Func<FiscalPeriodRange, Figure> actual,
        Func<FiscalPeriodRange, IEnumerable<MissingValue>> missing)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(unit);
        ArgumentNullException.ThrowIfNull(baseline);
        ArgumentNullException.ThrowIfNull(actual);
        if (preference is not (KeyFigurePreference.MoreIsBetter or KeyFigurePreference.MoreIsWorse))
        {
            throw new ArgumentException(
                $"'{name}' must be better or worse when there is more of it.", nameof(preference));
        }

        Name = name;
        Unit = unit;
        Preference = preference;
        this.baseline = baseline;
        this.actual = actual;
        this.missing = missing;
    }

    /// <summary>The name.</summary>
    public string Name { get; }

    /// <summary>The unit; empty for a bare number.</summary>
    public string Unit { get; }

    /// <summary>Whether more is better or worse.</summary>
    public KeyFigurePreference Preference { get; }

    /// <summary>A key figure of a node and everything below it, in the budget and in the actuals.</summary>
    /// <param name="code">The key figure.</param>
    /// <param name="budget">What was planned.</param>
    /// <param name="actual">What happened.</param>
    /// <param name="tree">The tree of centers.</param>
    /// <param name="node">The center at the top.</param>
    /// <remarks>A center has to have a value in every period from its first one on in which another one has a value;
    /// one that lacks it leaves the measure without a figure and is named by
    /// <see cref="GuardFinding.Missing"/>.</remarks>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">The key figure is neither better nor worse when there is more of
    /// it.</exception>
    /// <exception cref="KeyNotFoundException">There is no such key figure or center.</exception>
    public static ServiceMeasure Create(
        KeyFigureCode code, KeyFigureTable budget, KeyFigureTable actual, CenterTree tree, CenterCode node)
    {
        ArgumentNullException.ThrowIfNull(budget);
        ArgumentNullException.ThrowIfNull(actual);
        ArgumentNullException.ThrowIfNull(tree);
        KeyFigure figure = actual.Catalog[code];
        int place = tree.PlaceOf(node);
        ImmutableArray<CenterCode> centers =
            [.. tree.Nodes.Skip(place).Take(tree.EndOf(place) - place).Select(below => below.Center.Code)];
        return new ServiceMeasure(
            code.Value,
            figure.Unit,
            figure.Preference,
            periods => budget.ReadOfArea(code, centers, periods),
            periods => actual.ReadOfArea(code, centers, periods),
            periods => budget.MissingOfArea(code, centers, periods)
                .Concat(actual.MissingOfArea(code, centers, periods)));
    }

    internal Figure ReadBaseline(FiscalPeriodRange periods) => baseline(periods);

    internal Figure ReadActual(FiscalPeriodRange periods) => actual(periods);

    internal ImmutableArray<MissingValue> FindMissing(FiscalPeriodRange periods) => [.. missing(periods)];
}
