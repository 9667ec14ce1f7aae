using CostCenters.Monetary;

namespace CostCenters.Allocations;

/// <summary>What flows through nodes that pass shares of it on to each other, solved exactly.</summary>
/// <remarks>
/// <para>The flow of a node = what enters it + the sum over its arcs of share × flow of the node they come from. Nodes
/// without a circle follow from those before them; each circle (strongly connected nodes) is solved by elimination in
/// fractions. Every node must reach an end outside of its circle, or the circle has no solution.</para>
/// <para>Without pivoting: the shares that leave a node make 1 at most, so every pivot is above 0.</para>
/// </remarks>
internal sealed class ExactFlow
{
    private readonly (int From, Fraction Share)[][] entering;
    private readonly List<int[]> circles;

    /// <param name="count">The number of nodes.</param>
    /// <param name="arcs">The arcs, each pair of nodes once.</param>
    public ExactFlow(int count, IReadOnlyCollection<(int From, int To, Fraction Share)> arcs)
    {
        var into = Enumerable.Range(0, count).Select(_ => new List<(int, Fraction)>()).ToArray();
        foreach (var (from, to, share) in arcs)
        {
            into[to].Add((from, share));
        }

        entering = Array.ConvertAll(into, list => list.ToArray());
        circles = new StrongComponents(Array.ConvertAll(entering, list => Array.ConvertAll(list, arc => arc.From)))
            .Components;
    }

    /// <summary>The flow of every node, from what enters each of them from outside.</summary>
    public Fraction[] Solve(IReadOnlyList<Fraction> inflow)
    {
        var flow = new Fraction[entering.Length];
        foreach (int[] circle in circles)
        {
            SolveCircle(circle, inflow, flow);
        }

        return flow;
    }

    private void SolveCircle(int[] circle, IReadOnlyList<Fraction> inflow, Fraction[] flow)
    {
        var rows = new Dictionary<int, Dictionary<int, Fraction>>();
        var sides = new Dictionary<int, Fraction>();
        foreach (int node in circle)
        {
            rows.Add(node, new Dictionary<int, Fraction> { [node] = Fraction.One });
            sides.Add(node, inflow[node]);
        }

        bool enters = false;
        foreach (int node in circle)
        {
            foreach (var (from, share) in entering[node])
            {
                if (rows.ContainsKey(from))
                {
                    rows[node][from] = rows[node].GetValueOrDefault(from) - share;
                }
                else
                {
                    sides[node] += share * flow[from];
                }
            }

            enters |= !sides[node].IsZero;
        }

        if (enters)
        {
            Eliminate(rows, sides, flow);
        }
    }

    /// <summary>Takes the shortest row first, so that a sparse circle stays sparse.</summary>
    private static void Eliminate(
        Dictionary<int, Dictionary<int, Fraction>> rows, Dictionary<int, Fraction> sides, Fraction[] flow)
    {
        var eliminated = new Stack<(int Node, Dictionary<int, Fraction> Row)>();
        while (rows.Count > 0)
        {
            int node = rows.MinBy(row => (row.Value.Count, row.Key)).Key;
            _ = rows.Remove(node, out Dictionary<int, Fraction>? pivot);
            foreach (var (other, row) in rows)
            {
                if (!row.Remove(node, out Fraction value))
                {
                    continue;
                }

                Fraction factor = value / pivot![node];
                foreach (var (column, entry) in pivot)
                {
                    if (column != node)
                    {
                        row[column] = row.GetValueOrDefault(column) - (factor * entry);
                    }
                }

                sides[other] -= factor * sides[node];
            }

            eliminated.Push((node, pivot!));
        }

        foreach (var (node, row) in eliminated)
        {
            Fraction rest = sides[node];
            foreach (var (column, entry) in row)
            {
                if (column != node)
                {
                    rest -= entry * flow[column];
                }
            }

            flow[node] = rest / row[node];
        }
    }
}
