using CostCenters.Monetary;

namespace CostCenters.Profitability.Ripples;

/// <summary>Carries changes through the figures of a graph, period by period.</summary>
internal sealed class RippleRunner
{
    private readonly RippleGraph graph;
    private readonly Fraction[][] shocks;

    /// <param name="graph">The figures and what follows what.</param>
    /// <param name="shocks">By period and figure, the change from outside.</param>
    public RippleRunner(RippleGraph graph, Fraction[][] shocks)
    {
        this.graph = graph;
        this.shocks = shocks;
    }

    /// <summary>By period and figure, the change in parts of the figure.</summary>
    /// <param name="elasticities">The elasticity of each dependency.</param>
    /// <param name="cancellation">Ends the work.</param>
    public Fraction[][] Run(Fraction[] elasticities, CancellationToken cancellation)
    {
        Fraction[][] values = Array.ConvertAll(shocks, shock => new Fraction[shock.Length]);
        Compute(values, graph.Order, elasticities, cancellation);
        return values;
    }

    /// <summary>Computes some figures of all periods.</summary>
    /// <param name="values">By period and figure, the change in parts of the figure.</param>
    /// <param name="figures">The figures, in the order of the graph, with all that they lead to.</param>
    /// <param name="elasticities">The elasticity of each dependency.</param>
    /// <param name="cancellation">Ends the work.</param>
    public void Compute(
        Fraction[][] values, int[] figures, Fraction[] elasticities, CancellationToken cancellation)
    {
        for (int period = 0; period < shocks.Length; period++)
        {
            cancellation.ThrowIfCancellationRequested();
            foreach (int figure in figures)
            {
                values[period][figure] = shocks[period][figure];
            }

            foreach (int figure in figures)
            {
                foreach (var (source, dependency) in graph.Incoming(figure))
                {
                    int before = period - graph.Dependencies[dependency].LagPeriods;
                    if (before >= 0 && !values[before][source].IsZero)
                    {
                        values[period][figure] += elasticities[dependency] * values[before][source];
                    }
                }

                Serve(figure, values[period]);
            }
        }
    }

    /// <summary>The change, and what follows it by one dependency alone.</summary>
    public Fraction[][] RunOnce(Fraction[] elasticities)
    {
        Fraction[][] changes = Array.ConvertAll(shocks, shock =>
        {
            Fraction[] change = [.. shock];
            foreach (int capacity in graph.Limits.Keys)
            {
                Serve(capacity, change);
            }

            return change;
        });
        Fraction[][] values = Array.ConvertAll(changes, change => (Fraction[])[.. change]);
        for (int period = 0; period < shocks.Length; period++)
        {
            for (int figure = 0; figure < graph.Figures.Count; figure++)
            {
                foreach (var (source, dependency) in graph.Incoming(figure))
                {
                    int before = period - graph.Dependencies[dependency].LagPeriods;
                    if (before >= 0)
                    {
                        values[period][figure] += elasticities[dependency] * changes[before][source];
                    }
                }
            }
        }

        return values;
    }

    /// <summary>What becomes of the services out of a capacity.</summary>
    private void Serve(int capacity, Fraction[] values)
    {
        if (!values[capacity].IsZero && graph.Limits.TryGetValue(capacity, out ServiceLimit? limit))
        {
            Fraction whole = Fraction.Of(limit.Capacity);
            Fraction[] before = limit.Serve(whole);
            Fraction[] after = limit.Serve(whole * (Fraction.One + values[capacity]));
            int[] services = graph.Services[capacity];
            for (int i = 0; i < services.Length; i++)
            {
                values[services[i]] = after[i] - before[i];
            }
        }
    }
}
