using System.Collections.Immutable;
using CostCenters.Monetary;
using CostCenters.Structure;

namespace CostCenters.Allocations;

/// <summary>A network as a method sees it: the receivers that each sender charges, and by which share.</summary>
/// <remarks>Senders of fixed amounts pass no shares on: what reaches them ends there, and what they charge enters the
/// network anew.</remarks>
internal sealed class MethodNetwork
{
    /// <exception cref="AllocationException">The method cannot allocate the network.</exception>
    public MethodNetwork(AllocationNetwork network, AllocationMethod method)
    {
        Network = network;
        Order = OrderOf(network, method);
        int[] closing = Closing(network, method, Order);
        var shares = new List<(int, int, Fraction)>();
        var amounts = new List<(int, int, Fraction)>();
        var faults = new List<AllocationFault>();
        for (int sender = 0; sender < closing.Length; sender++)
        {
            if (network.Pools[sender] is not CostPool pool)
            {
                continue;
            }

            (int Receiver, Fraction Value)[] lines =
                [.. pool.Lines.Where(line => method.IsReciprocal || closing[line.Receiver] > closing[sender])];
            Fraction sum = Fraction.Sum(lines.Select(line => line.Value));
            if (pool.IsFixed)
            {
                amounts.AddRange(lines.Select(line => (sender, line.Receiver, line.Value)));
            }
            else if (lines.Length == 0)
            {
                CenterCode code = network.Centers[sender];
                faults.Add(new AllocationFault(
                    AllocationFaultKind.NoReceiver,
                    code,
                    null,
                    $"Center '{code}' has no receiver that the {method} method lets it charge; choose another order or "
                    + "method, or give it one."));
            }
            else
            {
                shares.AddRange(lines.Select(line => (sender, line.Receiver, line.Value / sum)));
            }
        }

        Shares = [.. shares];
        Amounts = [.. amounts];
        faults.AddRange(ClosedCircles());
        if (faults.Count > 0)
        {
            throw new AllocationException(faults);
        }
    }

    public AllocationNetwork Network { get; }

    /// <summary>The senders in the order in which a step-down closes them; empty for the other methods.</summary>
    public ImmutableArray<CenterCode> Order { get; }

    /// <summary>What part of its pool a sender charges to a receiver, by sender and receiver in order.</summary>
    public ImmutableArray<(int Sender, int Receiver, Fraction Share)> Shares { get; }

    /// <summary>The fixed amounts in counts, by sender and receiver in order.</summary>
    public ImmutableArray<(int Sender, int Receiver, Fraction Amount)> Amounts { get; }

    /// <summary>Whether a center charges shares of its pool.</summary>
    public bool PassesOn(int center) => Network.Pools[center] is { IsFixed: false };

    /// <summary>The costs of all centers and the fixed amounts that they are charged, in counts.</summary>
    public Fraction[] Inflow()
    {
        Fraction[] inflow = [.. Network.Counts.Select(count => Fraction.OfWhole(count))];
        foreach (var (_, receiver, amount) in Amounts)
        {
            inflow[receiver] += amount;
        }

        return inflow;
    }

    /// <summary>What part of its pool a sender charges to a receiver; 0 for none.</summary>
    public Fraction ShareOf(int sender, int receiver) =>
        Shares.FirstOrDefault(line => line.Sender == sender && line.Receiver == receiver).Share;

    /// <summary>What part of all that each center costs itself reaches a center, on whatever way.</summary>
    public Fraction[] SharesBehind(int center) =>
        new ExactFlow(Network.Centers.Length, [.. Shares.Select(line => (line.Receiver, line.Sender, line.Share))])
            .Solve(OneAt(center));

    /// <summary>What part of what a center costs itself reaches each center, on whatever way.</summary>
    public Fraction[] SharesAhead(int center) =>
        new ExactFlow(Network.Centers.Length, Shares).Solve(OneAt(center));

    private Fraction[] OneAt(int center)
    {
        var one = new Fraction[Network.Centers.Length];
        one[center] = Fraction.One;
        return one;
    }

    private static ImmutableArray<CenterCode> OrderOf(AllocationNetwork network, AllocationMethod method)
    {
        if (method.IsDirect || method.IsReciprocal)
        {
            return [];
        }

        int[] senders = [.. Enumerable.Range(0, network.Pools.Length).Where(index => network.Pools[index] is not null)];
        if (method.StepOrder is StepOrder rule)
        {
            return
            [
                .. senders
                    .OrderByDescending(index => rule == StepOrder.MostServed ? Served(network, index) : 0)
                    .ThenByDescending(index => network.Counts[index])
                    .Select(index => network.Centers[index]),
            ];
        }

        CenterCode? unknown = method.Order.Cast<CenterCode?>().FirstOrDefault(code => network.IndexOf(code!.Value) < 0);
        CenterCode? missing = senders.Select(index => (CenterCode?)network.Centers[index])
            .FirstOrDefault(code => !method.Order.Contains(code!.Value));
        CenterCode? twice = method.Order.GroupBy(code => code).Where(codes => codes.Count() > 1)
            .Select(codes => (CenterCode?)codes.Key).FirstOrDefault();
        AllocationFault?[] faults =
        [
            Fault(AllocationFaultKind.UnknownCenter, unknown, "stands in the order, and has no cost"),
            Fault(AllocationFaultKind.NotInOrder, missing, "is a sender, and is not in the order"),
            Fault(AllocationFaultKind.Duplicate, twice, "stands in the order twice"),
        ];
        return faults.Any(fault => fault is not null)
            ? throw new AllocationException(faults.OfType<AllocationFault>())
            : [.. method.Order.Where(code => network.Pools[network.IndexOf(code)] is not null)];
    }

    private static AllocationFault? Fault(AllocationFaultKind kind, CenterCode? center, string message) =>
        center is CenterCode code
            ? new AllocationFault(kind, code, null, $"Center '{code}' {message}; name every sender once.")
            : null;

    private static int Served(AllocationNetwork network, int sender) =>
        network.Pools[sender]!.Lines.Count(line =>
            line.Receiver != sender && network.Pools[line.Receiver] is not null);

    /// <summary>When each center is closed: a center is charged by those that are closed before it.</summary>
    private static int[] Closing(
        AllocationNetwork network, AllocationMethod method, ImmutableArray<CenterCode> order)
    {
        int[] closing = new int[network.Centers.Length];
        Array.Fill(closing, int.MaxValue);
        for (int center = 0; center < closing.Length; center++)
        {
            if (network.Pools[center] is not null)
            {
                closing[center] = method.IsDirect || method.IsReciprocal ? 0 : order.IndexOf(network.Centers[center]);
            }
        }

        return closing;
    }

    /// <summary>Senders from which no way leads to a center that keeps what it is charged.</summary>
    private IEnumerable<AllocationFault> ClosedCircles()
    {
        int count = Network.Centers.Length;
        var chargers = Shares.ToLookup(share => share.Receiver, share => share.Sender);
        var leaves = new bool[count];
        var reached = new Stack<int>(Enumerable.Range(0, count).Where(center => !PassesOn(center)));
        while (reached.TryPop(out int center))
        {
            if (!leaves[center])
            {
                leaves[center] = true;
                foreach (int charger in chargers[center])
                {
                    reached.Push(charger);
                }
            }
        }

        ILookup<int, int> receivers = Shares.ToLookup(share => share.Sender, share => share.Receiver);
        var components = new StrongComponents(
            [.. Enumerable.Range(0, count).Select(center => receivers[center].ToArray())]);
        return
            from circle in components.Components
            where !leaves[circle[0]] && receivers[circle[0]].Any()
                && circle.All(center => receivers[center].All(circle.Contains))
            orderby circle[0]
            let names = string.Join(", ", circle.Select(center => $"'{Network.Centers[center]}'"))
            select new AllocationFault(
                AllocationFaultKind.ClosedCircle,
                Network.Centers[circle[0]],
                null,
                $"What {names} cost never leaves them: they charge themselves and each other alone; name a receiver "
                + "outside.");
    }
}
