namespace CostCenters.Allocations;

/// <summary>Arcs between nodes, each with what flows along it: whole + part ÷ 2^60, the part never below 0.</summary>
/// <remarks>Mutable, for one rounding. Threads may change different arcs at once.</remarks>
internal sealed class FlowArcs
{
    /// <param name="nodes">The number of nodes.</param>
    /// <param name="count">The number of arcs.</param>
    public FlowArcs(int nodes, int count)
    {
        NodeCount = nodes;
        From = new int[count];
        To = new int[count];
        Whole = new long[count];
        Part = new long[count];
    }

    public int NodeCount { get; }

    public int Count => From.Length;

    /// <summary>The node that each arc comes from.</summary>
    public int[] From { get; }

    /// <summary>The node that each arc leads to; another one.</summary>
    public int[] To { get; }

    /// <summary>The whole units that flow along each arc.</summary>
    public long[] Whole { get; }

    /// <summary>The rest that flows along each arc, in parts of a unit; the whole unit at most.</summary>
    public long[] Part { get; }

    /// <summary>Lets more flow along an arc, a unit at most.</summary>
    /// <exception cref="OverflowException">The flow is beyond 64 bits.</exception>
    public void Add(int arc, long parts)
    {
        Part[arc] += parts;
        if (Part[arc] >= FlowCharges.One)
        {
            Whole[arc] = checked(Whole[arc] + 1);
            Part[arc] -= FlowCharges.One;
        }
    }
}
