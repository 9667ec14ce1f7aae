namespace CostCenters.Allocations;

/// <summary>Trees of nodes that are joined by arcs, in which arcs come and go, each with a fraction that flows.
/// </summary>
/// <remarks>A fraction is told upwards, from a node to the one above it: what flows down by an arc is the whole less
/// that fraction. Arcs have numbers of their own, which the trees only carry.</remarks>
internal sealed class ArcForest
{
    private readonly int[] parent;
    private readonly int[] arc;
    private readonly long[] upwards;
    private readonly int[] mark;
    private readonly int[] leftWay;
    private readonly int[] rightWay;
    private int marks;
    private int leftCount;
    private int rightCount;

    /// <param name="nodes">The number of nodes.</param>
    public ArcForest(int nodes)
    {
        parent = new int[nodes];
        arc = new int[nodes];
        upwards = new long[nodes];
        mark = new int[nodes];
        leftWay = new int[nodes + 1];
        rightWay = new int[nodes + 1];
        Array.Fill(parent, -1);
    }

    /// <summary>The nodes of the way that <see cref="FindWay"/> found from the left node upwards.</summary>
    public ReadOnlySpan<int> LeftWay => leftWay.AsSpan(0, leftCount);

    /// <summary>The nodes of the way that <see cref="FindWay"/> found from the right node upwards.</summary>
    public ReadOnlySpan<int> RightWay => rightWay.AsSpan(0, rightCount);

    /// <summary>The node above another; -1 for a root.</summary>
    public int ParentOf(int node) => parent[node];

    /// <summary>The arc between a node and the one above it.</summary>
    public int ArcOf(int node) => arc[node];

    /// <summary>The fraction that flows from a node to the one above it.</summary>
    public ref long UpwardsFrom(int node) => ref upwards[node];

    /// <summary>Joins two trees by an arc from a node of one, which is turned around for that, to one of the other.
    /// </summary>
    /// <param name="lower">The node whose tree is turned around.</param>
    /// <param name="upper">The node of the other tree.</param>
    /// <param name="by">The arc.</param>
    /// <param name="fraction">What flows from the lower node to the upper one.</param>
    public void Link(int lower, int upper, int by, long fraction)
    {
        while (lower >= 0)
        {
            (int nextNode, int nextArc, long next) = (parent[lower], arc[lower], FlowCharges.One - upwards[lower]);
            (parent[lower], arc[lower], upwards[lower]) = (upper, by, fraction);
            (upper, lower, by, fraction) = (lower, nextNode, nextArc, next);
        }
    }

    /// <summary>Takes the arc above a node away.</summary>
    public void Cut(int node) => parent[node] = -1;

    /// <summary>Finds the nodes on the ways from two nodes to the first one above both, which is left out. False where
    /// they stand in two trees; then one of the ways is that to its root.</summary>
    public bool FindWay(int left, int right)
    {
        // Both ways grow in turn, so that the longer one of a deep tree need not be gone to its end.
        marks += 2;
        leftCount = rightCount = 0;
        while (left >= 0 || right >= 0)
        {
            if (left >= 0)
            {
                if (mark[left] == marks + 1)
                {
                    rightCount = Array.IndexOf(rightWay, left, 0, rightCount);
                    return true;
                }

                mark[left] = marks;
                leftWay[leftCount++] = left;
                left = parent[left];
            }

            if (right >= 0)
            {
                if (mark[right] == marks)
                {
                    leftCount = Array.IndexOf(leftWay, right, 0, leftCount);
                    return true;
                }

                mark[right] = marks + 1;
                rightWay[rightCount++] = right;
                right = parent[right];
            }
        }

        return false;
    }
}
