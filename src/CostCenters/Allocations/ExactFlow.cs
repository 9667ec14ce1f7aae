using CostCenters.Monetary;

namespace CostCenters.Allocations;

/// <summary>Flow equations solved exactly, in fractions.</summary>
/// <remarks>
/// <para>Nodes without a circle follow from those before them; each circle is solved by elimination. Every node must
/// reach an end outside of its circle, or the circle has no solution.</para>
/// <para>Without pivoting: the shares that leave a node make 1 at most, so every pivot is above 0.</para>
/// </remarks>
internal static class ExactFlow
{
    /// <summary>The price of a unit of weight of each node: flow ÷ whole.</summary>
    public static Fraction[] Prices(
        FlowEquations equations, Fraction[] entering, CancellationToken cancellation)
    {
        var prices = new Fraction[equations.Count];
        foreach (int[] circle in equations.Circles)
        {
            SolveCircle(equations, circle, entering, prices, cancellation);
        }

        return prices;
    }

    private static void SolveCircle(
        FlowEquations equations,
        int[] circle,
        Fraction[] entering,
        Fraction[] prices,
        CancellationToken cancellation)
    {
        var rows = new Dictionary<int, Dictionary<int, Fraction>>();
        var sides = new Dictionary<int, Fraction>();
        foreach (int node in circle)
        {
            rows.Add(node, new Dictionary<int, Fraction> { [node] = Fraction.OfWhole(equations.Wholes[node]) });
            sides.Add(node, entering[node]);
        }

        bool enters = false;
        foreach (int node in circle)
        {
            for (int arc = equations.First[node]; arc < equations.First[node + 1]; arc++)
            {
                int from = equations.From[arc];
                var weight = Fraction.OfWhole(equations.Weights[arc]);
                if (rows.ContainsKey(from))
                {
                    rows[node][from] = rows[node].GetValueOrDefault(from) - weight;
                }
                else
                {
                    sides[node] += weight * prices[from];
                }
            }

            enters |= !sides[node].IsZero;
        }

        if (enters)
        {
            Eliminate(rows, sides, prices, cancellation);
        }
    }

    /// <summary>Takes the shortest row first, so that a sparse circle stays sparse.</summary>
    private static void Eliminate(
        Dictionary<int, Dictionary<int, Fraction>> rows,
        Dictionary<int, Fraction> sides,
        Fraction[] prices,
        CancellationToken cancellation)
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

                cancellation.ThrowIfCancellationRequested();
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
                    rest -= entry * prices[column];
                }
            }

            prices[node] = rest / row[node];
        }
    }
}
