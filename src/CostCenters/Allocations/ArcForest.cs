namespace CostCenters.Allocations;

/// <summary>Trees of nodes that are joined by arcs, in which arcs come and go.</summary>
/// <remarks>While an arc is part of a tree, its fraction stands here, seen upwards: what flows from a node to the one
/// above it. What flows down by the arc is the unit less that fraction.</remarks>
internal sealed class ArcForest
{
    private readonly FlowArcs arcs;
    private readonly int[] parent;
    private readonly int[] arc;
    private readonly long[] upwards;

    /// <param name="arcs">The arcs that may be taken.</param>
    public ArcForest(FlowArcs arcs)
    {
        this.arcs = arcs;
        parent = new int[arcs.NodeCount];
        arc = new int[arcs.NodeCount];
        upwards = new long[arcs.NodeCount];
        Array.Fill(parent, -1);
    }

    /// <summary>The node above another; below 0 for a root.</summary>
    public int ParentOf(int node) => parent[node];

    /// <summary>The fraction that flows from a node to the one above it.</summary>
    public ref long UpwardsFrom(int node) => ref upwards[node];

    /// <summary>Turns the tree of a node around, so that the node is its root.</summary>
    public void MakeRoot(int node) => Turn(node, -1, 0, 0);

    /// <summary>Joins the trees of an arc's nodes by it: the tree of its sender is turned around for that, or the tree
    /// of its receiver.</summary>
    public void Link(int link, bool turnsFrom)
    {
        long fraction = arcs.Part[link];
        if (turnsFrom)
        {
            Turn(arcs.From[link], arcs.To[link], link, fraction);
        }
        else
        {
            Turn(arcs.To[link], arcs.From[link], link, FlowCharges.One - fraction);
        }
    }

    /// <summary>What is known of the way from a node up to its root.</summary>
    public ForestWay WayUp(int node)
    {
        long least = FlowCharges.One;
        long greatest = 0;
        long excess = 0;
        for (int next = parent[node]; next >= 0; next = parent[node])
        {
            long fraction = upwards[node];
            least = Math.Min(least, fraction);
            greatest = Math.Max(greatest, fraction);
            excess += ForestWay.ExcessOf(fraction);
            node = next;
        }

        return new ForestWay(node, least, greatest, excess);
    }

    /// <summary>Lets more flow from a node up to its root, or less; arcs that become whole are cut.</summary>
    /// <exception cref="OverflowException">The flow along an arc is beyond 64 bits.</exception>
    public void MoveUp(int node, long step)
    {
        for (int next = parent[node]; next >= 0; next = parent[node])
        {
            upwards[node] += step;
            if (upwards[node] is 0 or FlowCharges.One)
            {
                Release(node);
                parent[node] = -1;
            }

            node = next;
        }
    }

    /// <summary>Gives all arcs what flows along them.</summary>
    /// <exception cref="OverflowException">The flow along an arc is beyond 64 bits.</exception>
    public void Release()
    {
        for (int node = 0; node < parent.Length; node++)
        {
            if (parent[node] >= 0)
            {
                Release(node);
            }
        }
    }

    private void Release(int node)
    {
        arcs.Part[arc[node]] = 0;
        arcs.Add(arc[node], arcs.From[arc[node]] == node ? upwards[node] : FlowCharges.One - upwards[node]);
    }

    private void Turn(int lower, int upper, int by, long fraction)
    {
        while (lower >= 0)
        {
            (int nextNode, int nextArc, long next) = (parent[lower], arc[lower], FlowCharges.One - upwards[lower]);
            (parent[lower], arc[lower], upwards[lower]) = (upper, by, fraction);
            (upper, lower, by, fraction) = (lower, nextNode, nextArc, next);
        }
    }
}
