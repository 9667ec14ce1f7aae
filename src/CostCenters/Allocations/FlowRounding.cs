namespace CostCenters.Allocations;

/// <summary>Rounds charges to whole units so that every sender still sends what it has.</summary>
/// <remarks>
/// <para>Law: a rounded charge is the floor or the ceiling of the exact one, and at each sender the sum of what it
/// sends less what it receives stays its own cost. Such a rounding always exists: as long as charges with a fraction
/// are left, they form a circle, along which a fraction can be moved until one of them is whole.</para>
/// <para>First what senders charge each other and what each charges to others in all; then that is split over those
/// others by largest remainder. A sender that no sender serves and that serves none is split by largest remainder
/// alone.</para>
/// <para>The charges come as they are known: a charge as near to a whole one as its error is taken for that one, and
/// what is then missing at a sender is made up on its other fractions.</para>
/// </remarks>
internal sealed class FlowRounding
{
    /// <summary>Fewer arcs are not worth two threads.</summary>
    private const int WorthTwoThreads = 10_000;

    private readonly int outside;
    private readonly FlowCharges charges;

    // First what each sender charges to others in all, then the charges among senders.
    private readonly FlowArcs arcs;

    private FlowRounding(int senders, FlowCharges charges, long margin)
    {
        this.charges = charges;
        charges.Settle(margin);
        outside = senders;
        arcs = new FlowArcs(senders + 1, senders + charges.CountAmongSenders());
        MakeArcs(margin);
    }

    /// <summary>Rounds all charges.</summary>
    /// <param name="inflow">The own cost of each sender; its number is its place here.</param>
    /// <param name="charges">The charges.</param>
    public static long[] Round(Int128[] inflow, FlowCharges charges)
    {
        // A wider margin takes more charges for whole ones, which no error can lead over a whole number then.
        for (long margin = FlowCharges.One >> 36; margin < FlowCharges.One >> 8; margin <<= 4)
        {
            var rounding = new FlowRounding(inflow.Length, charges, margin);
            if (rounding.TryBalance(inflow))
            {
                rounding.MoveFractions();
                return rounding.Result();
            }
        }

        throw new InvalidOperationException("The charges do not balance.");
    }

    private void MakeArcs(long margin)
    {
        for (int sender = 0; sender < outside; sender++)
        {
            (arcs.From[sender], arcs.To[sender]) = (sender, outside);
        }

        int next = outside;
        for (int line = 0; line < charges.Receivers.Length; line++)
        {
            int sender = charges.Senders[line];
            int receiver = charges.Receivers[line];
            if (sender >= 0 && receiver != sender)
            {
                int arc = receiver < 0 ? sender : next++;
                (arcs.From[arc], arcs.To[arc]) = (sender, receiver < 0 ? outside : receiver);
                arcs.Whole[arc] = checked(arcs.Whole[arc] + charges.Whole[line]);
                arcs.Add(arc, charges.Part[line]);
            }
        }

        for (int sender = 0; sender < outside; sender++)
        {
            (arcs.Whole[sender], arcs.Part[sender]) =
                FlowCharges.Settled(arcs.Whole[sender], arcs.Part[sender], margin);
        }
    }

    /// <summary>Sees to it that what every sender sends is what it has, to the last part.</summary>
    private bool TryBalance(Int128[] inflow)
    {
        Int128[] parts = Lacking(inflow);
        ArcForest forest = Join();
        foreach (int node in LeavesFirst(forest))
        {
            Int128 settled = forest.UpwardsFrom(node) + parts[node];
            if (settled <= 0 || settled >= FlowCharges.One)
            {
                return false;
            }

            forest.UpwardsFrom(node) = (long)settled;
            parts[forest.ParentOf(node)] += parts[node];
            parts[node] = 0;
        }

        forest.Release();
        return parts.AsSpan().TrimStart(Int128.Zero).IsEmpty;
    }

    /// <summary>What every node has and does not send, in parts.</summary>
    private Int128[] Lacking(Int128[] inflow)
    {
        Int128[] whole = new Int128[arcs.NodeCount];
        Int128[] parts = new Int128[arcs.NodeCount];
        inflow.CopyTo(whole, 0);
        for (int arc = 0; arc < arcs.Count; arc++)
        {
            whole[arcs.From[arc]] -= arcs.Whole[arc];
            parts[arcs.From[arc]] -= arcs.Part[arc];
            whole[arcs.To[arc]] += arcs.Whole[arc];
            parts[arcs.To[arc]] += arcs.Part[arc];
        }

        parts[outside] = 0;
        for (int node = 0; node < outside; node++)
        {
            parts[node] += whole[node] * FlowCharges.One;
            parts[outside] -= parts[node];
        }

        return parts;
    }

    /// <summary>Joins all nodes that fractions join, by as few arcs as that takes.</summary>
    private ArcForest Join()
    {
        var forest = new ArcForest(arcs);
        int[] group = [.. Enumerable.Range(0, arcs.NodeCount)];
        int[] size = new int[arcs.NodeCount];
        for (int arc = 0; arc < arcs.Count; arc++)
        {
            if (arcs.Part[arc] == 0)
            {
                continue;
            }

            var (lower, upper) = (GroupOf(group, arcs.From[arc]), GroupOf(group, arcs.To[arc]));
            if (lower != upper)
            {
                bool turnsFrom = size[lower] <= size[upper];
                (lower, upper) = turnsFrom ? (lower, upper) : (upper, lower);
                group[lower] = upper;
                size[upper] += size[lower] + 1;
                forest.Link(arc, turnsFrom);
            }
        }

        return forest;
    }

    private static int GroupOf(int[] group, int node)
    {
        while (group[node] != node)
        {
            node = group[node] = group[group[node]];
        }

        return node;
    }

    /// <summary>All nodes but roots, each before the one above it.</summary>
    private List<int> LeavesFirst(ArcForest forest)
    {
        int[] children = new int[arcs.NodeCount];
        for (int node = 0; node < children.Length; node++)
        {
            if (forest.ParentOf(node) is int parent and >= 0)
            {
                children[parent]++;
            }
        }

        var order = new List<int>(children.Length);
        for (int leaf = 0; leaf < children.Length; leaf++)
        {
            int node = leaf;
            while (children[node] == 0 && forest.ParentOf(node) is int parent and >= 0)
            {
                order.Add(node);
                children[node] = -1;
                children[parent]--;
                node = parent;
            }
        }

        return order;
    }

    /// <summary>Moves fractions along circles until none is left: where every node is balanced, some would form a
    /// circle.</summary>
    private void MoveFractions()
    {
        if (arcs.Count >= WorthTwoThreads)
        {
            // Always two halves, so that every machine gives the same figures; then what is left of both.
            int middle = outside + ((arcs.Count - outside) / 2);
            Parallel.Invoke(() => MoveFractions(0, middle), () => MoveFractions(middle, arcs.Count));
        }

        MoveFractions(0, arcs.Count);
    }

    /// <summary>Moves fractions along circles of some arcs, until these form none.</summary>
    private void MoveFractions(int first, int end)
    {
        var forest = new ArcForest(arcs);
        int root = -1;
        for (int arc = first; arc < end; arc++)
        {
            if (arcs.Part[arc] == 0)
            {
                continue;
            }

            // Below its sender, the circle that an arc closes is the way up from its receiver.
            if (arcs.From[arc] != root)
            {
                root = arcs.From[arc];
                forest.MakeRoot(root);
            }

            ForestWay way = forest.WayUp(arcs.To[arc]);
            if (way.Root == root)
            {
                long step = StepAround(way, arcs.Part[arc]);
                forest.MoveUp(arcs.To[arc], step);
                arcs.Add(arc, step);
            }

            if (arcs.Part[arc] != 0)
            {
                forest.Link(arc, turnsFrom: false);
            }
        }

        forest.Release();
    }

    /// <summary>How much more flows around a circle for a charge to become whole, in the direction that brings them
    /// nearer to whole ones.</summary>
    /// <param name="way">The circle but for the arc that closes it.</param>
    /// <param name="closing">The fraction of that arc.</param>
    private static long StepAround(ForestWay way, long closing) =>
        way.Excess + ForestWay.ExcessOf(closing) < 0
            ? -Math.Min(way.Least, closing)
            : FlowCharges.One - Math.Max(way.Greatest, closing);

    private long[] Result()
    {
        long[] rounded = new long[charges.Receivers.Length];
        int next = outside;
        for (int line = 0; line < rounded.Length; line++)
        {
            if (charges.IsAmongSenders(line))
            {
                rounded[line] = arcs.Whole[next++];
            }
            else if (charges.Receivers[line] == charges.Senders[line])
            {
                // What a sender charges itself it receives as well: any rounding keeps the balance.
                rounded[line] = charges.Whole[line] + (charges.Part[line] >= FlowCharges.One / 2 ? 1 : 0);
            }
        }

        charges.SplitOthers(arcs.Whole.AsSpan(0, outside), rounded);
        return rounded;
    }
}
