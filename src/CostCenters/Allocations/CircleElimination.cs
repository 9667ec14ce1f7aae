using System.Numerics;

namespace CostCenters.Allocations;

/// <summary>The flow around one circle by elimination, in floating point: for circles that are so seldom left that
/// steps do not come near.</summary>
/// <remarks>Steers alone. A node that is eliminated hands what it passes on to the nodes before it. What leaves a node
/// is added up anew each time, so that nothing is ever subtracted and each figure has nearly all its digits, however
/// little leaves the circle. Nodes of few arcs go first; once those that are left serve each other too closely for
/// lists, they stand in a full matrix. Source: Grassmann, Taksar and Heyman, Regenerative analysis and steady state
/// distributions for Markov chains.</remarks>
internal sealed class CircleElimination
{
    /// <summary>A full matrix is faster by so much for each of its cells.</summary>
    private const int ListCost = 32;

    private readonly int[] circle;
    private readonly double[] wholes;
    private readonly Dictionary<int, double>[] outgoing;
    private readonly HashSet<int>[] incoming;
    private readonly double[] exits;

    /// <summary>By node, what leaves it when it is eliminated: to those after it, and outside.</summary>
    private readonly double[] leaving;
    private readonly List<(int Node, (int From, double Weight)[] In)> early = [];
    private readonly int[] late;
    private readonly double[][] matrix;

    /// <param name="equations">The equations.</param>
    /// <param name="circle">The nodes of the circle.</param>
    /// <param name="cancellation">Ends the work.</param>
    public CircleElimination(FlowEquations equations, int[] circle, CancellationToken cancellation)
    {
        this.circle = circle;
        wholes = Array.ConvertAll(circle, node => (double)equations.Wholes[node]);
        outgoing = Array.ConvertAll(circle, _ => new Dictionary<int, double>());
        incoming = Array.ConvertAll(circle, _ => new HashSet<int>());
        leaving = new double[circle.Length];
        exits = ReadArcs(equations);
        bool[] isEarly = EliminateLists(cancellation);
        late = [.. Enumerable.Range(0, circle.Length).Where(node => !isEarly[node])];
        matrix = EliminateMatrix(cancellation);
    }

    /// <summary>The flow of the nodes of the circle, by their places.</summary>
    /// <param name="entering">What enters each of them; taken over.</param>
    public double[] Solve(double[] entering)
    {
        foreach (var (node, _) in early)
        {
            foreach (var (to, weight) in outgoing[node])
            {
                entering[to] += entering[node] * weight / leaving[node];
            }
        }

        for (int row = 0; row < late.Length; row++)
        {
            double part = entering[late[row]] / leaving[late[row]];
            for (int column = row + 1; column < late.Length; column++)
            {
                entering[late[column]] += part * matrix[row][column];
            }
        }

        // From here on the price of a unit of weight stands in the place of what enters.
        for (int row = late.Length - 1; row >= 0; row--)
        {
            double price = entering[late[row]] /= leaving[late[row]];
            for (int column = 0; column < row; column++)
            {
                entering[late[column]] += price * matrix[row][column];
            }
        }

        for (int place = early.Count - 1; place >= 0; place--)
        {
            var (node, arcs) = early[place];
            foreach (var (from, weight) in arcs)
            {
                entering[node] += weight * entering[from];
            }

            entering[node] /= leaving[node];
        }

        for (int node = 0; node < entering.Length; node++)
        {
            entering[node] *= wholes[node];
        }

        return entering;
    }

    /// <returns>By node, what leaves the circle.</returns>
    private double[] ReadArcs(FlowEquations equations)
    {
        var places = new Dictionary<int, int>();
        for (int place = 0; place < circle.Length; place++)
        {
            places.Add(circle[place], place);
        }

        Int128[] rest = Array.ConvertAll(circle, node => equations.Wholes[node]);
        for (int to = 0; to < circle.Length; to++)
        {
            for (int arc = equations.First[circle[to]]; arc < equations.First[circle[to] + 1]; arc++)
            {
                if (places.TryGetValue(equations.From[arc], out int from))
                {
                    rest[from] -= equations.Weights[arc];
                    if (from != to)
                    {
                        outgoing[from][to] = (double)equations.Weights[arc];
                        incoming[to].Add(from);
                    }
                }
            }
        }

        return Array.ConvertAll(rest, weight => (double)weight);
    }

    /// <summary>Eliminates nodes as long as one has few arcs.</summary>
    private bool[] EliminateLists(CancellationToken cancellation)
    {
        bool[] isGone = new bool[circle.Length];
        var queue = new PriorityQueue<int, (long Cost, int Node)>(
            Enumerable.Range(0, circle.Length).Select(node => (node, (CostOf(node), node))));
        while (queue.TryDequeue(out int node, out var queued))
        {
            if (isGone[node] || queued.Cost != CostOf(node))
            {
                continue;
            }

            cancellation.ThrowIfCancellationRequested();
            long left = circle.Length - early.Count;
            if (queued.Cost * ListCost > left * left)
            {
                break;
            }

            isGone[node] = true;
            Eliminate(node);
            foreach (int other in incoming[node].Concat(outgoing[node].Keys))
            {
                queue.Enqueue(other, (CostOf(other), other));
            }
        }

        return isGone;
    }

    private long CostOf(int node) => (long)incoming[node].Count * outgoing[node].Count;

    private void Eliminate(int node)
    {
        double sum = leaving[node] = exits[node] + outgoing[node].Values.Sum();
        var arcs = new List<(int From, double Weight)>();
        foreach (int from in incoming[node])
        {
            _ = outgoing[from].Remove(node, out double weight);
            arcs.Add((from, weight));
            exits[from] += weight * exits[node] / sum;
            foreach (var (to, further) in outgoing[node])
            {
                if (to != from)
                {
                    outgoing[from][to] = outgoing[from].GetValueOrDefault(to) + (weight * further / sum);
                    incoming[to].Add(from);
                }
            }
        }

        foreach (int to in outgoing[node].Keys)
        {
            incoming[to].Remove(node);
        }

        early.Add((node, [.. arcs]));
    }

    /// <summary>Eliminates the nodes that are left: row by row the arcs to those after them, and before the diagonal
    /// the arcs to those before them.</summary>
    private double[][] EliminateMatrix(CancellationToken cancellation)
    {
        int[] rowOf = new int[circle.Length];
        for (int row = 0; row < late.Length; row++)
        {
            rowOf[late[row]] = row;
        }

        double[][] rows = Array.ConvertAll(late, _ => new double[late.Length]);
        for (int row = 0; row < late.Length; row++)
        {
            foreach (var (to, weight) in outgoing[late[row]])
            {
                rows[row][rowOf[to]] = weight;
            }
        }

        for (int row = 0; row < late.Length; row++)
        {
            cancellation.ThrowIfCancellationRequested();
            double sum = exits[late[row]];
            foreach (double weight in rows[row].AsSpan(row + 1))
            {
                sum += weight;
            }

            leaving[late[row]] = sum;
            for (int other = row + 1; other < late.Length; other++)
            {
                double part = rows[other][row] / sum;
                if (part != 0)
                {
                    exits[late[other]] += part * exits[late[row]];
                    AddTimes(rows[other].AsSpan(row + 1), part, rows[row].AsSpan(row + 1));
                }
            }
        }

        return rows;
    }

    private static void AddTimes(Span<double> target, double factor, ReadOnlySpan<double> added)
    {
        int i = 0;
        for (; i <= target.Length - Vector<double>.Count; i += Vector<double>.Count)
        {
            (new Vector<double>(target[i..]) + (new Vector<double>(added[i..]) * factor)).CopyTo(target[i..]);
        }

        for (; i < target.Length; i++)
        {
            target[i] += factor * added[i];
        }
    }
}
