using CostCenters.Cubes;

namespace CostCenters.Explanations;

public sealed partial class VarianceNode
{
    /// <summary>The tree in the profit basis: amounts are profit effects, and each formula is negated; itself where it
    /// is in that basis.</summary>
    internal VarianceNode InProfit() =>
        Basis == VarianceBasis.Profit
            ? this
            : Rebuilt((node, children) => new VarianceNode(
                node.Key,
                node.Name,
                VarianceBasis.Profit,
                node.ProfitEffect,
                $"-({node.Formula})",
                node.Inputs,
                children,
                node.Cells));

    /// <summary>The tree whose leaves name cells.</summary>
    internal VarianceNode WithCells(Func<VarianceNode, IEnumerable<CellAddress>> cellsOf) =>
        Rebuilt((node, children) => new VarianceNode(
            node.Key,
            node.Name,
            node.Basis,
            node.Amount,
            node.Formula,
            node.Inputs,
            children,
            node.Children.IsEmpty ? cellsOf(node) : []));

    private VarianceNode Rebuilt(Func<VarianceNode, IEnumerable<VarianceNode>, VarianceNode> node)
    {
        // From the last node to the first every node comes after its children, the first of which is on top.
        var built = new Stack<VarianceNode>();
        foreach (VarianceNode old in Walk().Reverse())
        {
            VarianceNode[] children = [.. old.Children.Select(_ => built.Pop())];
            built.Push(node(old, children));
        }

        return built.Pop();
    }
}
