using System.Collections.Immutable;
using CostCenters.Calendars;
using CostCenters.Cubes;
using CostCenters.Monetary;
using CostCenters.Structure;

namespace CostCenters.Allocations;

/// <summary>One allocation: its network and method, what every sender charged, balances and findings.</summary>
/// <remarks>
/// <para>The charges solve the method's equations, and are rounded once, all together: each is its exact amount rounded
/// up or down to the scale of the network, and every sender sends exactly what it has. What a sender charges to centers
/// that are no senders is split by largest remainder; remainders equal to seven decimals of a unit are ties, which go
/// to the earlier center.</para>
/// <para>Law: over all centers, what is sent is what is received, and the rests make the total of the primary cost. No
/// receiver gets a negative share of a positive pool. Direct and step-down are reciprocal runs of a network that lacks
/// the drivers which the method leaves out, so methods that see the same drivers give the same figures.</para>
/// <para>A run is a value: the same network and method give the same figures. Immutable.</para>
/// </remarks>
public sealed class AllocationRun
{
    private readonly Lazy<Fraction[]> gross;

    private AllocationRun(
        AllocationNetwork network,
        MethodNetwork lines,
        AllocationMethod method,
        ImmutableArray<AllocationCharge> charges,
        ImmutableArray<CenterBalance> balances)
    {
        Network = network;
        Lines = lines;
        Method = method;
        Charges = charges;
        Balances = balances;
        gross = new Lazy<Fraction[]>(() => lines.Solver.Flow(lines.Inflow(network.Counts)));
        Findings =
        [
            .. Network.Findings,
            .. balances.Where((balance, index) => Network.IsNamedSender(index) && balance.Rest != 0m)
                .Select(balance => new AllocationFinding(
                    AllocationFindingKind.UndistributedRest, balance.Center, null, null, balance.Rest)),
        ];
    }

    /// <summary>What was allocated.</summary>
    public AllocationNetwork Network { get; }

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

    /// <summary>Allocates a network.</summary>
    /// <param name="network">The network.</param>
    /// <param name="method">The method.</param>
    /// <param name="cancellation">Ends the work, of which nothing is left then.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="AllocationException">The method cannot allocate the network: a sender has no receiver that it
    /// may charge, a circle never leaves its senders, or the order lacks a sender.</exception>
    /// <exception cref="OverflowException">A charge or a balance is beyond 64 bits of counts.</exception>
    /// <exception cref="OperationCanceledException">The token asked for it.</exception>
    public static AllocationRun Create(
        AllocationNetwork network, AllocationMethod method, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(method);
        return Create(network, new MethodNetwork(network, method), method, cancellation);
    }

    /// <summary>Allocates other costs of the same centers by the same drivers and method, such as those of the next
    /// period; faster than a run of a new network.</summary>
    /// <param name="costs">All centers of the network, each with what it costs itself, in any order.</param>
    /// <param name="cancellation">Ends the work, of which nothing is left then.</param>
    /// <exception cref="ArgumentNullException"><paramref name="costs"/> is null.</exception>
    /// <exception cref="AllocationException">A center is missing, unknown or named twice, or an amount does not fit the
    /// scale.</exception>
    /// <exception cref="OverflowException">A charge or a balance is beyond 64 bits of counts.</exception>
    /// <exception cref="OperationCanceledException">The token asked for it.</exception>
    public AllocationRun WithCosts(IEnumerable<CenterCost> costs, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(costs);
        AllocationNetwork other = Network.WithCosts(costs);
        return Method.StepOrder is null
            ? Create(other, Lines, Method, cancellation)
            : Create(other, Method, cancellation);
    }

    private static AllocationRun Create(
        AllocationNetwork network, MethodNetwork lines, AllocationMethod method, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        long[] rounded = lines.SolverFor(cancellation).Round(lines.Inflow(network.Counts), cancellation);
        var charges = ImmutableArray.CreateBuilder<AllocationCharge>(lines.LineCount);
        Int128[] sent = new Int128[lines.Count];
        Int128[] received = new Int128[lines.Count];
        for (int sender = 0; sender < lines.Count; sender++)
        {
            var (first, length) = lines.LinesOf(sender);
            for (int line = first; line < first + length; line++)
            {
                long count = lines.PassesOn(sender) ? rounded[line] : (long)lines.Weights[line];
                sent[sender] += count;
                received[lines.ReceiverOf(line)] += count;
                charges.Add(new AllocationCharge(
                    network.Centers[sender],
                    network.Centers[lines.ReceiverOf(line)],
                    network.Scale.ToDecimal(count)));
            }
        }

        ImmutableArray<CenterBalance> balances =
        [
            .. network.Centers.Select((center, index) => new CenterBalance(
                center,
                network.Pools[index] is not null,
                AmountOf(network, network.Counts[index]),
                AmountOf(network, received[index]),
                AmountOf(network, sent[index]),
                AmountOf(network, network.Counts[index] + received[index] - sent[index]))),
        ];
        return new AllocationRun(network, lines, method, charges.MoveToImmutable(), balances);
    }

    /// <summary>What a sender charged a receiver, or null when it charged nothing.</summary>
    /// <param name="sender">The sender.</param>
    /// <param name="receiver">The receiver.</param>
    public AllocationCharge? Charge(CenterCode sender, CenterCode receiver) =>
        Network.IndexOf(sender) is int from and >= 0
        && Network.IndexOf(receiver) is int to and >= 0
        && Lines.LineBetween(from, to) is int line and >= 0
            ? Charges[line]
            : null;

    /// <summary>The gross cost of a center before anything was rounded.</summary>
    /// <remarks>Exact where the denominators that the drivers lead to have 1,024 bits at most, which a hundred senders
    /// by percentages do not exceed, and a circle has a hundred senders at most. For larger networks off by less than
    /// 2^-96 of a count. Solved when it is asked for first.</remarks>
    /// <param name="center">The center.</param>
    /// <exception cref="KeyNotFoundException">The network has no such center.</exception>
    public Fraction UnroundedGross(CenterCode center) =>
        gross.Value[Network.Require(center)] / Network.UnitsPerWhole;

    /// <summary>What a unit of weight of a sender costs before anything was rounded, in counts.</summary>
    internal Fraction PriceOf(int sender) => gross.Value[sender] / Fraction.OfWhole(Lines.WholeOf(sender));

    /// <summary>What a sender charged a receiver before it was rounded, as exact as
    /// <see cref="UnroundedGross"/>.</summary>
    /// <param name="sender">The sender.</param>
    /// <param name="receiver">The receiver.</param>
    /// <exception cref="KeyNotFoundException">The network has no such center.</exception>
    public Fraction UnroundedCharge(CenterCode sender, CenterCode receiver)
    {
        int from = Network.Require(sender);
        int to = Network.Require(receiver);
        return Lines.PassesOn(from)
            ? Lines.ShareBetween(from, to) * UnroundedGross(sender)
            : Fraction.OfWhole(Lines.WeightBetween(from, to)) / Network.UnitsPerWhole;
    }

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

    private static decimal AmountOf(AllocationNetwork network, Int128 count) =>
        network.Scale.ToDecimal(checked((long)count));
}
