using CostCenters.Allocations;
using CostCenters.Monetary;

namespace CostCenters.Profitability.Ripples;

/// <summary>Figures and what follows what, in an order in which each follows those before it or of earlier periods.
/// </summary>
internal sealed class RippleGraph
{
    private readonly Dictionary<RippleFigure, int> numbers = [];
    private readonly List<RippleFigure> figures = [];
    private readonly List<List<(int Source, int Dependency)>> incoming = [];
    private readonly Lazy<ILookup<int, int>> targets;

    /// <exception cref="ArgumentException">A figure follows itself in one period, or without bound.</exception>
    public RippleGraph(
        IReadOnlyList<RippleDependency> dependencies,
        IEnumerable<ServiceLimit> limits,
        CancellationToken cancellation)
    {
        Dependencies = dependencies;
        for (int number = 0; number < dependencies.Count; number++)
        {
            int target = NumberOf(dependencies[number].Target);
            incoming[target].Add((NumberOf(dependencies[number].Source), number));
        }

        Limits = limits.ToDictionary(limit => NumberOf(RippleFigure.Capacity(limit.Center)));
        foreach (var (capacity, limit) in Limits)
        {
            Services.Add(capacity, [.. limit.Demands.Select(demand =>
                NumberOf(RippleFigure.Service(limit.Center, demand.Receiver)))]);
        }

        targets = new Lazy<ILookup<int, int>>(() => Arcs().ToLookup(arc => arc.Source, arc => arc.Target));
        cancellation.ThrowIfCancellationRequested();
        Order = FindOrder();
        RequireConvergence(cancellation);
    }

    public IReadOnlyList<RippleDependency> Dependencies { get; }

    public IReadOnlyList<RippleFigure> Figures => figures;

    /// <summary>The limits by the number of their capacity.</summary>
    public Dictionary<int, ServiceLimit> Limits { get; }

    /// <summary>By the number of a capacity those of the services out of it, in the order of the demands.</summary>
    public Dictionary<int, int[]> Services { get; } = [];

    /// <summary>The numbers of the figures in the order in which they are computed.</summary>
    public int[] Order { get; }

    /// <summary>The number of a figure, or -1.</summary>
    public int IndexOf(RippleFigure figure) => numbers.GetValueOrDefault(figure, -1);

    /// <summary>What a figure follows: the source and the dependency.</summary>
    public IReadOnlyList<(int Source, int Dependency)> Incoming(int figure) => incoming[figure];

    /// <summary>The figures that some figures lead to, with themselves.</summary>
    public HashSet<int> ReachedFrom(IEnumerable<int> sources)
    {
        var reached = new HashSet<int>();
        var open = new Stack<int>(sources);
        while (open.TryPop(out int figure))
        {
            if (reached.Add(figure))
            {
                foreach (int target in targets.Value[figure])
                {
                    open.Push(target);
                }
            }
        }

        return reached;
    }

    private int NumberOf(RippleFigure figure)
    {
        if (!numbers.TryGetValue(figure, out int number))
        {
            numbers.Add(figure, number = figures.Count);
            figures.Add(figure);
            incoming.Add([]);
        }

        return number;
    }

    /// <summary>What leads where, how strongly at most, and after how long.</summary>
    private IEnumerable<(int Source, int Target, Fraction Gain, int Lag)> Arcs()
    {
        for (int target = 0; target < figures.Count; target++)
        {
            foreach (var (source, number) in incoming[target])
            {
                RippleDependency dependency = Dependencies[number];
                yield return (
                    source, target, Fraction.Of(dependency.Elasticity.High).Abs(), dependency.LagPeriods);
            }
        }

        foreach (var (capacity, services) in Services)
        {
            ServiceLimit limit = Limits[capacity];
            Fraction all = Fraction.Sum(limit.Demands.Select(demand => Fraction.Of(demand.Value!.Value)));
            for (int i = 0; i < services.Length; i++)
            {
                Fraction demand =
                    limit.Rule == ServingRule.ProRata ? all : Fraction.Of(limit.Demands[i].Value!.Value);
                yield return (capacity, services[i], Fraction.Of(limit.Capacity) / demand, 0);
            }
        }
    }

    private int[] FindOrder()
    {
        var atOnce = Arcs().Where(arc => arc.Lag == 0).ToList();
        ILookup<int, int> next = atOnce.ToLookup(arc => arc.Source, arc => arc.Target);
        int[] waiting = new int[figures.Count];
        foreach (var arc in atOnce)
        {
            waiting[arc.Target]++;
        }

        var order = new List<int>(figures.Count);
        var ready = new Queue<int>(Enumerable.Range(0, figures.Count).Where(figure => waiting[figure] == 0));
        while (ready.TryDequeue(out int figure))
        {
            order.Add(figure);
            foreach (int target in next[figure])
            {
                if (--waiting[target] == 0)
                {
                    ready.Enqueue(target);
                }
            }
        }

        return order.Count == figures.Count
            ? [.. order]
            : throw new ArgumentException(
                $"Within one period these follow each other in a circle: {Names(Enumerable.Range(0, figures.Count)
                    .Except(order))}; give one of the dependencies a lag.");
    }

    /// <summary>In a circle every round must be weaker than the one before: the strengths, without their signs, have to
    /// leave a solution that is nowhere negative.</summary>
    private void RequireConvergence(CancellationToken cancellation)
    {
        var arcs = Arcs().ToList();
        int[] first = new int[figures.Count + 1];
        foreach (var arc in arcs)
        {
            first[arc.Source + 1]++;
        }

        for (int figure = 0; figure < figures.Count; figure++)
        {
            first[figure + 1] += first[figure];
        }

        int[] targets = [.. arcs.OrderBy(arc => arc.Source).Select(arc => arc.Target)];
        foreach (int[] circle in new StrongComponents(first, targets).Components.Where(circle => circle.Length > 1))
        {
            if (!Converges(circle, arcs, cancellation))
            {
                throw new ArgumentException(
                    $"These follow each other in a circle, ever more strongly: {Names(circle)}; at their highest, the "
                    + "elasticities around a circle have to weaken what goes round.");
            }
        }
    }

    /// <summary>Whether all pivots of 1 - strengths are above 0 (an M-matrix), which says that the powers of the
    /// strengths go to 0.</summary>
    private static bool Converges(
        int[] circle, List<(int Source, int Target, Fraction Gain, int Lag)> arcs, CancellationToken cancellation)
    {
        var rows = circle.ToDictionary(
            figure => figure, figure => new Dictionary<int, Fraction> { [figure] = Fraction.One });
        foreach (var (source, target, gain, _) in arcs)
        {
            if (rows.TryGetValue(target, out Dictionary<int, Fraction>? row) && rows.ContainsKey(source))
            {
                row[source] = row.GetValueOrDefault(source) - gain;
            }
        }

        while (rows.Count > 0)
        {
            cancellation.ThrowIfCancellationRequested();
            int figure = rows.MinBy(row => (row.Value.Count, row.Key)).Key;
            _ = rows.Remove(figure, out Dictionary<int, Fraction>? pivot);
            if (pivot!.GetValueOrDefault(figure).Sign <= 0)
            {
                return false;
            }

            foreach (Dictionary<int, Fraction> row in rows.Values)
            {
                if (row.Remove(figure, out Fraction value))
                {
                    Fraction factor = value / pivot![figure];
                    foreach (var (column, entry) in pivot.Where(entry => entry.Key != figure))
                    {
                        row[column] = row.GetValueOrDefault(column) - (factor * entry);
                    }
                }
            }
        }

        return true;
    }

    private string Names(IEnumerable<int> numbers) =>
        string.Join(", ", numbers.Select(number => $"'{figures[number]}'"));
}
