using System.Collections.Immutable;
using CostCenters.Allocations;
using CostCenters.Monetary;
using CostCenters.Structure;

namespace CostCenters.Profitability.ValueChains;

/// <summary>For every center, which profit centers' revenue stands on it, and what part of its cost each carries.
/// </summary>
/// <remarks>
/// <para>Parts go through all levels of service and around circles, by the drivers of an allocation: a support that
/// serves distribution is carried by those whom distribution serves. A sender of fixed amounts passes no parts on.
/// </para>
/// <para>Exact as long as the denominators that the drivers lead to have at most 1,024 bits and a circle at most a
/// hundred senders; in larger networks a part is off by less than 2^-56, and the common one, or without it the
/// greatest, takes what is missing to 1. Immutable.</para>
/// </remarks>
public sealed class ValueChain
{
    /// <summary>How near parts come in networks that are too large for exact ones: fast in 128 bits.</summary>
    internal const int Bits = 56;

    private readonly AllocationRun run;

    private ValueChain(AllocationRun run, ImmutableArray<ValueCarrier> carriers, ImmutableArray<ValueChainRow> rows)
    {
        this.run = run;
        Carriers = carriers;
        Rows = rows;
    }

    /// <summary>Who carries cost, as given.</summary>
    public ImmutableArray<ValueCarrier> Carriers { get; }

    /// <summary>All centers, in the order of the network.</summary>
    public ImmutableArray<ValueChainRow> Rows { get; }

    /// <summary>The row of a center.</summary>
    /// <exception cref="KeyNotFoundException">The network has no such center.</exception>
    public ValueChainRow this[CenterCode center] => Rows[run.Network.Require(center)];

    /// <summary>Creates the value chain of an allocation.</summary>
    /// <param name="run">The allocation: who uses whom, and what each center costs itself.</param>
    /// <param name="carriers">Who carries cost; what stays with other centers is common.</param>
    /// <param name="cancellation">Ends the work, of which nothing is left then.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">A carrier is null or stands twice, two have one center, or a center passes
    /// all of its cost on.</exception>
    /// <exception cref="KeyNotFoundException">The network has no such center.</exception>
    /// <exception cref="OperationCanceledException">The token asked for it.</exception>
    public static ValueChain Create(
        AllocationRun run, IEnumerable<ValueCarrier> carriers, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(run);
        ArgumentNullException.ThrowIfNull(carriers);
        ImmutableArray<ValueCarrier> all = [.. carriers];
        int[] carrierOf = CarriersOf(run, all);
        MethodNetwork lines = run.Lines;
        var parts = new Fraction[all.Length][];
        for (int carrier = 0; carrier < all.Length; carrier++)
        {
            cancellation.ThrowIfCancellationRequested();
            parts[carrier] = PartsOf(lines, carrierOf, carrier);
        }

        cancellation.ThrowIfCancellationRequested();
        bool[] endsOutside = EndsOutside(lines, carrierOf);
        var costs = new Fraction[lines.Count];
        var shares = new ImmutableArray<Fraction>[lines.Count];
        var common = new Fraction[lines.Count];
        for (int center = 0; center < lines.Count; center++)
        {
            costs[center] = Fraction.Of(run.Balances[center].Primary);
            (shares[center], common[center]) =
                WholeOf([.. parts.Select(part => part[center])], endsOutside[center]);
        }

        var revenueOfCost = new Lazy<Fraction[]>(() =>
        [
            .. all.Select((carrier, index) =>
                Fraction.Sum(costs.Select((cost, center) => cost * shares[center][index])) is { IsZero: false } whole
                    ? carrier.Revenue / whole
                    : Fraction.Zero),
        ]);
        return new ValueChain(run, all,
        [
            .. run.Network.Centers.Select((code, center) => new ValueChainRow(
                code, costs[center], all, shares[center], common[center], revenueOfCost)),
        ]);
    }

    /// <summary>By center the number of its carrier, or -1.</summary>
    private static int[] CarriersOf(AllocationRun run, ImmutableArray<ValueCarrier> carriers)
    {
        int[] carrierOf = new int[run.Lines.Count];
        Array.Fill(carrierOf, -1);
        var names = new HashSet<string>(StringComparer.Ordinal);
        for (int carrier = 0; carrier < carriers.Length; carrier++)
        {
            if (carriers[carrier] is null || !names.Add(carriers[carrier].Name))
            {
                throw new ArgumentException(
                    $"Carrier '{carriers[carrier]?.Name}' is null or stands twice.", nameof(carriers));
            }

            foreach (CenterCode code in carriers[carrier].Centers)
            {
                int center = run.Network.Require(code);
                if (carrierOf[center] >= 0 || run.Lines.PassesOn(center))
                {
                    throw new ArgumentException(
                        carrierOf[center] >= 0
                            ? $"Center '{code}' belongs to '{carriers[carrierOf[center]].Name}' and to "
                                + $"'{carriers[carrier].Name}'; a center has one carrier."
                            : $"Center '{code}' passes all of its cost on, and carries none.",
                        nameof(carriers));
                }

                carrierOf[center] = carrier;
            }
        }

        return carrierOf;
    }

    /// <summary>The part of the own cost of every center that reaches a carrier.</summary>
    private static Fraction[] PartsOf(MethodNetwork lines, int[] carrierOf, int carrier)
    {
        Int128[] charged = new Int128[lines.Count];
        for (int sender = 0; sender < lines.Count; sender++)
        {
            var (first, length) = lines.PassesOn(sender) ? lines.LinesOf(sender) : default;
            for (int line = first; line < first + length; line++)
            {
                charged[sender] += carrierOf[lines.ReceiverOf(line)] == carrier ? lines.Weights[line] : 0;
            }
        }

        Fraction[] parts = lines.Solver.PartsBehind(Array.ConvertAll(charged, value => Fraction.OfWhole(value)), Bits);
        for (int center = 0; center < parts.Length; center++)
        {
            parts[center] = carrierOf[center] == carrier ? Fraction.One : parts[center];
        }

        return parts;
    }

    /// <summary>Whether some of the cost of each center stays with one that belongs to no carrier.</summary>
    private static bool[] EndsOutside(MethodNetwork lines, int[] carrierOf)
    {
        bool[] ends = new bool[lines.Count];
        var reached = new Stack<int>(Enumerable.Range(0, lines.Count)
            .Where(center => !lines.PassesOn(center) && carrierOf[center] < 0));
        while (reached.TryPop(out int center))
        {
            if (!ends[center])
            {
                ends[center] = true;
                foreach (int sender in lines.SendersTo(center).Where(sender => lines.PassesOn(sender) && !ends[sender]))
                {
                    reached.Push(sender);
                }
            }
        }

        return ends;
    }

    /// <summary>Shares that make 1: the common one is the rest, or the greatest takes what is missing.</summary>
    private static (ImmutableArray<Fraction> Shares, Fraction Common) WholeOf(Fraction[] shares, bool endsOutside)
    {
        Fraction rest = Fraction.One - Fraction.Sum(shares);
        if (!rest.IsZero && (!endsOutside || rest.Sign < 0))
        {
            int greatest = Enumerable.Range(0, shares.Length).MaxBy(index => shares[index]);
            shares[greatest] += rest;
            rest = Fraction.Zero;
        }

        return ([.. shares], rest);
    }
}
