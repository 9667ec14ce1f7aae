using System.Numerics;
using CostCenters.Monetary;

namespace CostCenters.Allocations;

/// <summary>What flows through a network: rounded charges, and gross costs and shares as fractions.</summary>
/// <remarks>Safe for any number of threads.</remarks>
internal sealed class ChargeSolver
{
    /// <summary>No charge is off by more than 2 to the power of minus so many units before it is rounded.</summary>
    private const int ChargeBits = 40;

    private readonly MethodNetwork lines;
    private readonly int[] centers;
    private readonly int[] nodes;
    private readonly Int128[] wholes;

    // By line of the network: the nodes of both ends, below 0 for none.
    private readonly int[] senders;
    private readonly int[] receivers;
    private readonly PriceSolver ahead;
    private PriceSolver? behind;

    /// <param name="lines">The network.</param>
    /// <param name="cancellation">Ends the work.</param>
    public ChargeSolver(MethodNetwork lines, CancellationToken cancellation)
    {
        this.lines = lines;
        centers = [.. Enumerable.Range(0, lines.Count).Where(lines.PassesOn)];
        wholes = Array.ConvertAll(centers, lines.WholeOf);
        nodes = new int[lines.Count];
        Array.Fill(nodes, -1);
        for (int node = 0; node < centers.Length; node++)
        {
            nodes[centers[node]] = node;
        }

        senders = new int[lines.LineCount];
        receivers = new int[lines.LineCount];
        for (int center = 0; center < nodes.Length; center++)
        {
            var (first, length) = lines.LinesOf(center);
            Array.Fill(senders, nodes[center], first, length);
            for (int line = first; line < first + length; line++)
            {
                receivers[line] = nodes[lines.ReceiverOf(line)];
            }
        }

        ahead = new PriceSolver(new FlowEquations(wholes, senders, receivers, lines.Weights), cancellation);
    }

    /// <summary>The rounded charge of each line; those of fixed amounts are 0.</summary>
    /// <param name="inflow">What enters each center, in counts.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <exception cref="OverflowException">A charge is beyond 64 bits of counts.</exception>
    public long[] Round(Int128[] inflow, CancellationToken cancellation)
    {
        Int128[] entering = Array.ConvertAll(centers, center => inflow[center]);
        var (whole, part) = ahead.Charges(entering, senders, lines.Weights, ChargeBits, cancellation);
        return FlowRounding.Round(entering, new FlowCharges(senders, receivers, whole, part));
    }

    /// <summary>What flows through each center.</summary>
    /// <param name="inflow">What enters each center.</param>
    /// <param name="bits">How near flows come that are not exact: 2 to the power of minus so many.</param>
    public Fraction[] Flow(Int128[] inflow, int bits = 128)
    {
        Fraction[] prices = ahead.Fractions(
            Array.ConvertAll(centers, center => Fraction.OfWhole(inflow[center])), bits);
        Fraction[] flow = Array.ConvertAll(inflow, value => Fraction.OfWhole(value));
        AddCharges(flow, prices);
        for (int node = 0; node < centers.Length; node++)
        {
            flow[centers[node]] = prices[node] * Fraction.OfWhole(wholes[node]);
        }

        return flow;
    }

    /// <summary>Adds to the flow of each center that passes nothing on what it is charged.</summary>
    private void AddCharges(Fraction[] flow, Fraction[] prices)
    {
        if (Array.Exists(prices, price => !price.Denominator.IsPowerOfTwo))
        {
            foreach (int line in Ending().Where(line => !prices[senders[line]].IsZero))
            {
                flow[lines.ReceiverOf(line)] += Fraction.OfWhole(lines.Weights[line]) * prices[senders[line]];
            }

            return;
        }

        // Prices in parts of one power of two, as large networks have them, add up as whole numbers.
        int bits = prices.Length == 0 ? 0 : (int)prices.Max(price => price.Denominator.GetBitLength()) - 1;
        BigInteger[] parts = Array.ConvertAll(
            prices, price => price.Numerator << (bits - (int)price.Denominator.GetBitLength() + 1));
        var sums = new BigInteger[flow.Length];
        foreach (int line in Ending())
        {
            sums[lines.ReceiverOf(line)] += (BigInteger)lines.Weights[line] * parts[senders[line]];
        }

        for (int center = 0; center < flow.Length; center++)
        {
            flow[center] += Fraction.OfBinary(sums[center], bits);
        }
    }

    /// <summary>The lines that pass shares on to centers that keep them.</summary>
    private IEnumerable<int> Ending()
    {
        for (int line = 0; line < senders.Length; line++)
        {
            if (senders[line] >= 0 && receivers[line] < 0)
            {
                yield return line;
            }
        }
    }

    /// <summary>What part of what a center costs itself reaches each center, on whatever way.</summary>
    /// <remarks>Law: the shares of centers that pass nothing on make 1. Where they are not exact, the greatest of them
    /// takes what is missing.</remarks>
    /// <param name="center">The center.</param>
    /// <param name="bits">How near shares come that are not exact: 2 to the power of minus so many.</param>
    public Fraction[] SharesAhead(int center, int bits = 128)
    {
        Int128[] one = new Int128[lines.Count];
        one[center] = 1;
        Fraction[] shares = Flow(one, bits);
        int[] ends = [.. Enumerable.Range(0, shares.Length).Where(end => nodes[end] < 0 && !shares[end].IsZero)];
        shares[ends.MaxBy(end => shares[end])] += Fraction.One - Fraction.Sum(ends.Select(end => shares[end]));
        return shares;
    }

    /// <summary>What part of all that each center costs itself reaches one center, on whatever way.</summary>
    public Fraction[] SharesBehind(int center)
    {
        var charged = new Fraction[lines.Count];
        if (lines.PassesOn(center))
        {
            charged[center] = Fraction.OfWhole(lines.WholeOf(center));
            return PartsBehind(charged);
        }

        foreach (int sender in lines.SendersTo(center).Where(lines.PassesOn))
        {
            charged[sender] = Fraction.OfWhole(lines.WeightBetween(sender, center));
        }

        Fraction[] shares = PartsBehind(charged);
        shares[center] = Fraction.One;
        return shares;
    }

    /// <summary>What part of all that each center costs itself is in so many units of weight of each sender, on
    /// whatever way.</summary>
    /// <param name="charged">By center, the units of weight.</param>
    /// <param name="bits">How near parts come that are not exact: 2 to the power of minus so many.</param>
    public Fraction[] PartsBehind(Fraction[] charged, int bits = 128)
    {
        // The same equations turned around: their prices are the parts.
        behind ??= new PriceSolver(new FlowEquations(wholes, receivers, senders, lines.Weights), default);
        return PricesOf(behind, charged, bits);
    }

    /// <summary>What a unit of weight of each sender costs if so much enters each center.</summary>
    public Fraction[] PricesAhead(Fraction[] entering) => PricesOf(ahead, entering, 128);

    private Fraction[] PricesOf(PriceSolver solver, Fraction[] entering, int bits)
    {
        Fraction[] prices = solver.Fractions(Array.ConvertAll(centers, center => entering[center]), bits);
        var all = new Fraction[lines.Count];
        for (int node = 0; node < centers.Length; node++)
        {
            all[centers[node]] = prices[node];
        }

        return all;
    }
}
