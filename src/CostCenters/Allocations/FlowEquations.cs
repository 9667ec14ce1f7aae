namespace CostCenters.Allocations;

/// <summary>Nodes that pass shares of what flows through them on to each other, and to others outside.</summary>
/// <remarks>
/// <para>The flow of a node = what enters it + the sum over the arcs that lead to it of weight ÷ whole × flow of the
/// node they come from. The whole of a node is at least the sum of the weights that leave it.</para>
/// <para>Immutable.</para>
/// </remarks>
internal sealed class FlowEquations
{
    private readonly double[] share;
    private readonly double[] own;
    private readonly int[][] circles;

    /// <param name="wholes">By node, the weight that its whole flow stands for; above 0.</param>
    /// <param name="from">The nodes that arcs come from, below 0 for none; each pair of nodes once.</param>
    /// <param name="to">The nodes that they lead to, below 0 for none.</param>
    /// <param name="weights">The weights of the arcs.</param>
    public FlowEquations(Int128[] wholes, int[] from, int[] to, Int128[] weights)
    {
        Wholes = wholes;
        WholeBits = wholes.Select(whole => 128 - (int)Int128.LeadingZeroCount(whole)).DefaultIfEmpty().Max();
        First = new int[wholes.Length + 1];
        for (int arc = 0; arc < from.Length; arc++)
        {
            if (from[arc] >= 0 && to[arc] >= 0)
            {
                First[to[arc] + 1]++;
            }
        }

        for (int node = 0; node < wholes.Length; node++)
        {
            First[node + 1] += First[node];
        }

        From = new int[First[^1]];
        Weights = new Int128[From.Length];
        share = new double[From.Length];
        own = new double[wholes.Length];
        double[] whole = Array.ConvertAll(wholes, value => (double)value);
        double[] influx = new double[wholes.Length];
        int[] next = First[..^1];
        for (int arc = 0; arc < from.Length; arc++)
        {
            if (from[arc] >= 0 && to[arc] >= 0)
            {
                double weight = (double)weights[arc];
                int slot = next[to[arc]]++;
                From[slot] = from[arc];
                Weights[slot] = weights[arc];
                share[slot] = weight / whole[from[arc]];
                influx[to[arc]] += weight;
                own[to[arc]] += from[arc] == to[arc] ? share[slot] : 0;
            }
        }

        GreatestInflux = Math.ScaleB(influx.DefaultIfEmpty().Max(), -WholeBits);
        circles = [.. new StrongComponents(First, From).Components];
    }

    /// <summary>The number of nodes.</summary>
    public int Count => Wholes.Length;

    /// <summary>By node, the weight that its whole flow stands for.</summary>
    public Int128[] Wholes { get; }

    /// <summary>Where the arcs that lead to each node begin; one number more than there are nodes.</summary>
    public int[] First { get; }

    /// <summary>The nodes that the arcs come from.</summary>
    public int[] From { get; }

    /// <summary>The weights of the arcs.</summary>
    public Int128[] Weights { get; }

    /// <summary>The circles, each after all that lead to it; a node without a circle is one of its own.</summary>
    public IReadOnlyList<int[]> Circles => circles;

    /// <summary>The bits of the greatest whole.</summary>
    public int WholeBits { get; }

    /// <summary>How many bits the denominators of the exact solution have at most.</summary>
    public double DenominatorBits() =>
        Enumerable.Range(0, Count).Where(node => First[node] < First[node + 1])
            .Concat(From).Distinct().Sum(node => Math.Log2((double)Wholes[node]));

    /// <summary>The greatest sum of weights that lead to a node, in parts of the greatest whole.</summary>
    public double GreatestInflux { get; }

    /// <summary>The flow of every node, about.</summary>
    /// <remarks>Steers alone; no figure is taken from it without proof.</remarks>
    /// <param name="inflow">What enters each node from outside.</param>
    /// <param name="tolerance">Once a step changes no flow by more than this part of the greatest, it is the last one.
    /// </param>
    /// <param name="cancellation">Ends the work.</param>
    public double[] Approximate(double[] inflow, double tolerance, CancellationToken cancellation)
    {
        double[] flow = new double[Count];
        foreach (int[] circle in circles)
        {
            if (circle.Length == 1)
            {
                int node = circle[0];
                flow[node] = Entering(node, inflow, flow);
            }
            else if (Array.Exists(circle, node => Entering(node, inflow, flow) != 0))
            {
                AndersonIteration.Run(circle, flow, tolerance, () =>
                {
                    cancellation.ThrowIfCancellationRequested();
                    Sweep(circle, inflow, flow);
                });
            }
        }

        return flow;
    }

    /// <summary>The flow of every node, about, as near as elimination comes.</summary>
    /// <param name="inflow">What enters each node from outside.</param>
    /// <param name="eliminated">The circles eliminated, in their order; null for a node without one.</param>
    public double[] Eliminate(double[] inflow, CircleElimination?[] eliminated)
    {
        double[] flow = new double[Count];
        for (int number = 0; number < circles.Length; number++)
        {
            int[] circle = circles[number];
            if (eliminated[number] is not CircleElimination elimination)
            {
                flow[circle[0]] = Entering(circle[0], inflow, flow);
                continue;
            }

            // The nodes of this circle have no flow yet: what enters one comes from circles before.
            double[] solved = elimination.Solve(Array.ConvertAll(
                circle, node => Entering(node, inflow, flow) * (1 - own[node])));
            for (int place = 0; place < circle.Length; place++)
            {
                flow[circle[place]] = solved[place];
            }
        }

        return flow;
    }

    /// <summary>The greatest sum of magnitudes that an equation adds up.</summary>
    public double Magnitude(double[] inflow, double[] flow)
    {
        double greatest = 0;
        for (int node = 0; node < Count; node++)
        {
            double sum = Math.Abs(inflow[node]) + Math.Abs(flow[node]);
            for (int arc = First[node]; arc < First[node + 1]; arc++)
            {
                sum += share[arc] * Math.Abs(flow[From[arc]]);
            }

            greatest = Math.Max(greatest, sum);
        }

        return greatest;
    }

    /// <summary>What is missing in each equation, about.</summary>
    public double[] Missing(double[] inflow, double[] flow)
    {
        double[] missing = new double[Count];
        for (int node = 0; node < Count; node++)
        {
            missing[node] = inflow[node] - flow[node];
            for (int arc = First[node]; arc < First[node + 1]; arc++)
            {
                missing[node] += share[arc] * flow[From[arc]];
            }
        }

        return missing;
    }

    /// <summary>Every node of a circle anew, one after the other (Gauss-Seidel).</summary>
    private void Sweep(int[] circle, double[] inflow, double[] flow)
    {
        foreach (int node in circle)
        {
            flow[node] = Entering(node, inflow, flow);
        }
    }

    /// <summary>The flow of a node by the flows of the others.</summary>
    private double Entering(int node, double[] inflow, double[] flow)
    {
        double sum = inflow[node] - (own[node] * flow[node]);
        for (int arc = First[node]; arc < First[node + 1]; arc++)
        {
            sum += share[arc] * flow[From[arc]];
        }

        return sum / (1 - own[node]);
    }
}
