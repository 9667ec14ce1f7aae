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

    // The lines that pass shares on: their number, the nodes of both ends (-1 for others), and the weight.
    private readonly int[] passing;
    private readonly int[] senders;
    private readonly int[] receivers;
    private readonly Int128[] weights;
    private readonly PriceSolver ahead;
    private PriceSolver? behind;

    /// <param name="lines">The network.</param>
    public ChargeSolver(MethodNetwork lines)
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

        passing = new int[centers.Sum(center => lines.LinesOf(center).Length)];
        senders = new int[passing.Length];
        receivers = new int[passing.Length];
        weights = new Int128[passing.Length];
        int next = 0;
        for (int node = 0; node < centers.Length; node++)
        {
            var (first, length) = lines.LinesOf(centers[node]);
            for (int line = first; line < first + length; line++, next++)
            {
                passing[next] = line;
                senders[next] = node;
                receivers[next] = nodes[lines.ReceiverOf(line)];
                weights[next] = lines.WeightOf(line);
            }
        }

        ahead = new PriceSolver(new FlowEquations(wholes, senders, receivers, weights));
    }

    /// <summary>The rounded charge of each line; those of fixed amounts are 0.</summary>
    /// <param name="inflow">What enters each center, in counts.</param>
    /// <exception cref="OverflowException">A charge is beyond 64 bits of counts.</exception>
    public long[] Round(Int128[] inflow)
    {
        Int128[] entering = Array.ConvertAll(centers, center => inflow[center]);
        var (whole, part) = ahead.Charges(entering, senders, weights, ChargeBits);
        long[] rounded = FlowRounding.Round(entering, new FlowCharges(senders, receivers, whole, part));
        long[] all = new long[lines.LineCount];
        for (int i = 0; i < passing.Length; i++)
        {
            all[passing[i]] = rounded[i];
        }

        return all;
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
            for (int i = 0; i < passing.Length; i++)
            {
                if (receivers[i] < 0 && !prices[senders[i]].IsZero)
                {
                    flow[lines.ReceiverOf(passing[i])] += Fraction.OfWhole(weights[i]) * prices[senders[i]];
                }
            }

            return;
        }

        // Prices in parts of one power of two, as large networks have them, add up as whole numbers.
        int bits = prices.Length == 0 ? 0 : (int)prices.Max(price => price.Denominator.GetBitLength()) - 1;
        BigInteger[] parts = Array.ConvertAll(
            prices, price => price.Numerator << (bits - (int)price.Denominator.GetBitLength() + 1));
        var sums = new BigInteger[flow.Length];
        for (int i = 0; i < passing.Length; i++)
        {
            if (receivers[i] < 0)
            {
                sums[lines.ReceiverOf(passing[i])] += (BigInteger)weights[i] * parts[senders[i]];
            }
        }

        for (int center = 0; center < flow.Length; center++)
        {
            flow[center] += Fraction.OfBinary(sums[center], bits);
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
        behind ??= new PriceSolver(new FlowEquations(wholes, receivers, senders, weights));
        Fraction[] prices = behind.Fractions(Array.ConvertAll(centers, center => charged[center]), bits);
        var parts = new Fraction[lines.Count];
        for (int node = 0; node < centers.Length; node++)
        {
            parts[centers[node]] = prices[node];
        }

        return parts;
    }
}
