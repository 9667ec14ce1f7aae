using System.Collections.Immutable;
using CostCenters.Monetary;
using CostCenters.Structure;

namespace CostCenters.Allocations;

/// <summary>A network as a method sees it: the lines by which each sender charges its receivers, whatever they
/// cost.</summary>
/// <remarks>Senders of fixed amounts pass no shares on: what reaches them ends there, and what they charge enters the
/// network anew. Lines stand by sender and receiver in order.</remarks>
internal sealed class MethodNetwork
{
    private readonly ImmutableArray<CostPool?> pools;
    private readonly int[] first;
    private readonly int[] receivers;
    private readonly Int128[] wholes;
    private readonly int[] firstSender;
    private readonly int[] senders;
    private ChargeSolver? solver;

    /// <exception cref="AllocationException">The method cannot allocate the network.</exception>
    public MethodNetwork(AllocationNetwork network, AllocationMethod method)
    {
        pools = network.Pools;
        Order = OrderOf(network, method);
        int[] closing = Closing(network, Order);
        first = new int[closing.Length + 1];
        wholes = new Int128[closing.Length];
        int lines = network.Pools.Sum(pool => pool?.Receivers.Length ?? 0);
        int[] keptReceivers = new int[lines];
        Int128[] keptWeights = new Int128[lines];
        int kept = 0;
        var faults = new List<AllocationFault>();
        for (int sender = 0; sender < closing.Length; sender++)
        {
            if (network.Pools[sender] is CostPool pool)
            {
                for (int line = 0; line < pool.Receivers.Length; line++)
                {
                    if (method.IsReciprocal || closing[pool.Receivers[line]] > closing[sender])
                    {
                        keptReceivers[kept] = pool.Receivers[line];
                        keptWeights[kept++] = pool.Weights[line];
                        wholes[sender] += pool.Weights[line];
                    }
                }

                if (wholes[sender] == 0 && !pool.IsFixed)
                {
                    CenterCode code = network.Centers[sender];
                    faults.Add(new AllocationFault(
                        AllocationFaultKind.NoReceiver,
                        code,
                        null,
                        $"Center '{code}' has no receiver that the {method} method lets it charge; choose another "
                        + "order or method, or give it one."));
                }
            }

            first[sender + 1] = kept;
        }

        Array.Resize(ref keptReceivers, kept);
        Array.Resize(ref keptWeights, kept);
        receivers = keptReceivers;
        Weights = keptWeights;
        firstSender = new int[first.Length];
        senders = new int[receivers.Length];
        ListSenders();
        faults.AddRange(ClosedCircles(network.Centers));
        if (faults.Count > 0)
        {
            throw new AllocationException(faults);
        }
    }

    /// <summary>The senders in the order in which a step-down closes them; empty for the other methods.</summary>
    public ImmutableArray<CenterCode> Order { get; }

    /// <summary>The number of centers.</summary>
    public int Count => wholes.Length;

    public int LineCount => receivers.Length;

    public ChargeSolver Solver => SolverFor(default);

    /// <summary>Made when it is asked for first, unless the token ends that.</summary>
    public ChargeSolver SolverFor(CancellationToken cancellation) =>
        LazyInitializer.EnsureInitialized(ref solver, () => new ChargeSolver(this, cancellation));

    /// <summary>The lines of a center: the number of the first, and how many they are.</summary>
    public (int First, int Length) LinesOf(int center) => (first[center], first[center + 1] - first[center]);

    /// <summary>The receivers of a center, in order.</summary>
    public ReadOnlySpan<int> ReceiversOf(int center) => receivers.AsSpan(first[center]..first[center + 1]);

    public int ReceiverOf(int line) => receivers[line];

    /// <summary>The senders that charge a center, in order.</summary>
    public ArraySegment<int> SendersTo(int center) =>
        new(senders, firstSender[center], firstSender[center + 1] - firstSender[center]);

    /// <summary>The weight of each line, or the fixed amount that it charges, in counts.</summary>
    public Int128[] Weights { get; }

    /// <summary>The sum of all weights of a center.</summary>
    public Int128 WholeOf(int center) => wholes[center];

    /// <summary>Whether a center charges shares of its pool.</summary>
    public bool PassesOn(int center) => pools[center] is { IsFixed: false };

    /// <summary>The line by which a sender charges a receiver; below 0 when there is none.</summary>
    public int LineBetween(int sender, int receiver) =>
        Array.BinarySearch(receivers, first[sender], first[sender + 1] - first[sender], receiver);

    /// <summary>The weight by which a sender charges a receiver; 0 for none.</summary>
    public Int128 WeightBetween(int sender, int receiver) =>
        LineBetween(sender, receiver) is int line and >= 0 ? Weights[line] : 0;

    /// <summary>What part of its pool a sender charges to a receiver; 0 for none, and for fixed amounts.</summary>
    public Fraction ShareBetween(int sender, int receiver) =>
        PassesOn(sender)
            ? Fraction.OfWhole(WeightBetween(sender, receiver)) / Fraction.OfWhole(wholes[sender])
            : Fraction.Zero;

    /// <summary>The costs of all centers and the fixed amounts that they are charged, in counts.</summary>
    public Int128[] Inflow(ImmutableArray<long> costs)
    {
        Int128[] inflow = [.. costs.Select(count => (Int128)count)];
        for (int sender = 0; sender < inflow.Length; sender++)
        {
            for (int line = first[sender]; line < first[sender + 1] && !PassesOn(sender); line++)
            {
                inflow[receivers[line]] += Weights[line];
            }
        }

        return inflow;
    }

    private void ListSenders()
    {
        foreach (int receiver in receivers)
        {
            firstSender[receiver + 1]++;
        }

        for (int center = 0; center < Count; center++)
        {
            firstSender[center + 1] += firstSender[center];
        }

        int[] next = firstSender[..^1];
        for (int sender = 0; sender < Count; sender++)
        {
            foreach (int receiver in ReceiversOf(sender))
            {
                senders[next[receiver]++] = sender;
            }
        }
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

        var named = method.Order.ToHashSet();
        CenterCode? unknown = method.Order.Cast<CenterCode?>().FirstOrDefault(code => network.IndexOf(code!.Value) < 0);
        CenterCode? missing = senders.Select(index => (CenterCode?)network.Centers[index])
            .FirstOrDefault(code => !named.Contains(code!.Value));
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
        network.Pools[sender]!.Receivers.Count(receiver =>
            receiver != sender && network.Pools[receiver] is not null);

    /// <summary>When each center is closed: a center is charged by those that are closed before it.</summary>
    private static int[] Closing(AllocationNetwork network, ImmutableArray<CenterCode> order)
    {
        int[] closing = new int[network.Centers.Length];
        for (int center = 0; center < closing.Length; center++)
        {
            closing[center] = network.Pools[center] is null ? int.MaxValue : 0;
        }

        for (int place = 0; place < order.Length; place++)
        {
            closing[network.IndexOf(order[place])] = place;
        }

        return closing;
    }

    /// <summary>Senders from which no way leads to a center that keeps what it is charged.</summary>
    private IEnumerable<AllocationFault> ClosedCircles(ImmutableArray<CenterCode> centers)
    {
        bool[] leaves = new bool[Count];
        var reached = new Stack<int>(Enumerable.Range(0, Count).Where(center => !PassesOn(center)));
        while (reached.TryPop(out int center))
        {
            if (!leaves[center])
            {
                leaves[center] = true;
                foreach (int sender in SendersTo(center))
                {
                    if (PassesOn(sender) && !leaves[sender])
                    {
                        reached.Push(sender);
                    }
                }
            }
        }

        if (Array.TrueForAll(leaves, leads => leads))
        {
            return [];
        }

        List<int[]> circles = new StrongComponents(first, receivers).Components;
        int[] circleOf = new int[Count];
        for (int number = 0; number < circles.Count; number++)
        {
            Array.ForEach(circles[number], center => circleOf[center] = number);
        }

        return
            from circle in circles
            where !leaves[circle[0]] && LinesOf(circle[0]).Length > 0
                && circle.All(center => Array.TrueForAll(
                    ReceiversOf(center).ToArray(), receiver => circleOf[receiver] == circleOf[center]))
            orderby circle[0]
            let names = string.Join(", ", circle.Select(center => $"'{centers[center]}'"))
            select new AllocationFault(
                AllocationFaultKind.ClosedCircle,
                centers[circle[0]],
                null,
                $"What {names} cost never leaves them: they charge themselves and each other alone; name a receiver "
                + "outside.");
    }
}
