using System.Numerics;
using CostCenters.Monetary;

namespace CostCenters.Allocations;

/// <summary>Rounds exact charges to whole units so that every sender still sends what it has.</summary>
/// <remarks>
/// <para>Law: a rounded charge is the floor or the ceiling of the exact one, and at each sender the sum of what it
/// sends less what it receives stays its own cost. Such a rounding always exists: as long as charges with a fraction
/// are left, they form a circle, along which a fraction can be moved until one of them is whole.</para>
/// <para>First what senders charge each other and what each charges to others in all; then that is split over those
/// others by largest remainder. A sender that no sender serves and that serves none is split by largest remainder
/// alone.</para>
/// <para>All fractions are counted in parts of one denominator.</para>
/// </remarks>
internal sealed class FlowRounding
{
    private readonly int outside;
    private readonly (int Sender, int Receiver)[] lines;
    private readonly BigInteger denominator;
    private readonly BigInteger[] parts;
    private readonly BigInteger[] rounded;
    private readonly List<Arc> arcs = [];
    private readonly List<int>[] arcsOf;

    private FlowRounding(int senders, IReadOnlyList<(int Sender, int Receiver, Fraction Exact)> charges)
    {
        outside = senders;
        lines = [.. charges.Select(charge => (charge.Sender, charge.Receiver))];
        denominator = BigInteger.One;
        foreach (BigInteger other in charges.Select(charge => charge.Exact.Denominator).Distinct())
        {
            denominator *= other / BigInteger.GreatestCommonDivisor(denominator, other);
        }

        parts = [.. charges.Select(charge => charge.Exact.Numerator * (denominator / charge.Exact.Denominator))];
        rounded = new BigInteger[lines.Length];
        arcsOf = [.. Enumerable.Range(0, senders + 1).Select(_ => new List<int>())];
    }

    /// <summary>Rounds all charges.</summary>
    /// <param name="senders">The number of senders; they are the nodes 0 to one less.</param>
    /// <param name="charges">The charges in order; a receiver that is no sender is -1.</param>
    public static BigInteger[] Round(
        int senders, IReadOnlyList<(int Sender, int Receiver, Fraction Exact)> charges) =>
        new FlowRounding(senders, charges).Round();

    private BigInteger[] Round()
    {
        var arcOf = new Dictionary<int, Arc>();
        var outer = new SortedDictionary<int, List<int>>();
        for (int line = 0; line < lines.Length; line++)
        {
            var (sender, receiver) = lines[line];
            if (receiver == sender)
            {
                // What a sender charges itself it receives as well: any rounding keeps the balance.
                rounded[line] = Floor(parts[line] + (denominator / 2), out _);
            }
            else if (receiver >= 0)
            {
                arcOf.Add(line, Add(sender, receiver, parts[line]));
            }
            else if (!outer.TryAdd(sender, [line]))
            {
                outer[sender].Add(line);
            }
        }

        Arc[] outerArcs = [.. outer.Select(lines => Add(
            lines.Key,
            outside,
            lines.Value.Aggregate(BigInteger.Zero, (sum, line) => sum + parts[line])))];
        MoveFractions();
        foreach (var (line, arc) in arcOf)
        {
            rounded[line] = arc.Whole;
        }

        foreach (var (charged, arc) in outer.Values.Zip(outerArcs))
        {
            SplitByLargestRemainder(arc.Whole, charged);
        }

        return rounded;
    }

    private BigInteger Floor(BigInteger value, out BigInteger rest)
    {
        var floor = BigInteger.DivRem(value, denominator, out rest);
        if (rest.Sign < 0)
        {
            rest += denominator;
            floor -= BigInteger.One;
        }

        return floor;
    }

    /// <summary>A sum of charges of one sign, rounded up or down, over its charges.</summary>
    private void SplitByLargestRemainder(BigInteger total, List<int> charged)
    {
        var remainders = new Dictionary<int, BigInteger>();
        BigInteger left = BigInteger.Abs(total);
        foreach (int line in charged)
        {
            rounded[line] = Floor(BigInteger.Abs(parts[line]), out BigInteger remainder);
            remainders.Add(line, remainder);
            left -= rounded[line];
        }

        foreach (int line in charged.OrderByDescending(line => remainders[line]).Take((int)left))
        {
            rounded[line] += BigInteger.One;
        }

        foreach (int line in charged.Where(line => parts[line].Sign < 0))
        {
            rounded[line] = -rounded[line];
        }
    }

    private Arc Add(int from, int to, BigInteger exact)
    {
        BigInteger floor = Floor(exact, out BigInteger part);
        var arc = new Arc(from, to, floor, part);
        if (!part.IsZero)
        {
            arcsOf[from].Add(arcs.Count);
            arcsOf[to].Add(arcs.Count);
            arcs.Add(arc);
        }

        return arc;
    }

    private void MoveFractions()
    {
        var position = new Dictionary<int, int>();
        for (int start = 0; start < arcsOf.Length; start++)
        {
            var path = new List<(int Node, int Arc)>();
            int node = start;
            while (NextArc(node, path) is int arc and >= 0)
            {
                position[node] = path.Count;
                path.Add((node, arc));
                node = arcs[arc].Other(node);
                if (position.TryGetValue(node, out int first))
                {
                    List<(int Node, int Arc)> circle = path[first..];
                    MoveAround(circle);
                    circle.ForEach(step => position.Remove(step.Node));

                    // The way to the circle stays, and goes on from the node where it met the circle.
                    path.RemoveRange(first, circle.Count);
                }
            }
        }
    }

    /// <summary>An arc with a fraction at a node, other than the one by which the path came; -1 when there is none.
    /// </summary>
    private int NextArc(int node, List<(int Node, int Arc)> path)
    {
        List<int> own = arcsOf[node];
        int last = path.Count == 0 ? -1 : path[^1].Arc;
        for (int i = own.Count - 1; i >= 0; i--)
        {
            if (arcs[own[i]].Part.IsZero)
            {
                own.RemoveAt(i);
            }
            else if (own[i] != last)
            {
                return own[i];
            }
        }

        return -1;
    }

    /// <summary>Moves a fraction around a circle, in the direction that brings its charges nearer to whole
    /// ones.</summary>
    private void MoveAround(List<(int Node, int Arc)> circle)
    {
        List<Arc> up = [.. circle.Where(step => arcs[step.Arc].From == step.Node).Select(step => arcs[step.Arc])];
        List<Arc> down = [.. circle.Where(step => arcs[step.Arc].From != step.Node).Select(step => arcs[step.Arc])];
        BigInteger gain = BigInteger.Zero;
        up.ForEach(arc => gain += (arc.Part * 2) - denominator);
        down.ForEach(arc => gain -= (arc.Part * 2) - denominator);
        if (gain.Sign < 0)
        {
            (up, down) = (down, up);
        }

        BigInteger step = up.Select(arc => denominator - arc.Part).Concat(down.Select(arc => arc.Part)).Min();
        up.ForEach(arc => arc.Move(step, denominator));
        down.ForEach(arc => arc.Move(-step, denominator));
    }

    /// <summary>A charge on its way to a whole number: whole + part ÷ denominator.</summary>
    private sealed class Arc(int from, int to, BigInteger whole, BigInteger part)
    {
        public int From => from;

        public BigInteger Whole { get; private set; } = whole;

        public BigInteger Part { get; private set; } = part;

        public int Other(int node) => node == from ? to : from;

        public void Move(BigInteger step, BigInteger denominator)
        {
            Part += step;
            if (Part == denominator)
            {
                Whole += BigInteger.One;
                Part = BigInteger.Zero;
            }
        }
    }
}
