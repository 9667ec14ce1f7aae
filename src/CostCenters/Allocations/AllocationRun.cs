using System.Collections.Immutable;
using System.Numerics;
using CostCenters.Calendars;
using CostCenters.Cubes;
using CostCenters.Monetary;
using CostCenters.Structure;

namespace CostCenters.Allocations;

/// <summary>One allocation: its network and method, what every sender charged, balances and findings.</summary>
/// <remarks>
/// <para>The exact charges solve the method's equations in fractions. They are rounded once, all together: each charge
/// is its exact amount rounded up or down to the scale of the network, and every sender sends exactly what it has. What
/// a sender charges to centers that are no senders is split by largest remainder; ties go to the earlier center.</para>
/// <para>Law: over all centers, what is sent is what is received, and the rests make the total of the primary cost. No
/// receiver gets a negative share of a positive pool. Direct and step-down are reciprocal runs of a network that lacks
/// the drivers which the method leaves out, so methods that see the same drivers give the same figures.</para>
/// <para>A run is a value: the same network and method give the same figures. Immutable.</para>
/// </remarks>
public sealed class AllocationRun
{
    private readonly ImmutableDictionary<(CenterCode Sender, CenterCode Receiver), AllocationCharge> charges;

    private AllocationRun(
        MethodNetwork lines,
        AllocationMethod method,
        ImmutableArray<AllocationCharge> charges,
        ImmutableArray<CenterBalance> balances,
        Fraction[] gross)
    {
        Lines = lines;
        Method = method;
        Charges = charges;
        Balances = balances;
        ExactGross = gross;
        this.charges = charges.ToImmutableDictionary(charge => (charge.Sender, charge.Receiver));
        Findings =
        [
            .. Network.Findings,
            .. balances.Where((balance, index) => Network.IsNamedSender(index) && balance.Rest != 0m)
                .Select(balance => new AllocationFinding(
                    AllocationFindingKind.UndistributedRest, balance.Center, null, null, balance.Rest)),
        ];
    }

    /// <summary>What was allocated.</summary>
    public AllocationNetwork Network => Lines.Network;

    /// <summary>How it was allocated.</summary>
    public AllocationMethod Method { get; }

    /// <summary>The senders in the order in which a step-down closed them; empty for the other methods.</summary>
    public ImmutableArray<CenterCode> Order => Lines.Order;

    /// <summary>What every sender charged, by sender and receiver in the order of the network; a receiver with a driver
    /// of 0 has no charge.</summary>
    public ImmutableArray<AllocationCharge> Charges { get; }

    /// <summary>In, out and rest of every center, in the order of the network.</summary>
    public ImmutableArray<CenterBalance> Balances { get; }

    /// <summary>What the rules did to drivers, and what senders did not distribute.</summary>
    public ImmutableArray<AllocationFinding> Findings { get; }

    /// <summary>The balance of a center.</summary>
    /// <exception cref="KeyNotFoundException">The network has no such center.</exception>
    public CenterBalance this[CenterCode center] => Balances[Network.Require(center)];

    internal MethodNetwork Lines { get; }

    /// <summary>The gross cost of every center, in counts.</summary>
    internal Fraction[] ExactGross { get; }

    /// <summary>Allocates a network.</summary>
    /// <param name="network">The network.</param>
    /// <param name="method">The method.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="AllocationException">The method cannot allocate the network: a sender has no receiver that it
    /// may charge, a circle never leaves its senders, or the order lacks a sender.</exception>
    /// <exception cref="OverflowException">A charge or a balance is beyond 64 bits of counts.</exception>
    public static AllocationRun Create(AllocationNetwork network, AllocationMethod method)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(method);
        var lines = new MethodNetwork(network, method);
        Fraction[] gross = new ExactFlow(network.Centers.Length, lines.Shares).Solve(lines.Inflow());
        (int Sender, int Receiver, Fraction Exact)[] exact =
            [.. lines.Shares.Select(line => (line.Sender, line.Receiver, line.Share * gross[line.Sender]))];
        int[] nodes = SenderNodes(lines, out int senders);
        BigInteger[] rounded = FlowRounding.Round(
            senders,
            [.. exact.Select(line => (nodes[line.Sender], nodes[line.Receiver], line.Exact))]);

        IEnumerable<(int Sender, int Receiver, Fraction Exact, BigInteger Count)> all = exact
            .Select((line, index) => (line.Sender, line.Receiver, line.Exact, rounded[index]))
            .Concat(lines.Amounts.Select(line =>
                (line.Sender, line.Receiver, line.Amount, line.Amount.Numerator)))
            .OrderBy(line => (line.Sender, line.Receiver));
        var charges = ImmutableArray.CreateBuilder<AllocationCharge>();
        var sent = new BigInteger[gross.Length];
        var received = new BigInteger[gross.Length];
        foreach (var line in all)
        {
            sent[line.Sender] += line.Count;
            received[line.Receiver] += line.Count;
            charges.Add(new AllocationCharge(
                network.Centers[line.Sender],
                network.Centers[line.Receiver],
                AmountOf(network, line.Count),
                line.Exact / network.UnitsPerWhole));
        }

        ImmutableArray<CenterBalance> balances =
        [
            .. network.Centers.Select((center, index) => new CenterBalance(
                center,
                network.Pools[index] is not null,
                AmountOf(network, network.Counts[index]),
                AmountOf(network, received[index]),
                AmountOf(network, sent[index]),
                AmountOf(network, network.Counts[index] + received[index] - sent[index]),
                gross[index] / network.UnitsPerWhole)),
        ];
        return new AllocationRun(lines, method, charges.ToImmutable(), balances, gross);
    }

    /// <summary>What a sender charged a receiver, or null when it charged nothing.</summary>
    /// <param name="sender">The sender.</param>
    /// <param name="receiver">The receiver.</param>
    public AllocationCharge? Charge(CenterCode sender, CenterCode receiver) =>
        charges.GetValueOrDefault((sender, receiver));

    /// <summary>The run as a layer: every charge on its receiver, and with the opposite sign on its sender.</summary>
    /// <remarks>Over all centers it sums to 0. Added to the layer that was allocated, it gives loaded cost, which every
    /// report reads. Own use, which changes no center, is left out.</remarks>
    /// <param name="space">The space; it holds all centers, and counts in the network's currency and scale.</param>
    /// <param name="element">The secondary element that charges and credits stand on.</param>
    /// <param name="period">The period that they stand in.</param>
    /// <exception cref="ArgumentNullException"><paramref name="space"/> is null.</exception>
    /// <exception cref="ArgumentException">The space has another currency or scale, or the element is not secondary.
    /// </exception>
    /// <exception cref="KeyNotFoundException">The space has no such center or element.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The calendar has no such period.</exception>
    /// <exception cref="AmountOverflowException">A cell is beyond 64 bits.</exception>
    public Cube ToCube(CubeSpace space, ElementCode element, FiscalPeriod period)
    {
        ArgumentNullException.ThrowIfNull(space);
        if (space.Currency != Network.Currency || space.Scale != Network.Scale)
        {
            throw new ArgumentException(
                $"The network counts {Network.Currency} by {Network.Scale} decimals, the space {space.Currency} by "
                + $"{space.Scale}.",
                nameof(space));
        }

        if (space.Elements[element].Category != ElementCategory.Secondary)
        {
            throw new ArgumentException(
                $"'{element}' is a primary element; what centers charge each other stands on secondary ones.",
                nameof(element));
        }

        var builder = new CubeBuilder(space);
        foreach (AllocationCharge charge in Charges.Where(charge => charge.Sender != charge.Receiver))
        {
            builder.Add(new CellAddress(charge.Receiver, element, period), charge.Amount);
            builder.Add(new CellAddress(charge.Sender, element, period), -charge.Amount);
        }

        return builder.Build();
    }

    private static decimal AmountOf(AllocationNetwork network, BigInteger count) =>
        network.Scale.ToDecimal(checked((long)count));

    /// <summary>The number of each center among those that pass shares on, or -1.</summary>
    private static int[] SenderNodes(MethodNetwork lines, out int senders)
    {
        var nodes = new int[lines.Network.Centers.Length];
        senders = 0;
        for (int center = 0; center < nodes.Length; center++)
        {
            nodes[center] = lines.PassesOn(center) ? senders++ : -1;
        }

        return nodes;
    }
}
