namespace CostCenters.Allocations;

/// <summary>The circles of a directed graph: sets of nodes that reach each other, a set before those that reach it.
/// </summary>
/// <remarks>A node without a circle is a set of its own. Needs no stack of calls. Source: Tarjan, Depth-first search
/// and linear graph algorithms.</remarks>
internal sealed class StrongComponents
{
    private readonly int[] first;
    private readonly int[] targets;
    private readonly int[] number;
    private readonly int[] low;
    private readonly bool[] isOpen;
    private readonly Stack<int> open = [];
    private readonly Stack<(int Node, int Next)> path = [];
    private int visited;

    /// <param name="first">Where the targets of each node begin; one number more than there are nodes.</param>
    /// <param name="targets">The nodes that each node leads to, node by node.</param>
    public StrongComponents(int[] first, int[] targets)
    {
        this.first = first;
        this.targets = targets;
        int count = first.Length - 1;
        number = new int[count];
        low = new int[count];
        isOpen = new bool[count];
        for (int node = 0; node < count; node++)
        {
            if (number[node] == 0)
            {
                Visit(node);
            }
        }
    }

    /// <summary>The sets, each in ascending order of its nodes; a set stands after all that its nodes lead
    /// to.</summary>
    public List<int[]> Components { get; } = [];

    private void Visit(int root)
    {
        Enter(root);
        while (path.TryPop(out var step))
        {
            if (step.Next < first[step.Node + 1])
            {
                path.Push((step.Node, step.Next + 1));
                int target = targets[step.Next];
                if (number[target] == 0)
                {
                    Enter(target);
                }
                else if (isOpen[target])
                {
                    low[step.Node] = Math.Min(low[step.Node], number[target]);
                }

                continue;
            }

            if (low[step.Node] == number[step.Node])
            {
                Close(step.Node);
            }

            if (path.TryPeek(out var parent))
            {
                low[parent.Node] = Math.Min(low[parent.Node], low[step.Node]);
            }
        }
    }

    private void Enter(int node)
    {
        number[node] = low[node] = ++visited;
        isOpen[node] = true;
        open.Push(node);
        path.Push((node, first[node]));
    }

    private void Close(int root)
    {
        var component = new List<int>();
        int node;
        do
        {
            node = open.Pop();
            isOpen[node] = false;
            component.Add(node);
        }
        while (node != root);

        component.Sort();
        Components.Add([.. component]);
    }
}
