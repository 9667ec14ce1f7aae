using System.Collections.Frozen;
using System.Collections.Immutable;
using CostCenters.Allocations;
using CostCenters.Calendars;
using CostCenters.Cubes;
using CostCenters.KeyFigures;
using CostCenters.Monetary;

namespace CostCenters.Profitability.Ripples;

/// <summary>What is declared about a company before a cut is planned: who uses whom, what limits service, and what
/// follows what.</summary>
/// <remarks>
/// <para>Nothing is estimated. What no dependency tells is not stated, which is not 0.</para>
/// <para>A figure may follow another one in a circle, if it does so with a lag and every round is weaker than the one
/// before. Immutable.</para>
/// </remarks>
public sealed class RippleModel
{
    private readonly FrozenDictionary<RippleFigure, ImmutableArray<Fraction>> bases;

    private RippleModel(
        AllocationRun run,
        ImmutableArray<FiscalPeriod> periods,
        FrozenDictionary<RippleFigure, ImmutableArray<Fraction>> bases,
        RippleGraph graph)
    {
        Run = run;
        Periods = periods;
        this.bases = bases;
        Graph = graph;
    }

    /// <summary>Who uses whom.</summary>
    public AllocationRun Run { get; }

    /// <summary>The periods that are looked at, in order.</summary>
    public ImmutableArray<FiscalPeriod> Periods { get; }

    internal RippleGraph Graph { get; }

    /// <summary>A model of given figures.</summary>
    /// <param name="run">Who uses whom: an allocation by consumption.</param>
    /// <param name="periods">The periods that are looked at, in order and without a gap that matters.</param>
    /// <param name="bases">What revenue, cost and measures are without any change.</param>
    /// <param name="limits">What centers can put out, each once.</param>
    /// <param name="dependencies">What follows what.</param>
    /// <param name="cancellation">Ends the work, of which nothing is left then.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">The periods do not run forward; a figure has two bases or one of another
    /// number of periods; a center has two limits; revenue or cost that something follows has no base; a service has no
    /// limit; a figure follows itself within one period, or ever more strongly; an item is null.</exception>
    /// <exception cref="KeyNotFoundException">The network has no such center.</exception>
    /// <exception cref="OperationCanceledException">The token asked for it.</exception>
    public static RippleModel Create(
        AllocationRun run,
        IEnumerable<FiscalPeriod> periods,
        IEnumerable<RippleBase> bases,
        IEnumerable<ServiceLimit> limits,
        IEnumerable<RippleDependency> dependencies,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(run);
        ArgumentNullException.ThrowIfNull(periods);
        ArgumentNullException.ThrowIfNull(bases);
        ArgumentNullException.ThrowIfNull(limits);
        ArgumentNullException.ThrowIfNull(dependencies);
        ImmutableArray<FiscalPeriod> all = [.. periods];
        if (all.Where((period, index) => !period.IsValue || (index > 0 && period <= all[index - 1])).Any())
        {
            throw new ArgumentException("Periods that run forward were expected.", nameof(periods));
        }

        var known = new Dictionary<RippleFigure, ImmutableArray<Fraction>>();
        foreach (RippleBase figure in bases)
        {
            if (figure is null || figure.Values.Length != all.Length || !known.TryAdd(figure.Figure, figure.Values))
            {
                throw new ArgumentException(
                    $"The {figure?.Figure} has two bases, or not one value for each period.", nameof(bases));
            }
        }

        return Create(run, all, known, [.. limits], [.. dependencies], cancellation);
    }

    /// <summary>A model of a layer.</summary>
    /// <param name="run">Who uses whom: an allocation by consumption.</param>
    /// <param name="amounts">The layer that is changed, such as a budget; its primary elements count.</param>
    /// <param name="figures">The key figures of measures, or null when there is no measure.</param>
    /// <param name="periods">The periods that are looked at, both ends inclusive.</param>
    /// <param name="limits">What centers can put out, each once.</param>
    /// <param name="dependencies">What follows what.</param>
    /// <param name="cancellation">Ends the work, of which nothing is left then.</param>
    /// <remarks>Revenue and cost of which no cell of these periods holds anything have no base; where some periods do,
    /// the others are 0. A measure that lacks a value in a period has no base: what becomes of it is told in parts of
    /// it alone.</remarks>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">As for the other overload.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The calendar lacks an end of the range.</exception>
    /// <exception cref="InvalidOperationException"><paramref name="periods"/> is <c>default</c>.</exception>
    /// <exception cref="KeyNotFoundException">The network has no such center, or there is no such key figure.
    /// </exception>
    /// <exception cref="OperationCanceledException">The token asked for it.</exception>
    public static RippleModel FromCube(
        AllocationRun run,
        Cube amounts,
        KeyFigureTable? figures,
        FiscalPeriodRange periods,
        IEnumerable<ServiceLimit> limits,
        IEnumerable<RippleDependency> dependencies,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(run);
        ArgumentNullException.ThrowIfNull(amounts);
        ArgumentNullException.ThrowIfNull(limits);
        ArgumentNullException.ThrowIfNull(dependencies);
        ImmutableArray<FiscalPeriod> all = amounts.Space.Calendar.Enumerate(periods);
        RippleDependency[] declared = [.. dependencies];
        var bases = new RippleBases(amounts, all, declared.Where(dependency => dependency is not null)
            .SelectMany(dependency => new[] { dependency.Source, dependency.Target }));
        bases.ReadAmounts(cancellation);
        if (figures is not null)
        {
            bases.ReadMeasures(figures);
        }

        return Create(run, all, bases.Values(), [.. limits], declared, cancellation);
    }

    /// <summary>What a figure is without any change, by period; null when nobody said.</summary>
    /// <param name="figure">The figure.</param>
    /// <exception cref="ArgumentNullException"><paramref name="figure"/> is null.</exception>
    public IReadOnlyList<Fraction>? BaseOf(RippleFigure figure)
    {
        ArgumentNullException.ThrowIfNull(figure);
        return bases.TryGetValue(figure, out ImmutableArray<Fraction> values) ? values : null;
    }

    private static RippleModel Create(
        AllocationRun run,
        ImmutableArray<FiscalPeriod> periods,
        Dictionary<RippleFigure, ImmutableArray<Fraction>> bases,
        ServiceLimit[] limits,
        RippleDependency[] dependencies,
        CancellationToken cancellation)
    {
        if (limits.Contains(null) || dependencies.Contains(null))
        {
            throw new ArgumentException("A limit or dependency is null.", nameof(dependencies));
        }

        if (limits.GroupBy(limit => limit.Center).FirstOrDefault(group => group.Count() > 1) is { } twice)
        {
            throw new ArgumentException($"Center '{twice.Key}' has two limits.", nameof(limits));
        }

        var graph = new RippleGraph(dependencies, limits, cancellation);
        var services = graph.Services.Values.SelectMany(numbers => numbers).ToHashSet();
        for (int number = 0; number < graph.Figures.Count; number++)
        {
            RippleFigure figure = graph.Figures[number];
            _ = run.Network.Require(figure.Center);
            if (figure.Kind == RippleFigureKind.Service && !services.Contains(number))
            {
                throw new ArgumentException(
                    $"The {figure} is in no limit of '{figure.Provider}'.", nameof(dependencies));
            }

            if (figure.Kind is RippleFigureKind.Revenue or RippleFigureKind.Cost && !bases.ContainsKey(figure))
            {
                throw new ArgumentException($"The {figure} has no base.", nameof(dependencies));
            }

            if (figure.Kind == RippleFigureKind.Capacity && graph.Limits.TryGetValue(number, out ServiceLimit? limit))
            {
                bases[figure] = Repeat(limit.Capacity);
                for (int i = 0; i < limit.Demands.Length; i++)
                {
                    bases[graph.Figures[graph.Services[number][i]]] = Repeat(limit.Demands[i].Value!.Value);
                }
            }
        }

        return new RippleModel(run, periods, bases.ToFrozenDictionary(), graph);

        ImmutableArray<Fraction> Repeat(decimal value) =>
            [.. Enumerable.Repeat(Fraction.Of(value), periods.Length)];
    }
}
