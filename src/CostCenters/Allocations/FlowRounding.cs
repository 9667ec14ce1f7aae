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
    private readonly int outside;
    private readonly FlowCharges charges;
    private readonly ArcForest forest;

    // The arcs: first what each sender charges to others in all, then the charges among senders.
    private readonly int[] from;
    private readonly int[] to;
    private readonly long[] whole;
    private readonly long[] part;
    private readonly bool[] isLinked;

    private FlowRounding(int senders, FlowCharges charges, long margin)
    {
        this.charges = charges;
        charges.Settle(margin);
        outside = senders;
        forest = new ArcForest(senders + 1);
        int count = senders + charges.CountAmongSenders();
        from = new int[count];
        to = new int[count];
        whole = new long[count];
        part = new long[count];
        isLinked = new bool[count];
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
            (from[sender], to[sender]) = (sender, outside);
        }

        int next = outside;
        for (int line = 0; line < charges.Receivers.Length; line++)
        {
            int sender = charges.Senders[line];
            int receiver = charges.Receivers[line];
            if (receiver != sender)
            {
                int arc = receiver < 0 ? sender : next++;
                (from[arc], to[arc]) = (sender, receiver < 0 ? outside : receiver);
                whole[arc] = checked(whole[arc] + charges.Whole[line]);
                Move(arc, charges.Part[line]);
            }
        }

        for (int sender = 0; sender < outside; sender++)
        {
            (whole[sender], part[sender]) = FlowCharges.Settled(whole[sender], part[sender], margin);
        }
    }

    /// <summary>Sees to it that what every sender sends is what it has, to the last part.</summary>
    private bool TryBalance(Int128[] inflow)
    {
        Int128[] lacking = new Int128[outside + 1];
        Int128[] parts = new Int128[outside + 1];
        inflow.CopyTo(lacking, 0);
        for (int arc = 0; arc < from.Length; arc++)
        {
            lacking[from[arc]] -= whole[arc];
            parts[from[arc]] -= part[arc];
            lacking[to[arc]] += whole[arc];
            parts[to[arc]] += part[arc];
        }

        parts[outside] = 0;
        for (int node = 0; node < outside; node++)
        {
            parts[node] += lacking[node] * FlowCharges.One;
            parts[outside] -= parts[node];
        }

        MakeForest();
        foreach (int node in LeavesFirst())
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

        return parts.AsSpan().TrimStart(Int128.Zero).IsEmpty;
    }

    /// <summary>Joins all nodes that fractions join, by as few arcs as that takes.</summary>
    private void MakeForest()
    {
        int[] group = [.. Enumerable.Range(0, outside + 1)];
        int[] size = new int[outside + 1];
        for (int arc = 0; arc < from.Length; arc++)
        {
            if (part[arc] == 0)
            {
                continue;
            }

            var (lower, upper) = (GroupOf(group, from[arc]), GroupOf(group, to[arc]));
            if (lower != upper)
            {
                bool turnsFrom = size[lower] <= size[upper];
                (lower, upper) = turnsFrom ? (lower, upper) : (upper, lower);
                group[lower] = upper;
                size[upper] += size[lower] + 1;
                Link(arc, turnsFrom);
            }
        }
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
    private List<int> LeavesFirst()
    {
        int[] children = new int[outside + 1];
        for (int node = 0; node <= outside; node++)
        {
            if (forest.ParentOf(node) is int parent and >= 0)
            {
                children[parent]++;
            }
        }

        var order = new List<int>(outside);
        for (int leaf = 0; leaf <= outside; leaf++)
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

    private void MoveFractions()
    {
        for (int arc = 0; arc < from.Length; arc++)
        {
            if (isLinked[arc] || part[arc] == 0)
            {
                continue;
            }

            // If the arc joins two trees afterwards, one is turned around: what was cut off, or that with the nearer
            // root.
            bool turnsFrom = forest.FindWay(from[arc], to[arc])
                ? MoveAround(arc)
                : forest.LeftWay.Length <= forest.RightWay.Length;
            if (part[arc] != 0)
            {
                Link(arc, turnsFrom);
            }
        }
    }

    /// <summary>Puts an arc into the forest, by turning the tree of its sender around, or that of its receiver.
    /// </summary>
    private void Link(int arc, bool turnsFrom)
    {
        isLinked[arc] = true;
        forest.Link(
            turnsFrom ? from[arc] : to[arc],
            turnsFrom ? to[arc] : from[arc],
            arc,
            turnsFrom ? part[arc] : FlowCharges.One - part[arc]);
    }

    /// <summary>Moves a fraction around the circle of an arc and the ways that were found, in the direction that brings
    /// its charges nearer to whole ones. Whether the way of the arc's sender was cut.</summary>
    private bool MoveAround(int closing)
    {
        // Sums of many fractions fit when their last bits are left out.
        const int shift = 16;
        const long half = FlowCharges.One / 2;
        long gain = (part[closing] - half) >> shift;
        long up = FlowCharges.One - part[closing];
        long down = part[closing];
        foreach (int node in forest.RightWay)
        {
            long fraction = forest.UpwardsFrom(node);
            gain += (fraction - half) >> shift;
            up = Math.Min(up, FlowCharges.One - fraction);
            down = Math.Min(down, fraction);
        }

        foreach (int node in forest.LeftWay)
        {
            long fraction = forest.UpwardsFrom(node);
            gain -= (fraction - half) >> shift;
            up = Math.Min(up, fraction);
            down = Math.Min(down, FlowCharges.One - fraction);
        }

        long step = gain < 0 ? -down : up;
        Move(closing, step);
        _ = MoveAlong(forest.RightWay, step);
        return MoveAlong(forest.LeftWay, -step);
    }

    /// <summary>Lets more flow upwards from some nodes; whether an arc became whole and was cut.</summary>
    private bool MoveAlong(ReadOnlySpan<int> nodes, long step)
    {
        bool isCut = false;
        foreach (int node in nodes)
        {
            long fraction = forest.UpwardsFrom(node) += step;
            if (fraction is 0 or FlowCharges.One)
            {
                int arc = forest.ArcOf(node);
                bool isUp = (fraction == 0) == (from[arc] != node);
                part[arc] = 0;
                whole[arc] = checked(whole[arc] + (isUp ? 1 : 0));
                forest.Cut(node);
                isCut = true;
            }
        }

        return isCut;
    }

    private void Move(int arc, long by)
    {
        part[arc] += by;
        if (part[arc] >= FlowCharges.One)
        {
            whole[arc] = checked(whole[arc] + 1);
            part[arc] -= FlowCharges.One;
        }
    }

    private long[] Result()
    {
        long[] rounded = new long[charges.Receivers.Length];
        int next = outside;
        for (int line = 0; line < rounded.Length; line++)
        {
            if (charges.Receivers[line] == charges.Senders[line])
            {
                // What a sender charges itself it receives as well: any rounding keeps the balance.
                rounded[line] = charges.Whole[line] + (charges.Part[line] >= FlowCharges.One / 2 ? 1 : 0);
            }
            else if (charges.Receivers[line] >= 0)
            {
                rounded[line] = whole[next++];
            }
        }

        charges.SplitOthers(whole, rounded);
        return rounded;
    }
}
